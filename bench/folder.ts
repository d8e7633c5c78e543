/**
 * How much longer a folder of many small files takes than the same texts in one file.
 *
 *     npm run bench:folder -- [--articles 10000] [--rounds 3]
 *
 * Makes nested Markdown files with front matter, and one `.jsonl` with the same texts and facts, in a folder for
 * temporary files, and loads one and the other in turn, as a service does. Prints one JSON line: seconds until they are
 * read, and until they can be searched (names apart), of each the best round, and the ratio of the two.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readArticles } from '../src/articles/read-articles.js'
import { folderSource } from '../src/collection/article-source.js'
import { randomNumbers } from '../tools/random.js'
import { engineFrom } from './collection.js'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } }
})
const [articles, rounds] = [Number(values.articles), Number(values.rounds)]

/** Sentences of the articles that come with the service. */
const DEMO = new URL('../../articles/', import.meta.url)
const SENTENCES = readdirSync(DEMO).flatMap((file) =>
  readFileSync(new URL(file, DEMO), 'utf8').split(/(?<=[.!?])\s+/)
)
const SENTENCES_IN_ARTICLE = 22

const random = randomNumbers(1)
const sentence = (): string => SENTENCES[Math.floor(random() * SENTENCES.length)]!

/** Paragraphs of a few sentences, as the text shows them and as Markdown has them. */
const makeArticle = (): { readonly title: string; readonly text: string; readonly markdown: string } => {
  const paragraphs = Array.from(
    { length: SENTENCES_IN_ARTICLE },
    (_, at) => sentence() + (at % 4 === 3 ? '\n\n' : ' ')
  )
  const text = paragraphs.join('').replace(/[*_`[\]<>#|~\\]/g, '')
  return {
    title: sentence().slice(0, 60),
    text,
    markdown: text.replace(/(\p{L}{6,}) (\p{L}+)/u, '**$1** [$2](https://example.org/)')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'nyhetssok-bench-'))
const [nested, single] = [join(folder, 'nested'), join(folder, 'single')]
const lines: string[] = []
for (let number = 0; number < articles; number++) {
  const { title, text, markdown } = makeArticle()
  const published = new Date(Date.UTC(2010, 0, 1 + (number % 3650))).toISOString().slice(0, 10)
  const path = join(nested, published.slice(0, 4), published.slice(5, 7), `sak-${number}`, 'index.md')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(
    path,
    `---\ntitle: ${JSON.stringify(title)}\ndate: ${published}\ntags: [nyheter]\n---\n\n${markdown}`
  )
  lines.push(JSON.stringify({ id: `sak-${number}`, title, date: published, tags: ['nyheter'], text }))
}
mkdirSync(single)
writeFileSync(join(single, 'articles.jsonl'), lines.join('\n'))

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const read = async (from: string): Promise<void> => {
  let count = 0
  for await (const event of readArticles(from)) if (event.kind === 'article') count++
  if (count !== articles) throw new Error(`${count} of ${articles} articles are read from ${from}.`)
}

const load = async (from: string): Promise<void> => {
  const engine = await engineFrom(folderSource(from))
  await engine.close()
}

const best = { read: { nested: Infinity, single: Infinity }, ready: { nested: Infinity, single: Infinity } }
try {
  for (let round = 0; round < rounds; round++)
    for (const [name, from] of [
      ['nested', nested],
      ['single', single]
    ] as const) {
      best.read[name] = Math.min(best.read[name], await seconds(() => read(from)))
      best.ready[name] = Math.min(best.ready[name], await seconds(() => load(from)))
    }
} finally {
  rmSync(folder, { recursive: true })
}
const rounded = ({ nested, single }: Readonly<Record<'nested' | 'single', number>>) => ({
  nested: Number(nested.toFixed(2)),
  single: Number(single.toFixed(2)),
  ratio: Number((nested / single).toFixed(3))
})
console.log(JSON.stringify({ articles, read: rounded(best.read), ready: rounded(best.ready) }))
