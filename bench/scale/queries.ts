import { readText } from '../../src/analysis/text/reading.js'
import { isStopWord } from '../../src/analysis/text/stop-words.js'
import { randomNumbers } from '../../tools/random.js'

/** Words of a query, at most. */
const LONGEST = 3

/** Different queries of one to three words that stand beside each other in a text, but for stop words. */
export const drawQueries = (texts: readonly string[][], count: number): string[] => {
  const random = randomNumbers(1)
  const below = (limit: number): number => Math.floor(random() * limit)
  const queries = new Set<string>()
  while (queries.size < count) {
    const lines = texts[below(texts.length)]!
    const text = lines[below(lines.length)]!
    const words = readText(text).tokens.filter(({ word }) => !isStopWord(word))
    const first = below(Math.max(1, words.length))
    const chosen = words.slice(first, first + 1 + below(LONGEST))
    if (chosen.length > 0) queries.add(chosen.map(({ start, end }) => text.slice(start, end)).join(' '))
  }
  return [...queries]
}

/** Words that most articles have, and some that many have. */
const FREQUENT =
  'og er i som det en på av med å til for den ikke de at var et har om fra man seg men så vi kan'
const MANY =
  'film musikk bok spill barn historie lyd album serie bil tid mann kvinne verden dag band plate scene'

const words = (text: string, count: number): string[] => {
  const list = text.split(' ')
  return Array.from({ length: count }, (_, i) => `${list[i % list.length]!}${i < list.length ? '' : 's'}`)
}
const search = (q: string, more: Readonly<Record<string, string>> = {}): string =>
  `/v1/search?${new URLSearchParams({ q, ...more }).toString()}`
const LONG = { size: '100', snippets: '5', snippetLength: '500' }

/** What costs most: paths of thirty searches. */
export const HOSTILE: readonly string[] = [
  ...['"det er"', '"i og for seg"', '"det er en"', '"og det var en"', '"er det" "det var" "som er" "er en"'],
  ...['"det er en som har"~30', '"film musikk"~50', '"og i som det en på av med"~20'],
  ...['s* OR k*', 'a* b* c* d* e* f*', 'st* OR sk* OR sp* OR be*', '*', 'e*'],
  ...[words(MANY, 64).join(' '), words(MANY, 64).join(' OR '), words(FREQUENT, 64).join(' OR ')],
  ...[
    words(MANY, 8)
      .map((word) => `${word}~`)
      .join(' '),
    'flim~ musik~ bokk~ spilll~'
  ],
  ...[
    '-film',
    'NOT (film OR musikk) -bok',
    'title:det text:er',
    '(((film OR bok) AND (det OR er)) OR "en av de")'
  ],
  ...['menneskerettighetsorganisasjon fotballspiller barnehageplass', 'det']
]
  .map((q) => search(q))
  .concat([
    search('film', LONG),
    search('film musikk bok', { ...LONG, match: 'any', explain: 'true' }),
    search('det er', LONG),
    search('det', { facets: 'source,language,year,month,author,tag' }),
    search('det', { sort: 'newest', size: '100' }),
    '/v1/snippets?q=film&size=100'
  ])
