import { COUNTRIES } from '../countries.js'
import type { RecognisedMention } from '../mention.js'

/** Where a name runs into the next one: a capital after a small letter. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})/gu

/** `Kinas Wang Yi` → Kinas; a country owns somebody. */
const countryBefore = (name: string): string | undefined => {
  const [first = '', ...others] = name.split(' ')
  return others.length > 0 && first.endsWith('s') && COUNTRIES.has(first.slice(0, -1)) ? first : undefined
}

/**
 * Divides names that lack what stood between them, such as a line break that a web page lost. Only where both stand elsewhere
 * in the article: `Heidi AustlidPaul Chaffey` → Heidi Austlid, Paul Chaffey; not `Ian McEwan`.
 */
export const divideGlued = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const names = new Set(mentions.map(({ start, end }) => text.slice(start, end)))
  return mentions.flatMap((mention) => {
    const { start, end } = mention
    const name = text.slice(start, end)
    const owner = mention.type === 'person' ? countryBefore(name) : undefined
    if (owner !== undefined)
      return [
        { ...mention, type: 'place' as const, end: start + owner.length },
        { ...mention, start: start + owner.length + 1 }
      ]
    const seam = Array.from(name.matchAll(SEAM), ({ index }) => index).find(
      (at) => names.has(name.slice(0, at)) && names.has(name.slice(at))
    )
    if (seam === undefined) return mention
    return [
      { ...mention, end: start + seam },
      { ...mention, start: start + seam }
    ]
  })
}
