/**
 * What do variants find in articles of a word's own standard?
 *
 *     npm run bench:variants -- --articles DIR [--words 5000]
 *
 * Searches each of the most frequent words of a folder alone, with variants and without, and counts the articles that
 * variants add. A word is of nynorsk where it is `TIMES` as frequent there as in bokmål, or else of bokmål. Prints one
 * JSON line: for each standard how many words are of it, how many articles they find by themselves, how many more by
 * variants in articles of that standard (which nobody asked for) and in others (which variants are for), and the words
 * with most of the former. Needs no judgements, so any collection will do.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Standard } from '../src/articles/article.js'
import { readText } from '../src/analysis/text/reading.js'
import { folderSource } from '../src/collection/article-source.js'
import type { SearchRequest } from '../src/engine/questions.js'
import { engineFrom } from './collection.js'

const { values } = parseArgs({
  options: { articles: { type: 'string' }, words: { type: 'string', default: '5000' } }
})
if (values.articles === undefined) throw new Error('Give a folder as --articles DIR.')

/** Words that are told of. */
const TOLD = 20
const SHORTEST = 3
const TIMES = 4

const source = folderSource(values.articles)
const counts = new Map<string, number>()
for await (const event of source.articles())
  if (event.kind === 'article')
    for (const { word } of readText(event.article.text).tokens) counts.set(word, (counts.get(word) ?? 0) + 1)
const words = [...counts]
  .filter(([word]) => word.length >= SHORTEST && /^[a-zæøå]+$/.test(word))
  .sort((a, b) => b[1] - a[1])
  .slice(0, Number(values.words))
  .map(([word]) => word)

const engine = await engineFrom(source)
const request: SearchRequest = {
  q: '',
  match: 'all',
  compounds: false,
  variants: false,
  fuzzy: false,
  filter: {},
  sort: 'newest',
  facets: ['language'],
  facetSize: 10,
  facetSort: 'count',
  snippets: { count: 1, length: 240 },
  explain: false,
  offset: 0,
  size: 1
}

type Counts = Readonly<Record<Standard, number>>

/** How many articles of each standard a search finds. */
const found = async (q: string, variants: boolean): Promise<Counts> => {
  const { facets } = await engine.ask('search', { ...request, q, variants })
  const count = (standard: Standard): number =>
    facets.language?.find(({ value }) => value === standard)?.count ?? 0
  return { nb: count('nb'), nn: count('nn') }
}

const summary = () => ({ words: 0, found: 0, moreInOwn: 0, moreInOther: 0, most: [] as [string, number][] })

const all = await found('', false)
const told = { nb: summary(), nn: summary() }
for (const word of words) {
  const [own, withVariants] = [await found(word, false), await found(word, true)]
  const [nb, nn] = [own.nb / Math.max(1, all.nb), own.nn / Math.max(1, all.nn)]
  const standard = nn > TIMES * nb ? 'nn' : 'nb'
  const other = standard === 'nb' ? 'nn' : 'nb'
  const sum = told[standard]
  const more = withVariants[standard] - own[standard]
  sum.words++
  sum.found += own.nb + own.nn
  sum.moreInOwn += more
  sum.moreInOther += withVariants[other] - own[other]
  if (more > 0) sum.most.push([word, more])
}
for (const { most } of Object.values(told)) most.sort((a, b) => b[1] - a[1]).splice(TOLD)
process.stdout.write(`${JSON.stringify({ articles: all, ...told })}\n`)
process.exit(0)
