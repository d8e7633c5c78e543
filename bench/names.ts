import { parseArgs } from 'node:util'
import { readText } from '../src/analysis/text/reading.js'
import { readArticles } from '../src/articles/read-articles.js'
import { resolveArticle } from '../src/entities/article/resolve-article.js'
import { findCredits } from '../src/entities/credits/find-credits.js'
import { servedType } from '../src/entities/entity-type.js'
import { norwegianRecogniser, servedNames } from '../src/entities/norwegian-names.js'
import { recogniseText } from '../src/entities/recogniser/recognise-text.js'
import { extractQuotes } from '../src/quotes/extract-quotes.js'

// What the recogniser finds in a folder of articles, to be read by a person, and how fast names and quotes together are
// read, on one core, of texts whose tokens are known. `creditsMs` has the processor time that texts of nothing but
// credits take, with 5,000 and 20,000 of them: four times as long where the time is linear.
//
//     npm run bench:names -- --articles DIR
const { values } = parseArgs({ options: { articles: { type: 'string', default: 'articles' } } })

/**
 * The folder is read again until this much processor time has gone. The first pass is told apart: the half of its time
 * is the compiler's, which a service pays once.
 */
const LEAST_SECONDS = 4

const recognise = norwegianRecogniser()
const texts: string[] = []
for await (const event of readArticles(values.articles)) {
  if (event.kind !== 'article') continue
  const { id, text } = event.article
  texts.push(text)
  const confidences = new Map<string, number[]>()
  for (const { type, start, end, confidence } of recogniseText(recognise, text, readText(text))) {
    const key = `${servedType(type) ?? '(not served)'}\t${type}\t${text.slice(start, end).replace(/\s+/g, ' ')}`
    confidences.set(key, [...(confidences.get(key) ?? []), confidence])
  }
  console.log(id)
  for (const [key, list] of [...confidences].sort(([a], [b]) => a.localeCompare(b, 'nb')))
    console.log(`\t${key}\t${list.map((confidence) => confidence.toFixed(2)).join(' ')}`)
}

const articles = texts.map((text) => ({ text, reading: readText(text) }))
const tokens = articles.reduce((sum, { reading }) => sum + reading.tokens.length, 0)

/** Reads all articles, without any form worked out before. @returns seconds of processor time */
const pass = (): number => {
  const findNames = servedNames(norwegianRecogniser())
  const start = process.cpuUsage()
  for (const { text, reading } of articles)
    extractQuotes(text, reading, resolveArticle(text, findNames(text, reading)))
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

/** @returns milliseconds of processor time for each length */
const creditTimes = (part: string): number[] =>
  [5_000, 20_000].map((times) => {
    const start = process.cpuUsage()
    findCredits(part.repeat(times))
    const { user, system } = process.cpuUsage(start)
    return Math.round((user + system) / 1e3)
  })

const CREDITS = ['Foto: Kari Moe ', 'Av Kari Moe\n', '(NTB) ', 'Foto: Foto: ', 'Kari Moe / ']
const first = pass()
let seconds = 0
let passes = 0
for (; seconds < LEAST_SECONDS; passes++) seconds += pass()
console.log(
  JSON.stringify({
    articles: articles.length,
    tokens,
    passes,
    articlesPerSecond: Math.round((articles.length * passes) / seconds),
    tokensPerSecond: Math.round((tokens * passes) / seconds),
    firstPass: Math.round(tokens / first),
    creditsMs: Object.fromEntries(CREDITS.map((part) => [part, creditTimes(part)]))
  })
)
