import { parseArgs } from 'node:util'
import { readText } from '../src/analysis/text/reading.js'
import { readArticles } from '../src/articles/read-articles.js'
import { resolveArticle } from '../src/entities/article/resolve-article.js'
import { servedType } from '../src/entities/entity-type.js'
import { norwegianNames, norwegianRecogniser } from '../src/entities/norwegian-names.js'
import { recogniseText } from '../src/entities/recogniser/recognise-text.js'
import { extractQuotes } from '../src/quotes/extract-quotes.js'

// What the recogniser finds in a folder of articles, to be read by a person, and how fast names and quotes together are
// read, on one core, of texts whose tokens are known:
//
//     npm run bench:names -- --articles DIR
const { values } = parseArgs({ options: { articles: { type: 'string', default: 'articles' } } })

const recognise = norwegianRecogniser()
let articles = 0
let tokens = 0
let seconds = 0
for await (const event of readArticles(values.articles)) {
  if (event.kind !== 'article') continue
  const { id, text } = event.article
  const reading = readText(text)
  const start = process.cpuUsage()
  extractQuotes(text, reading, resolveArticle(text, norwegianNames(text, reading)))
  const { user, system } = process.cpuUsage(start)
  tokens += reading.tokens.length
  const names = recogniseText(recognise, text, reading)
  seconds += (user + system) / 1e6
  articles++
  const confidences = new Map<string, number[]>()
  for (const { type, start, end, confidence } of names) {
    const key = `${servedType(type) ?? '(not served)'}\t${type}\t${text.slice(start, end).replace(/\s+/g, ' ')}`
    confidences.set(key, [...(confidences.get(key) ?? []), confidence])
  }
  console.log(id)
  for (const [key, list] of [...confidences].sort(([a], [b]) => a.localeCompare(b, 'nb')))
    console.log(`\t${key}\t${list.map((confidence) => confidence.toFixed(2)).join(' ')}`)
}
console.log(
  JSON.stringify({
    articles,
    articlesPerSecond: Math.round(articles / seconds),
    tokensPerSecond: Math.round(tokens / seconds)
  })
)
