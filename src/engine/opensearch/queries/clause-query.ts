import type { Standard } from '../../../articles/article.js'
import { LEAST_WORDS } from '../../../segment/articles/written-in.js'
import type { Clause, FactClause, PhraseClause, PhraseSlot, WordClause } from '../../../query/clause.js'
import { factKey } from '../../../segment/articles/facts.js'
import { CASES } from '../../../segment/positions/positions.js'
import { isPartKey, termOfKey, type PostingKey } from '../../../segment/postings/postings.js'
import type { Vocabulary } from '../../../segment/words/vocabulary.js'
import { annotationsOf } from '../../../segment/annotations/annotations.js'
import type { Generation } from '../../../segment/generation.js'
import { entityRow } from '../names/lookup-entities.js'
import { keyName, TOKENS } from '../layout/token-names.js'
import {
  allOf,
  anyOf,
  adjacentQuery,
  EVERYTHING,
  nearQuery,
  NOTHING,
  tokensQuery,
  type Place,
  type Query
} from './token-query.js'

/** Which articles match a clause, as a query that is not scored. @throws {EngineError} */
export const clauseQuery = (
  generation: Pick<Generation, 'vocabulary' | 'annotations'>,
  clause: Clause
): Query => {
  const { vocabulary } = generation
  switch (clause.kind) {
    case 'every':
      return EVERYTHING
    case 'word':
      return wordQuery(vocabulary, clause)
    case 'phrase':
      return phraseQuery(vocabulary, clause)
    case 'fact':
      return factQuery(clause)
    case 'entity':
      return namingQuery(
        generation,
        annotationsOf(generation).entities.withWordsOfType(clause.type, clause.value, clause)
      )
    case 'mention':
      return mentionQuery(generation, clause.entity)
    case 'not':
      return { bool: { must_not: [clauseQuery(generation, clause.clause)] } }
    case 'any':
      return anyOf(clause.clauses.map((one) => clauseQuery(generation, one)))
    case 'all':
      return allOf(clause.clauses.map((one) => clauseQuery(generation, one)))
  }
}

/** The articles that mention an entity; none where nobody has the id. @throws {NotAnnotatedError} */
export const mentionQuery = (generation: Pick<Generation, 'annotations'>, id: string): Query => {
  const entity = annotationsOf(generation).entities.find(id)
  return namingQuery(generation, entity === undefined ? [] : [entity])
}

const namingQuery = (generation: Pick<Generation, 'annotations'>, entities: readonly number[]): Query => {
  const keys = entities.flatMap((entity) => entityRow(generation, entity).keys)
  return keys.length === 0 ? NOTHING : { terms: { names: keys } }
}

export const nameOfKey = (vocabulary: Vocabulary, key: PostingKey): string =>
  keyName(vocabulary.term(termOfKey(key)), isPartKey(key))

const wordQuery = (vocabulary: Vocabulary, { notIn, ...clause }: WordClause): Query => {
  const query = wordsQuery(vocabulary, clause)
  return notIn === undefined ? query : { bool: { filter: [query], must_not: [isWrittenIn(notIn)] } }
}

/** See `isWrittenIn` of the segment. */
const isWrittenIn = (language: Standard): Query => ({
  bool: { filter: [{ term: { language } }, { range: { textLength: { gte: LEAST_WORDS } } }] }
})

const wordsQuery = (vocabulary: Vocabulary, { keys, among }: WordClause): Query => {
  if (keys.length === 0) return NOTHING
  // A cluster does not know all words with a part: articles that only have a name which is spelled like one are found.
  if (among === undefined || among.unsure !== undefined)
    return { terms: { keys: keys.map((key) => nameOfKey(vocabulary, key)) } }
  if (among.areAll)
    return tokensQuery(
      keys.flatMap((key) => tokensOfKey(vocabulary, key)),
      among.field
    )
  const tokens = [...among.words].flatMap((id) => {
    const leastCase = among.cases?.get(id) ?? CASES.small
    const word = vocabulary.word(id)
    const token = leastCase === CASES.small ? TOKENS.word(word) : TOKENS.cased(word, leastCase)
    return among.withMarked ? [token, TOKENS.markedForm(word)] : token
  })
  const marked = among.markedForm === undefined ? [] : [TOKENS.markedForm(among.markedForm)]
  return tokensQuery([...tokens, ...marked], among.field)
}

/** The tokens of the words that stand under a key. */
export const tokensOfKey = (vocabulary: Vocabulary, key: PostingKey): string[] => {
  const term = vocabulary.term(termOfKey(key))
  return isPartKey(key) ? [TOKENS.part(term)] : [TOKENS.term(term), TOKENS.markedTerm(term)]
}

const factQuery = ({ fact, value, words, prefix }: FactClause): Query => {
  const key = factKey(value)
  const asWords = words ? wordsPattern(key, prefix) : undefined
  if (asWords !== undefined) return { regexp: { [fact]: { value: asWords } } }
  return { [prefix ? 'prefix' : 'term']: { [fact]: { value: key } } }
}

/** What divides words, as a class of Lucene's regular expressions: ASCII but letters, digits and control characters. */
const DIVIDER = '[ -/:-@\\[-`{-~]'

/** Finds words beside each other in a value, in the form of its `factKey`; undefined where there are none. */
const wordsPattern = (key: string, prefix = false): string | undefined => {
  const words = key.match(/[\p{L}\p{M}\p{N}]+/gu)
  return words === null
    ? undefined
    : `(.*${DIVIDER})?${words.join(`${DIVIDER}+`)}${prefix ? '.*' : `(${DIVIDER}.*)?`}`
}

const phraseQuery = (vocabulary: Vocabulary, { slots, within, hasWhole, field }: PhraseClause): Query => {
  if (within !== undefined) {
    const places = slots.map((slot) => placeOf(vocabulary, slot))
    if (hasWhole !== true) return nearQuery(places, within, field)
    const ways = slots.map((slot, at) => places.with(at, wholePlace(vocabulary, slot)))
    return anyOf([...ways.map((way) => nearQuery(way, within, field)), nearQuery(places, 0, field)])
  }
  return anyOf(
    divisions(slots.length).map((runs) =>
      adjacentQuery(
        runs.map((run) => runPlace(vocabulary, slots, run)),
        field
      )
    )
  )
}

/** The same but for compounds with such a part that the writer did not mark. */
const wholePlace = (vocabulary: Vocabulary, { keys, words, term }: PhraseSlot): Place =>
  placeOf(vocabulary, { keys, words, ...(term !== undefined && { term }) })

/** The tokens that may stand at a place of its own. */
const placeOf = (vocabulary: Vocabulary, { term, part, form, words }: PhraseSlot): Place => {
  if (part !== undefined) {
    const inside = TOKENS.part(vocabulary.term(part.term))
    if (term === undefined) return [inside]
    const name = vocabulary.term(term)
    return [TOKENS.term(name), inside, TOKENS.markedTerm(name)]
  }
  // A word that the collection has not, or one of which it has other forms alone.
  if (term === undefined) return []
  const name = vocabulary.term(term)
  if (form === undefined) return [TOKENS.term(name), TOKENS.markedTerm(name)]
  return words.size === 0 ? [TOKENS.markedForm(form)] : [TOKENS.word(form), TOKENS.markedForm(form)]
}

/** Slots from `from` to before `to` that one word fills, with its parts where they are several. */
interface SlotRun {
  readonly from: number
  readonly to: number
}

/**
 * The tokens that fill a run of slots in order: a word for one slot, or a word whose parts are marked for one or more.
 * Its other parts must stand before the phrase or after it.
 */
const runPlace = (vocabulary: Vocabulary, slots: readonly PhraseSlot[], { from, to }: SlotRun): Place => {
  const run = slots.slice(from, to)
  const names = run.map(({ term, form }) =>
    term === undefined ? undefined : (form ?? vocabulary.term(term))
  )
  if (names.some((name) => name === undefined)) return []
  const kind = run[0]!.form === undefined ? 'terms' : 'forms'
  const marked = TOKENS.run(kind, names as string[], { first: from > 0, last: to < slots.length })
  if (run.length > 1) return [marked]
  const own = kind === 'forms' ? TOKENS.word(names[0]!) : TOKENS.term(names[0]!)
  return [own, marked]
}

/** Longer phrases are not divided: a word fills one slot there. */
const MOST_DIVIDED = 5

/** The ways to divide a phrase into runs of slots, each slot alone first. */
const divisions = (length: number): SlotRun[][] => {
  const single = Array.from({ length }, (_, from) => ({ from, to: from + 1 }))
  if (length > MOST_DIVIDED) return [single]
  const from = (start: number): SlotRun[][] =>
    start === length
      ? [[]]
      : Array.from({ length: length - start }, (_, i) => start + i + 1).flatMap((to) =>
          from(to).map((rest) => [{ from: start, to }, ...rest])
        )
  return from(0)
}
