import { foldKey } from '../../analysis/text/fold.js'
import { spellingKey } from '../../analysis/text/spelling.js'
import { groupByKey, type KeyedLists, type Lists, type Pairs } from '../../structures/lists.js'
import { sortedTexts } from '../../structures/prefix-range.js'
import { largestFirst } from '../../structures/sort-in-slices.js'
import { hashOf } from '../../structures/string-table.js'
import { sharedColumn } from '../../structures/tables.js'
import { buildGramTables } from './gram-index.js'
import { buildLetterTables } from './near-words.js'
import type { TermId, WordId, WordRunTables } from './vocabulary-tables.js'

/** What a run is made of: the words and terms of a collection, and how often each word occurs. */
export interface WordForms {
  readonly wordCount: number
  readonly termCount: number
  word(id: WordId): string
  term(id: TermId): string
  termOf(word: WordId): TermId
  /** Calls `visit` with the term of a word and those of the other words that it may be a form of. */
  forEachTerm(word: WordId, visit: (term: TermId) => void): void
  /** Calls `visit` with the terms of a compound's parts, in order. */
  forEachPart(word: WordId, visit: (part: TermId) => void): void
  frequency(word: WordId): number
}

/** The first ids that are in a run; all that follow are. */
export interface RunStart {
  readonly word: WordId
  readonly term: TermId
}

/** Ways to all words from some on; `firstCounts` are still to be filled in. Lets other work run meanwhile. */
export const buildWordRun = async (forms: WordForms, start: RunStart): Promise<WordRunTables> => {
  const count = forms.wordCount - start.word
  const words = Array.from({ length: count }, (_, i) => forms.word(start.word + i))
  const toIds = (places: Uint32Array, first = start.word): Uint32Array => {
    places.forEach((place, i) => (places[i] = first + place))
    return places
  }
  const order = await sortedTexts(words)
  const ranks = sharedColumn(Uint32Array, count)
  order.forEach((place, rank) => (ranks[place] = rank))
  const byFrequency = largestFirst(Uint32Array.from(words, (_, place) => forms.frequency(start.word + place)))
  const letters = await buildLetterTables(words)
  const termLetters = await buildLetterTables(termsAlone(forms, start, new Set(words)))
  return {
    range: Uint32Array.of(start.word, forms.wordCount, start.term, forms.termCount),
    sorted: toIds(order),
    ranks,
    firstCounts: sharedColumn(Uint32Array, count),
    folded: toIds(await foldedOrder(words)),
    wordsOfTerm: await groupTerms(forms, start, {
      count,
      forEach: (place, pair) => {
        forms.forEachTerm(start.word + place, (term) => {
          pair(term, start.word + place)
        })
      }
    }),
    wordsWithPart: await groupTerms(forms, start, {
      count,
      forEach: (place, pair) => {
        const word = start.word + byFrequency[place]!
        const seen = new Set<TermId>()
        forms.forEachPart(word, (part) => {
          if (!seen.has(part)) pair(part, word)
          seen.add(part)
        })
      }
    }),
    letters: { ...letters, words: toIds(letters.words) },
    termLetters: { ...termLetters, words: toIds(termLetters.words, start.term) },
    grams: await buildGramTables(words),
    spellings: await groupSpellings(forms, start)
  }
}

/** The terms by their places, with nothing in the place of those that are words. */
const termsAlone = (forms: WordForms, start: RunStart, words: ReadonlySet<string>): string[] =>
  Array.from({ length: forms.termCount - start.term }, (_, i) => {
    const term = forms.term(start.term + i)
    return words.has(term) ? '' : term
  })

/** Places of the words with marks, by their folded keys. */
const foldedOrder = async (words: readonly string[]): Promise<Uint32Array> => {
  const keys = words.map(foldKey)
  const marked = Uint32Array.from(keys.flatMap((key, place) => (key === words[place] ? [] : place)))
  const order = await sortedTexts(Array.from(marked, (place) => keys[place]!))
  order.forEach((at, i) => (order[i] = marked[at]!))
  return order
}

/** Lists by term: of all terms in the first run, of those that have members in later ones. */
const groupTerms = async (forms: WordForms, start: RunStart, pairs: Pairs): Promise<KeyedLists> => {
  if (start.word === 0)
    return { keys: sharedColumn(Uint32Array, 0), ...(await groupByKey(forms.termCount, pairs)) }
  const placeOf = new Map<TermId, number>()
  const terms = new Set<TermId>()
  for (let step = 0; step < pairs.count; step++) pairs.forEach(step, (term) => terms.add(term))
  const keys = sharedColumn(Uint32Array, terms.size)
  keys.set([...terms])
  keys.sort().forEach((term, place) => placeOf.set(term, place))
  const lists = await groupByKey(keys.length, {
    count: pairs.count,
    forEach: (step, pair) => {
      pairs.forEach(step, (term, word) => {
        pair(placeOf.get(term)!, word)
      })
    }
  })
  return { keys, ...lists }
}

/** Terms by the spelling key of the term itself and of its words, where the key is another form. */
const groupSpellings = async (forms: WordForms, start: RunStart): Promise<Lists> => {
  const keys: string[] = []
  const owners: TermId[] = []
  const note = (form: string, term: TermId): void => {
    const key = spellingKey(form)
    if (key === form) return
    keys.push(key)
    owners.push(term)
  }
  for (let term = start.term; term < forms.termCount; term++) note(forms.term(term), term)
  for (let word = start.word; word < forms.wordCount; word++) {
    const [form, term] = [forms.word(word), forms.termOf(word)]
    if (forms.term(term) !== form) note(form, term)
  }
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, keys.length)))
  return groupByKey(buckets, {
    count: keys.length,
    forEach: (i, pair) => {
      pair(hashOf(keys[i]!) & (buckets - 1), owners[i]!)
    }
  })
}
