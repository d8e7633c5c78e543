import type { Span } from '../structures/span.js'
import type { Vocabulary } from '../segment/words/vocabulary.js'
import type { Hit } from './hit.js'
import type { Cuts, Passage } from './passage.js'

export interface SnippetOptions {
  /** Snippets an article. */
  readonly count: number
  /** Target length in UTF-16 code units: whole sentences where they fit, else a cut between words. */
  readonly length: number
}

/** A passage as it is shown. `text` is exactly `article.text.slice(start, end)`. */
export interface Snippet extends Span {
  readonly text: string
  /** Relative to `text`, in order, without overlap. */
  readonly highlights: readonly Span[]
  /** `text` escaped, highlights in `<mark>`, `…` where a sentence is cut. */
  readonly html: string
}

export const renderSnippet = (articleText: string, passage: Passage, vocabulary: Vocabulary): Snippet => {
  const { start, end, cuts, hits } = passage
  const text = articleText.slice(start, end)
  const marked = hits.flatMap((hit) => markedSpans(articleText, hit, vocabulary))
  const highlights = mergeSpans(marked.map((span) => ({ start: span.start - start, end: span.end - start })))
  return { text, start, end, highlights, html: toHtml(text, highlights, cuts) }
}

/** A text whole, with what matches in it: what a title is shown as. `hits` are in it. */
export const markText = (
  text: string,
  hits: readonly Pick<Hit, 'start' | 'end' | 'part'>[],
  vocabulary: Vocabulary
): Pick<Snippet, 'highlights' | 'html'> => {
  const highlights = mergeSpans(hits.flatMap((hit) => markedSpans(text, hit, vocabulary)))
  return { highlights, html: toHtml(text, highlights, { before: false, after: false }) }
}

/** The whole word, or only the part of a compound that matches. */
const markedSpans = (
  text: string,
  { start, end, part }: Pick<Hit, 'start' | 'end' | 'part'>,
  vocabulary: Vocabulary
): Span[] => {
  if (part === undefined) return [{ start, end }]
  const spans = vocabulary.partSpans(text.slice(start, end), part)
  return spans.map((span) => ({ start: start + span.start, end: start + span.end }))
}

const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

const toHtml = (text: string, highlights: readonly Span[], { before, after }: Cuts): string => {
  let html = before ? '… ' : ''
  let at = 0
  for (const { start, end } of highlights) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at)) + (after ? ' …' : '')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)
