import { LemmaRanker } from './lemma-ranker.js'
import type { StemModel, Stems } from './stem-model.js'

/** Brings a word to the form that it is indexed under. `word` as `wordForm` gives it. */
export type Stemmer = (word: string) => string

/** Shorter unknown words are left as they are. */
const SHORTEST = 3
/** Steps to a stem that stays; more than two are rare. */
const MOST_STEPS = 12

/**
 * Brings the inflections of a word to one stem, which mostly is its lemma, in bokmål and nynorsk alike.
 *
 *     bok, boka, bøkene → bok    mann, menn → mann    gå, gikk, gjekk → gå    barnas → barn    Norges → norge
 *     digitaliseringsbøkene → digitaliseringsbok      silo-tankegangen → silo-tankegang    17åringer → 17åring
 *
 * Of a form of several words this is the likeliest one's stem: `satt` is of `sette`; `createFurtherStems` has the
 * others. An unknown stem loses its -e, since the form rarely shows whether there is one: `kvigene` → kvig, and
 * `kvige` too.
 */
export const createStemmer = ({ stems, rules, weights }: StemModel): Stemmer => {
  const ranker = new LemmaRanker(rules, weights, stems)
  const step = (word: string): string => {
    const known = stems.get(word)
    if (known !== undefined) return known
    return word.length < SHORTEST ? word : withoutE(ranker.lemmaOf(word), stems)
  }
  /** Follows the steps to a stem that is its own stem, so that a word and its stem meet: `x` → y → z, `y` → z. */
  const stem = (word: string): string => {
    const path = [word]
    let at = word
    while (path.length < MOST_STEPS) {
      const next = step(at)
      if (next === at) return at
      const loop = path.indexOf(next)
      if (loop >= 0) return path.slice(loop).sort()[0]!
      path.push(next)
      at = next
    }
    return word
  }
  return (word) => {
    const start = lettersFrom(word)
    return start === 0 ? stem(word) : word.slice(0, start) + stem(word.slice(start))
  }
}

/** The stems of a word beside the one that `Stemmer` gives. */
export interface FurtherStems {
  /** It is indexed under them too: `satt` under sitte. */
  readonly meant: readonly string[]
  /** A search for it finds them too. */
  readonly asked: readonly string[]
}

const NONE: FurtherStems = { meant: [], asked: [] }

/** The stems of the other words that a form may be of. None of most words, which are of one, and of unknown ones. */
export const createFurtherStems =
  ({ stems }: StemModel): ((word: string) => FurtherStems) =>
  (word) => {
    const start = lettersFrom(word)
    const { meant, asked } = stems.of(word.slice(start)) ?? NONE
    if (meant.length < 2 && asked.length === 0) return NONE
    const whole = (stem: string): string => word.slice(0, start) + stem
    return { meant: meant.slice(1).map(whole), asked: asked.map(whole) }
  }

/**
 * Of the words that share a stem, those that a form is of, as `STEM_KINDS`; undefined where it may be any, or is
 * unknown.
 *
 *     starten, starte → 'n'      startet, starte → 'v'      starter, starte → undefined, as it is both
 */
export type WordKinds = (word: string, stem: string) => string | undefined

export const createWordKinds =
  ({ stems }: StemModel): WordKinds =>
  (word, stem) =>
    stems.of(stems.knownForm(word))?.kinds?.get(stem)

const withoutE = (lemma: string, stems: Stems): string => {
  const known = stems.get(lemma)
  if (known !== undefined) return known
  if (lemma.length <= SHORTEST || !lemma.endsWith('e')) return lemma
  const short = lemma.slice(0, -1)
  return stems.get(short) ?? short
}

/**
 * Where the letters begin that end the word: `silo-tankegangen` → 5, `17åring` → 2; `co2` and `digi.no` end in none.
 */
const lettersFrom = (word: string): number => {
  if (/^[a-zæøå]*$/.test(word)) return 0
  if (word.includes('.')) return word.length
  return /\p{L}*$/u.exec(word)!.index
}

/** What is known of a word: is the form in the table, and is it a name? */
export interface WordTests {
  readonly isKnownForm: (word: string) => boolean
  readonly isName: (word: string) => boolean
}

/**
 * Takes the genitive's -s from unknown words where the rest is known, and leaves unknown names as they are.
 *
 *     kroatia, kroatias → kroatia      bøkenes → bok      hus → hus
 */
export const keepNames =
  ({ isKnownForm, isName }: WordTests, stem: Stemmer): Stemmer =>
  (word) => {
    if (isKnownForm(word)) return stem(word)
    const short = word.endsWith('s') ? word.slice(0, -1) : ''
    if (isKnownForm(short)) return stem(short)
    if (!isName(word)) return stem(word)
    return isName(short) ? short : word
  }
