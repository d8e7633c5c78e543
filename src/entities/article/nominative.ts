import { COUNTRIES } from '../countries.js'
import type { EntityType } from '../entity-type.js'
import { slug } from '../slug.js'
import { isBeforeWord, nameWords, withoutGenitive, writtenName } from './written-name.js'
import type { RecognisedMention } from '../mention.js'

/** The definite form in the genitive, of what is called by a noun: `Arbeiderpartiets`, `Dataforeningens`. */
const DEFINITE_GENITIVE = /\p{Ll}{3}(?:e[nt]|ene|ane)s$/u

const MAY_BE_NOUN: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'event'])

/**
 * The names of the mentions without the ending of the genitive, by mention; undefined for what is no name.
 *
 * An `s` is an ending where the name stands without it in the same article (`Chaffeys … Chaffey`; a
 * surname: `Chaffeys … Paul Chaffey`), where it is a country (`Russlands`), or where the noun before it is definite and a word follows (`Arbeiderpartiets utvalg`). Else it may be the name's own
 * (`Hans`, `Moss`), and the collection may know better.
 */
export const nominativeNames = (
  text: string,
  mentions: readonly RecognisedMention[]
): (string | undefined)[] => {
  const written = mentions.map((mention) => writtenName(text, mention))
  const known = new Set(written.flatMap((name) => (name === undefined ? [] : slug(name))))
  const surnames = new Set(
    written.flatMap((name, i) =>
      name !== undefined && mentions[i]!.type === 'person' ? nameWords(name).slice(-1) : []
    )
  )
  return written.map((name, i) => {
    const stem = name === undefined ? undefined : withoutGenitive(name)
    if (name === undefined || stem === undefined) return name
    const { type, end } = mentions[i]!
    if (known.has(slug(stem))) return stem
    if (COUNTRIES.has(stem)) return stem
    if (type === 'person' && surnames.has(nameWords(stem).at(-1)!)) return stem
    const isNoun = MAY_BE_NOUN.has(type) && DEFINITE_GENITIVE.test(name) && isBeforeWord(text, end)
    return isNoun ? stem : name
  })
}
