/** How tags of templates begin and end, the longer first: shortcodes of Hugo, tags, comments and values of Liquid. */
const KINDS = [
  { open: '{{<', close: '>}}', longest: 2000 },
  { open: '{{%', close: '%}}', longest: 2000 },
  { open: '{%', close: '%}', longest: 2000 },
  // `{#anchor}` is none.
  { open: '{# ', close: '#}', longest: 2000 },
  { open: '{{', close: '}}', longest: 500 }
] as const

/** Those whose content is none of the text, and those whose content is shown as it stands. */
const HIDDEN = new Set(['comment'])
const VERBATIM = new Set(['raw', 'verbatim'])

interface Tag {
  /** `figure` of `{{< figure src="a.jpg" >}}`, `/figure` and `endraw` of what closes; empty for a value. */
  readonly name: string
  readonly inside: string
  /** Where it ends in the text. */
  readonly end: number
}

/**
 * A text without the tags of templates: what a site generator puts in their place is not known. The caption of a tag
 * is text.
 *
 * - `Før {{< youtube abc >}} etter` → `Før  etter`; `{{< figure caption="Oslo >}}" >}}` → `Oslo >}}`
 * - `{% raw %}{{ navn }}{% endraw %}` → `{{ navn }}`; `{% comment %} nei {% endcomment %}` → nothing
 * - left alone: `{ikke}`, `{{` without an end
 */
export const withoutTemplateTags = (text: string): string => {
  const parts: string[] = []
  let done = 0
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const tag = tagAt(text, at)
    if (tag === undefined) {
      at++
      continue
    }
    parts.push(text.slice(done, at), shownBy(text, tag))
    done = at = tag.end
    if (!HIDDEN.has(tag.name) && !VERBATIM.has(tag.name)) continue
    const closing = closingTag(text, tag)
    if (closing === undefined) continue
    if (VERBATIM.has(tag.name)) parts.push(text.slice(tag.end, closing.start))
    done = at = closing.end
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done)
}

const tagAt = (text: string, at: number): Tag | undefined => {
  for (const { open, close, longest } of KINDS) {
    if (!text.startsWith(open, at)) continue
    const start = at + open.length
    const limit = Math.min(text.length, start + longest)
    // A quotation mark that is none, as in `Kari's`, has no end.
    const end = endOutsideQuotes(text, start, { close, limit }) ?? plainEnd(text, start, { close, limit })
    if (end === undefined) continue
    const inside = text.slice(start, end)
    // A value is on one line or a few: braces in a text have no end near.
    if (open === '{{' && /\n[ \t]*\n/.test(inside)) continue
    const name = open === '{{' || open === '{# ' ? '' : (/^[\s-]*(\/?[\w.-]+)/.exec(inside)?.[1] ?? '')
    return { name, inside, end: end + close.length }
  }
  return undefined
}

interface Sought {
  readonly close: string
  /** Where it is not looked for any more. */
  readonly limit: number
}

const endOutsideQuotes = (text: string, start: number, { close, limit }: Sought): number | undefined => {
  let quote = ''
  for (let at = start; at < limit; at++) {
    const character = text[at]!
    if (quote !== '') {
      if (character === '\\' && quote !== '`') at++
      else if (character === quote) quote = ''
    } else if (text.startsWith(close, at)) return at
    else if (character === '"' || character === "'" || character === '`') quote = character
  }
  return undefined
}

const plainEnd = (text: string, start: number, { close, limit }: Sought): number | undefined => {
  const end = text.slice(start, limit).indexOf(close)
  return end === -1 ? undefined : start + end
}

/** `{% endraw %}`, `{{< /comment >}}`: where it starts and ends. */
const closingTag = (
  text: string,
  { name, end }: Tag
): { readonly start: number; readonly end: number } | undefined => {
  const closing = new RegExp(`\\{(?:%-?|\\{[<%])\\s*(?:end|/)${name}\\s*(?:-?%|[>%]\\})\\}`, 'g')
  closing.lastIndex = end
  const found = closing.exec(text)
  return found === null ? undefined : { start: found.index, end: closing.lastIndex }
}

const ATTRIBUTE =
  /\b(title|caption|attr|bildetekst|description|content|text|tekst|quote|sitat)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g

/** Text that a tag states: captions, the text of a box, and the title of a figure or of what has an end. */
const shownBy = (text: string, tag: Tag): string => {
  const shown = HEXO_IMAGES.has(tag.name) ? captionBehindFile(tag.inside) : statedTexts(text, tag)
  const texts = shown.filter((each) => each.trim() !== '')
  return texts.length === 0 ? '' : `\n\n${withoutTemplateTags(texts.join('\n\n'))}\n\n`
}

const statedTexts = (text: string, { name, inside, end }: Tag): string[] => {
  if (!inside.includes('=')) return []
  return [...inside.matchAll(ATTRIBUTE)].flatMap(([, key, double, single, back]) => {
    // Of a video, the title is no text.
    if (key === 'title' && name !== 'figure' && !isClosed(text.slice(end, end + FURTHEST), name)) return []
    return [(double ?? single ?? '').replace(/\\(.)/g, '$1') + (back ?? '')]
  })
}

/** Where the end of a tag with a title is looked for, in UTF-16 code units. */
const FURTHEST = 20_000

const isClosed = (rest: string, name: string): boolean =>
  name !== '' && (rest.includes(`end${name}`) || rest.includes(`/${name}`) || rest.includes(`/ ${name}`))

const HEXO_IMAGES = new Set(['asset_img', 'img'])

/** `asset_img kart.png 500 400 "Et kart 'kart'"` → `Et kart`; the width, the height and what stands for it are none. */
const captionBehindFile = (inside: string): string[] => {
  const [, stated] = /\s\S+\.\w{2,5}\s+(?:\d+%?\s+){0,2}(\S[^]*)$/.exec(inside.slice(0, 2000)) ?? []
  if (stated === undefined || /^\d+%?\s*$/.test(stated)) return []
  const [, double, single] = /^(?:"([^"]*)"|'([^']*)')/.exec(stated) ?? []
  return [(double ?? single ?? stated).replace(/\s+'[^']*'\s*$/, '').trim()]
}
