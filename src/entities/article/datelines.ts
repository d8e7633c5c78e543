import type { Span } from '../../structures/span.js'
import type { RecognisedMention } from '../mention.js'

/** `MAJORSTUA, OSLO (digi.no):` at the beginning of an article, `WIEN (AP):`, `Kyiv/Oslo (NTB):` at that of a line. */
const DATELINES = [
  /^\s*\p{Lu}[\p{Lu} ,./-]{1,60}(?=\([^()\n]{2,30}\))/gu,
  /(?<=\n)\p{Lu}[\p{Lu} ,./-]{2,60}(?=\([^()\n]{2,30}\) ?[:–-])/gu,
  /(?<=\n|^)\p{Lu}\p{Ll}+(?:\/\p{Lu}\p{Ll}+)+ (?=\([^()\n]{2,30}\) ?[:–-])/gu
]

/** The names in capitals with which an article or its first lines begin say where it was written. */
export const readDatelines = (
  text: string,
  mentions: readonly RecognisedMention[]
): readonly RecognisedMention[] => {
  const datelines = DATELINES.flatMap((form) =>
    Array.from(text.matchAll(form), ({ 0: written, index }): Span => ({
      start: index,
      end: index + written.length
    }))
  )
  if (datelines.length === 0) return mentions
  const isIn = (one: Span): boolean =>
    datelines.some(({ start, end }) => one.start >= start && one.end <= end)
  return mentions.flatMap((mention) => (isIn(mention) ? places(text, mention) : mention))
}

/** `KYIV/OSLO` are two. */
const places = (text: string, mention: RecognisedMention): RecognisedMention[] => {
  let at = mention.start
  return text
    .slice(mention.start, mention.end)
    .split('/')
    .flatMap((name) => {
      const start = at
      at += name.length + 1
      return name === '' ? [] : { ...mention, type: 'place', start, end: start + name.length }
    })
}
