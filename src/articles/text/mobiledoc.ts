import { decodeReferences, htmlText, looksLikeHtml } from './html-text.js'

/** What older versions of Ghost store a post as. https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md */
interface Mobiledoc {
  readonly sections: readonly unknown[]
  readonly cards?: readonly unknown[]
}

export const isMobiledoc = (value: unknown): value is Mobiledoc =>
  typeof value === 'object' &&
  value !== null &&
  'markups' in value &&
  'sections' in value &&
  Array.isArray(value.sections)

/** Kinds of sections: with markers, an image, a list, a card. */
const [MARKUP, LIST, CARD] = [1, 3, 10]

/** The text that it shows: sections with blank lines between them, points of a list on lines of their own. */
export const mobiledocText = ({ sections, cards = [] }: Mobiledoc): string | undefined => {
  const blocks = sections.map((section) => {
    if (!Array.isArray(section)) return ''
    const [kind, second, third] = section as unknown[]
    if (kind === MARKUP) return lineOf(third)
    if (kind === LIST && Array.isArray(third)) return third.map(lineOf).join('\n')
    return kind === CARD ? cardText(cards[second as number]) : ''
  })
  const text = blocks.filter((block) => block.trim() !== '').join('\n\n')
  return text === '' ? undefined : text
}

/** Of markers, `[kind, opened, closed, text]`; kind 1 is an atom, of which Ghost has line ends alone. */
const lineOf = (markers: unknown): string =>
  Array.isArray(markers)
    ? markers
        .map((marker: unknown) => {
          const [kind, , , text] = Array.isArray(marker) ? (marker as unknown[]) : []
          return kind === 1 ? '\n' : typeof text === 'string' ? text : ''
        })
        .join('')
    : ''

/** `["markdown", {"markdown": "…"}]`: the text of a card, and its caption. */
const cardText = (card: unknown): string => {
  const payload: unknown = Array.isArray(card) ? card[1] : undefined
  if (typeof payload !== 'object' || payload === null) return ''
  const stated = payload as Readonly<Record<string, unknown>>
  return ['heading', 'html', 'markdown', 'content', 'calloutText', 'caption']
    .map((key) => stated[key])
    .filter((text): text is string => typeof text === 'string')
    .map((text) => (looksLikeHtml(text) ? htmlText(text) : decodeReferences(text)))
    .join('\n\n')
}
