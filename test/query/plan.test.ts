// - a word finds its inflections, its other spellings, the compounds it is part of and, if it is one, its parts, each
//   with its weight; a form that is typed has the most
// - stop words are left out beside others, and searched where there are no others: in a field, with ~, or under a sign
//   too
// - excluded words are neither scored nor marked; what is excluded does not grow when a query is relaxed
// - a word that is typed twice is one term; a field and a phrase make their words count only there
// - limits: the number of words of a query, and of words that prefixes stand for and articles that have them; a warning
//   says what was left out
// - warnings of the parser come first

import { isPartKey, termOfKey, type PostingKey } from '../../src/segment/postings/postings.js'
import { matchClause } from '../../src/query/selection/match.js'
import t from 'tap'
import type { Generation } from '../../src/segment/generation.js'
import { expandPrefix } from '../../src/query/planning/expand-prefix.js'
import { LIMITS } from '../../src/query/planning/limits.js'
import { indexOf, matching, planOf } from '../segment/collection.js'

const news = await indexOf({
  compound: 'Regjeringens digitaliseringsstrategi er i alle aviser.',
  parts: 'En strategi for digitalisering og en strategi til.',
  exact: 'Ålesund er en by.',
  spelled: 'Aalesund var en by.',
  folded: 'Alesund kan bli en by.',
  hyphen: 'IKT-Norge er en forening i Norge.',
  and: 'Kari og Ola'
})

/** A key as FlexSearch has it: a part of compounds begins with a plus. */
const nameOf = ({ vocabulary }: Generation, key: PostingKey): string =>
  `${isPartKey(key) ? '+' : ''}${vocabulary.term(termOfKey(key))}`

const kinds = (index: Generation, q: string): string[] =>
  planOf(index, q).terms.flatMap(({ matches }) =>
    matches.map(({ kind, key, weight }) => `${kind} ${nameOf(index, key)} ${weight}`)
  )

const terms = (q: string): string[] => planOf(news, q).terms.map(({ text }) => text)

/** Without the parts that a name may seem to have in a query, where it is typed in small letters. */
const spellings = (q: string): string[] => kinds(news, q).filter((kind) => !kind.startsWith('part'))

t.test('what a word finds', (t) => {
  t.same(kinds(news, 'strategien'), ['whole strategi 1', 'compound +strategi 0.35'])
  t.same(spellings('ålesund'), ['whole ålesund 1', 'variant alesund 0.5', 'variant aalesund 0.5'])
  t.same(spellings('alesund'), ['whole alesund 1', 'variant ålesund 0.5', 'variant aalesund 0.5'])
  t.same(kinds(news, 'missing'), [], 'no article stands under it')
  t.same(kinds(news, '"strategien"'), ['whole strategi 1'], 'quoted: no compounds')
  const compound = kinds(news, 'digitaliseringsstrategi')
  t.equal(compound[0], 'whole digitaliseringsstrategi 1')
  t.ok(compound.includes('part strategi 0.35'))
  t.ok(kinds(news, 'IKT-Norge').includes('part norge 0.7'), 'marked parts count more')
  t.end()
})

t.test('a spelling is found though it is no inflection that is known', async (t) => {
  const index = await indexOf({ marked: 'Blåbærene er modne.', other: 'Bjørnebær i skogen.' })
  for (const typed of ['blåbær', 'blaabaer', 'blabar', 'blaabærene', 'blabarene'])
    t.same(matching(index, typed), ['marked'], typed)
  t.same(matching(index, 'bjoernebaer'), ['other'])
  t.end()
})

t.test('a spelling that is not in the collection weighs no more than the typed one', (t) => {
  for (const { matches, idf } of planOf(news, 'ålesund strategi Norge').terms)
    for (const match of matches) t.ok(match.idf <= idf)
  t.end()
})

t.test('stop words', (t) => {
  t.same(terms('og strategi i by'), ['strategi', 'by'])
  t.same(terms('og i'), ['og', 'i'])
  t.same(matching(news, 'og'), ['parts', 'and'])
  t.same(matching(news, 'og~'), ['parts', 'and'])
  t.same(matching(news, 'text:og'), ['parts', 'and'])
  t.same(matching(news, 'title:og'), [])
  t.same(terms('og -by'), ['og'], 'the other word is excluded')
  t.same(matching(news, 'strategi -og'), ['compound'], 'a sign of its own')
  t.same(matching(news, 'strategi +i'), ['compound'])
  t.same(
    matching(news, 'by -(en Ålesund)'),
    [],
    'in a group it is left out: no article has Ålesund or its spellings'
  )
  t.same(matching(news, '"er en by"'), ['exact'], 'in a phrase, as it is written')
  t.same(matching(news, '"er en by"~0'), ['exact', 'spelled'], 'in any inflection: er, var')
  t.same(matching(news, 'NOT og'), ['compound', 'exact', 'spelled', 'folded', 'hyphen'])
  t.end()
})

t.test('excluded words', (t) => {
  t.same(terms('by -strategi NOT Ålesund'), ['by'])
  t.same(terms('-strategi'), [])
  t.same(matching(news, 'by -Ålesund'), [])
  t.same(matching(news, 'by -"Ålesund"'), ['spelled', 'folded'], 'a quoted word has no other spellings')
  const { relaxed } = planOf(news, 'by missing -(Kari by)', { match: 'auto' })
  const found = matchClause(news, relaxed).toArray().length
  t.equal(found, 3, 'without by AND Kari: not without each of them')
  t.end()
})

t.test('repeated words', (t) => {
  t.same(terms('strategi strategien STRATEGI'), ['strategi'])
  t.same(terms('strategi strateg*'), ['strategi', 'strateg*'])
  t.same(terms('strategi title:strategi'), ['strategi', 'strategi'])
  t.equal(planOf(news, 'by by').keys.length, planOf(news, 'by').keys.length)
  t.same(planOf(news, 'by by').keys, planOf(news, 'by').keys)
  t.end()
})

t.test('fields and phrases', (t) => {
  const [field] = planOf(news, 'title:by').terms
  t.equal(field?.field, 'title')
  const phrase = planOf(news, '"en by"').terms.map((term) => term.phrase?.slots)
  t.same(phrase, [[0], [1]])
  t.same(planOf(news, 'source:NRK author:"Kari Nordmann"').terms, [], 'facts are not words')
  t.end()
})

t.test('what is required where any word is enough', (t) => {
  t.same(matching(news, 'strategi Kari', { match: 'any' }), ['compound', 'parts', 'and'])
  t.same(matching(news, 'strategi +Kari', { match: 'any' }), ['and'])
  t.same(matching(news, 'strategi Kari -aviser', { match: 'any' }), ['parts', 'and'])
  t.same(matching(news, 'strategi AND Kari', { match: 'any' }), [], 'an operator holds')
  t.end()
})

t.test('too many words', (t) => {
  const many = Array.from({ length: LIMITS.words }, (_, i) => `ord${i}`)
  t.same(planOf(news, many.join(' ')).warnings, [])
  const q = `${many.join(' ')} by strategi ${many.join(' ')}`
  t.equal(planOf(news, q).terms.length, LIMITS.words)
  t.same(planOf(news, q).warnings, [
    'The query has more than 64 different words, so only the first 64 are searched.'
  ])
  const phrase = planOf(news, `"${many.join(' ')} by ord1"`)
  t.equal(phrase.terms.length, LIMITS.words, 'a phrase ends before the word that is too many')
  t.same(planOf(news, `AND ${q}`).warnings.length, 2)
  t.match(planOf(news, `AND ${q}`).warnings[0], /operator/)
  t.end()
})

t.test('phrases that say nothing new are searched once', (t) => {
  const { terms, clause } = planOf(news, '"en by" Ålesund "en by" "EN BY"')
  t.same(
    terms.map(({ text }) => text),
    ['en', 'by', 'Ålesund']
  )
  t.equal(clause.kind === 'all' && clause.clauses.length, 2)
  const near = planOf(news, `"${'og '.repeat(600)}Kari"~50`)
  t.same(
    near.terms.map(({ text }) => text),
    ['og', 'Kari'],
    'in any order one word fills all the places of a repeated one'
  )
  const [twice] = planOf(news, '"og og"').terms
  t.same(twice?.phrase?.slots, [0, 1], 'in order it has two places')
  t.equal(planOf(news, '"og og"').terms.length, 1)
  t.end()
})

t.test('too many phrases, too long ones, and too much of the same', (t) => {
  const phrases = Array.from({ length: LIMITS.phrases + 1 }, (_, i) => `"en by"~${i + 1}`)
  t.same(planOf(news, phrases.slice(1).join(' OR ')).warnings, [])
  t.match(planOf(news, phrases.join(' OR ')).warnings, [/more than 16 different phrases/])
  const long = planOf(news, `"${'by '.repeat(LIMITS.phraseWords + 1)}"`)
  t.equal(long.terms[0]?.phrase?.clause.slots.length, LIMITS.phraseWords)
  t.match(long.warnings, [/A phrase has more than 64 words/])
  const groups = (count: number): string => '(en OR by) '.repeat(count)
  t.same(planOf(news, groups(LIMITS.operands / 2)).warnings, [])
  t.match(planOf(news, `${groups(LIMITS.operands / 2)} strategi`).warnings, [
    /more than 256 words and phrases/
  ])
  t.end()
})

t.test('prefixes', async (t) => {
  t.same(matching(news, 'strat*'), ['parts'], 'begins the word, not a part of it')
  t.same(matching(news, 'nor*'), ['hyphen'])
  t.same(matching(news, 'digital*'), ['compound', 'parts'])
  t.same(matching(news, 'missing*'), [])
  const words = Array.from({ length: 2000 }, (_, i) => `a${i}`)
  const index = await indexOf({
    all: `${words.join(' ')} ${words.slice(990, 1200).join(' ')} b1`,
    rare: 'a1999',
    often: 'a1000'
  })
  const cut = planOf(index, 'a*')
  t.same(cut.warnings, ['Very many words begin with “a”, so only the 500 most frequent are searched.'])
  t.equal(cut.terms[0]?.words.size, 500)
  t.same(matching(index, 'a*'), ['all', 'rare', 'often'])
  const shared = planOf(index, 'a* AND a1* AND b*')
  t.equal(shared.terms[0]?.words.size, 166)
  t.equal(shared.warnings.length, 2)
  t.ok(
    shared.terms[0]?.matches.every(({ idf }) => idf === shared.terms[0]?.matches[0]?.idf),
    'all count alike'
  )
  const within = (mostArticles: number): readonly [cutTo: number | undefined, words: readonly string[]] => {
    const typed = { text: 'a*', word: 'a', start: 0 }
    const { cutTo, term } = expandPrefix(index, typed, { most: 500, mostArticles })
    return [cutTo, [...term.words.keys()].map((word) => index.vocabulary.word(word)).sort()]
  }
  t.strictSame(within(4), [2, ['a1000', 'a1999']], 'those that most articles have')
  t.equal(within(0)[0], 1)
  t.equal(within(502)[0], 500)
})
