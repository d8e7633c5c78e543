import { gunzipSync } from 'node:zlib'
import { Correspondences } from './correspondences.js'
import { memoise } from '../../structures/memoise.js'
import { LineTable } from '../../structures/line-table.js'
import { respell, type Variant } from './respelling.js'

/** Variants of a word at most. */
const MOST_VARIANTS = 6
/** Respellings less likely than this are noise; more is asked where the table knows counterparts. */
const LEAST_PROBABILITY = 0.02
const LEAST_IF_KNOWN = 0.08
/** The exact form always weighs more. */
const MOST_WEIGHT = 0.95
/** A respelling is likelier right than its letters say, since the collection has it. */
const SHARPNESS = 0.3
/** Trust in the respelling of a word whose counterparts the table knows. */
const TRUST_IF_KNOWN = 0.3
/** Words of so few letters are alike by chance: `fint` is no `finne`, `hell` no `heil`, `sat` no `sett`. */
const SHORT = 4
/** Words of so few letters that both standards use are no other word's: `vel` is no `velger`. */
const SHORTEST = 3
/** Words of so many letters are not, though the models know both: `utlikna` is `utlignet`. */
const LONG = 7
/** Translations of a word of both standards that have this weight in the table are sure to be it, if spelled alike. */
const SURE = 0.5
/** Words of one meaning that were listed by hand have this weight in the table: they are sure, however spelled. */
export const LISTED = 0.96
/** What a variant of a word's dictionary form is worth to the word beside one of its own. */
const OF_LEMMA = 0.95
/** Those of a dictionary form must be so sure. */
const SURE_OF_LEMMA = 0.6
/** Short ones are alike by chance, unless translations have hardly another: `vann`, `vatn`. */
const SURE_IF_SHORT = 0.95
/** Words spelled alike begin with the same letters, so many. */
const SAME_LETTERS = 2
/** Longer words are links and slips. */
const LONGEST_WORD = 40
/** Words whose respellings are remembered. */
const REMEMBERED_WORDS = 500

/** Where a word is used: in bokmål, in nynorsk, or in both. */
export type UsedIn = 'b' | 'n' | 'bn'

/** A variant of a word, or of a dictionary form of it, `of`. */
export interface FoundVariant extends Variant {
  readonly of: string
}

/** What the model asks of a collection. */
export interface KnownWords {
  /** Has it the word, or a word whose dictionary form it is? Asked of many spellings that are no words. */
  has(word: string): boolean
  /** Has it any inflection of the word? */
  hasForm(word: string): boolean
  /** Is the word a name there? */
  isName(word: string): boolean
  /** The word's dictionary form. */
  lemmaOf(word: string): string
  /** The dictionary forms of all words that it may be a form of. */
  lemmasOf(word: string): readonly string[]
  /** Is it a form of a word that the models know? */
  isKnownForm(word: string): boolean
  /** Is it a form of one, but no dictionary form? */
  isInflection(word: string): boolean
}

/**
 * Finds a word's forms in the other standard of Norwegian.
 *
 *     ikke → ikkje      hvordan → korleis      regjeringen → regjeringa      øl → none, since both write it so
 */
export class VariantModel {
  private readonly unchanged: ReadonlySet<string>
  private readonly table: LineTable<readonly Variant[]>
  private readonly standards: LineTable<UsedIn>
  private readonly correspondences: readonly Correspondences[]
  /** A query on a cluster is planned several times. */
  private readonly respellings: (word: string) => readonly Variant[]

  /**
   * `text`: five sections of lines, an empty line apart: unchanged words, table, where words are used, stretches to
   * nynorsk, to bokmål.
   */
  constructor(text: string) {
    const [unchanged = '', table = '', standards = '', ...stretches] = text.split('\n\n')
    this.unchanged = new Set(unchanged.split('\n'))
    this.table = new LineTable(table, parseVariants)
    this.standards = new LineTable(standards, ([usedIn]) => usedIn as UsedIn)
    this.correspondences = stretches.map((section) => new Correspondences(section))
    this.respellings = memoise({ answers: REMEMBERED_WORDS }, (word) => this.findRespellings(word))
  }

  /** Variants that translations have shown, best first. `word` as `wordForm` gives it. */
  variantsOf(word: string): readonly Variant[] {
    return this.table.get(word) ?? []
  }

  /** Where the word is used; undefined where it is too rare to tell. */
  usedIn(word: string): UsedIn | undefined {
    return this.standards.get(word)
  }

  /**
   * Variants among a collection's words, best first: those of the table, and respellings of what it lacks.
   *
   *     sykehusdirektøren → sjukehusdirektøren, where the collection has it
   *
   * A word that both standards use has none and is none, unless translations are sure of one that is spelled alike
   * and is of one standard: `skole`, `skule`. Words of one standard are none of each other: `tog` is no `to`, though
   * translations have both. Nor does a form that only one standard has lead to a word of both: `mottok` is no `fekk`,
   * as `få` is used in both.
   *
   * Names, those of the collection too, and whatever is not of letters alone have no respelling, and no word is
   * respelled into a name: `Molde` is no `mulde`. Names that translations change are in the table: `Norge`, `Noreg`.
   */
  variantsAmong(word: string, collection: KnownWords): readonly FoundVariant[] {
    const best = new Map<string, FoundVariant>()
    const add = (variant: FoundVariant): void => {
      if (variant.word !== word && variant.weight > (best.get(variant.word)?.weight ?? 0))
        best.set(variant.word, variant)
    }
    for (const variant of this.variantsOfForm(word, collection)) add({ ...variant, of: word })
    for (const lemma of collection.isName(word) ? [] : collection.lemmasOf(word))
      if (lemma !== word)
        for (const { word: other, weight } of this.knownVariants(lemma, collection))
          if (weight >= SURE_OF_LEMMA && !this.isOfSame(word, other) && collection.hasForm(other))
            add({ word: other, weight: OF_LEMMA * weight, of: lemma })
    return [...best.values()]
      .map((variant) => ({ ...variant, weight: Math.min(MOST_WEIGHT, variant.weight) }))
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_VARIANTS)
  }

  /** Is it an inflection of a word that both standards use: `sengene`, which is no `sangene`? */
  private isOfBoth(word: string, collection: KnownWords): boolean {
    return collection.isInflection(word) && this.usedIn(collection.lemmaOf(word)) === 'bn'
  }

  /** Are both of one standard: `høyrde` and `høgre`, which `høyre` of bokmål is? */
  private isOfSame(word: string, other: string): boolean {
    const usedIn = this.usedIn(word)
    return (usedIn === 'b' || usedIn === 'n') && this.usedIn(other) === usedIn
  }

  private variantsOfForm(word: string, collection: KnownWords): Variant[] {
    const known = this.knownVariants(word, collection)
    if (this.standardOf(word, collection) === 'bn' && known.length === 0) return []
    const best = new Map(
      known.filter((one) => collection.hasForm(one.word)).map((one) => [one.word, one.weight] as const)
    )
    const isChance = this.isChance(word, collection)
    const isOfOther = this.isOfOther(word, collection)
    const trust = known.length > 0 ? TRUST_IF_KNOWN : 1
    const least = known.length > 0 ? LEAST_IF_KNOWN : LEAST_PROBABILITY
    for (const { word: respelled, weight } of collection.isName(word) ? [] : this.respellings(word)) {
      if (weight < least || isChance(respelled)) continue
      const trusted = Math.min(MOST_WEIGHT, trust * weight ** SHARPNESS)
      if (trusted <= (best.get(respelled) ?? 0) || !collection.has(respelled)) continue
      if (isOfOther(respelled) && !collection.isName(respelled) && !this.isOfBoth(respelled, collection))
        best.set(respelled, trusted)
    }
    return Array.from(best, ([form, weight]) => ({ word: form, weight }))
  }

  /** Those of the table that are of the other standard. */
  private knownVariants(word: string, collection: KnownWords): Variant[] {
    const usedIn = this.standardOf(word, collection)
    const isOfOther = this.isOfOther(word, collection)
    const isName = collection.isName(word)
    const isLemma = collection.isKnownForm(word) && !collection.isInflection(word)
    const isSure = (variant: Variant): boolean =>
      !isName &&
      // `vann` is water, and nothing that somebody won.
      !(word.length <= SHORT && isLemma && collection.isInflection(variant.word)) &&
      this.isSure(word, usedIn, variant)
    return this.variantsOf(word).filter((variant) => isOfOther(variant.word) || isSure(variant))
  }

  /** Where the word is used, or else its dictionary form; undefined where both are too rare to tell. */
  standardOf(word: string, collection: Pick<KnownWords, 'lemmaOf'>): UsedIn | undefined {
    return this.usedIn(word) ?? this.usedIn(collection.lemmaOf(word))
  }

  private isOfOther(word: string, collection: KnownWords): (other: string) => boolean {
    const usedIn = this.standardOf(word, collection)
    const isShort = word.length <= SHORT
    return (other) =>
      usedIn !== 'bn' &&
      isOtherStandard(usedIn, this.usedIn(other)) &&
      ((!isShort && other.startsWith(word.charAt(0))) ||
        isOtherStandard(usedIn, this.usedIn(collection.lemmaOf(other))))
  }

  /** Are two words listed, or is one used in both standards, and the other, spelled alike, its form in one of them? */
  private isSure(word: string, usedIn: UsedIn | undefined, { word: other, weight }: Variant): boolean {
    if (weight >= LISTED) return true
    const usedOther = this.usedIn(other)
    if (usedOther === 'bn' && other.length <= SHORTEST) return false
    const single = usedIn === 'bn' ? usedOther : usedOther === 'bn' ? usedIn : undefined
    return (
      (single === 'b' || single === 'n') &&
      weight >= (Math.max(word.length, other.length) > SHORT ? SURE : SURE_IF_SHORT) &&
      other.startsWith(word.slice(0, SAME_LETTERS))
    )
  }

  /** Are two known words alike by chance? Not if they are long, or where texts show each in its standard. */
  private isChance(word: string, collection: KnownWords): (other: string) => boolean {
    const isLemma = collection.isKnownForm(word) && !collection.isInflection(word)
    const isTold = word.length > SHORT && this.usedIn(word) !== undefined
    const isAlike =
      word.length >= LONG || !collection.isKnownForm(word)
        ? () => false
        : (other: string) => collection.isKnownForm(other) && !(isTold && this.usedIn(other) !== undefined)
    // A dictionary form is spelled as one in the other standard too: `siger` is no `sier`, and `piper` no `pepar`.
    const isInflection = collection.isInflection(word)
    return (other) =>
      isAlike(other) ||
      (isLemma && collection.isInflection(other)) ||
      (isInflection && collection.isKnownForm(other) && !collection.isInflection(other))
  }

  private findRespellings(word: string): readonly Variant[] {
    if (!/^\p{L}{3,}$/u.test(word) || word.length > LONGEST_WORD || this.unchanged.has(word)) return []
    return this.correspondences
      .flatMap((correspondences) => respell(word, correspondences))
      .filter((variant) => variant.word !== word && variant.word.length >= SHORTEST)
  }
}

/** @param file the text of a `VariantModel` in Latin-1, gzipped. Made by `train/variants/variants.ts`. */
export const decodeVariantModel = (file: Uint8Array): VariantModel =>
  new VariantModel(gunzipSync(file).toString('latin1'))

const isOtherStandard = (one: UsedIn | undefined, other: UsedIn | undefined): boolean =>
  other !== 'bn' && (one === undefined || one !== other)

const parseVariants = (fields: readonly string[]): Variant[] => {
  const variants: Variant[] = []
  for (let i = 0; i < fields.length; i += 2)
    variants.push({ word: fields[i]!, weight: Number(fields[i + 1]) / 100 })
  return variants
}
