// - files are read in threads to the same articles and problems, in the same order, as they are here: small ones side
//   by side, large and compressed ones in parts, of any format
// - who stops early, between files or within one, ends the threads
// - a file that a thread cannot read to its end is a problem, and costs no other file

import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { STANDARD_NAMES } from '../../src/articles/facts/fact-names.js'
import { articleFile } from '../../src/articles/folder/article-file.js'
import { listArticleFiles } from '../../src/articles/folder/article-folder.js'
import { FileThreads } from '../../src/articles/file-threads.js'
import { readArticleFile, type FileEvent } from '../../src/articles/read-file.js'
import { readFiles } from '../../src/articles/read-files.js'

const names = STANDARD_NAMES

const all = async (events: Iterable<FileEvent> | AsyncIterable<FileEvent>): Promise<FileEvent[]> => {
  const found: FileEvent[] = []
  for await (const event of events) found.push(event)
  return found
}

const paragraph = 'Ferja går fra kaia klokka ti, og alle er velkomne om bord.\n\n'
const long = paragraph.repeat(20_000)
const lines = Array.from({ length: 400 }, (_, at) =>
  at % 100 === 7 ? '{"text":""}' : JSON.stringify({ title: `Sak ${at}`, text: paragraph.repeat(60) })
).join('\n')

t.test('files of all kinds', async (t) => {
  const folder = t.testdir({
    'a.html': `<!doctype html><html><head><title>Ferja</title></head><body><p>${long}</p></body></html>`,
    'b.txt': `---\ntitle: Ferja\ndate: i går\n---\n${long}`,
    'c.jsonl': lines,
    'd.json': `{"annet":${JSON.stringify(long)}}`,
    'e.jsonl.gz': gzipSync(lines),
    'f.txt.gz': gzipSync('Ferja går.'),
    ...Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [
        `g${at}.md`,
        at % 50 === 7 ? '' : `# Sak ${at}\n\n${paragraph}`
      ])
    ),
    'h.xml': '<html/>'
  })
  const { files } = await listArticleFiles(folder)
  const read: string[] = []
  for await (const { file, events } of readFiles({ folder, files, names })) {
    read.push(file.path)
    const found = await all(events)
    t.ok(found.length > 0, file.path)
    assert.deepEqual(found, await all(readArticleFile(folder, file, names)), file.path)
  }
  t.same(
    read,
    files.map(({ path }) => path)
  )

  for await (const { file } of readFiles({ folder, files, names })) if (file.path === 'b.txt') break
  for await (const { file, events } of readFiles({ folder, files, names })) {
    if (file.path !== 'c.jsonl') continue
    for await (const { kind } of events) {
      t.equal(kind, 'article')
      break
    }
    break
  }
})

t.test('a file that is gone, and a thread that ends', async (t) => {
  const folder = t.testdir({ 'a.txt': 'Ferja går.', 'b.txt': 'Ferja går ikke.' })
  const gone = articleFile('nei.txt', 1_000_000)!
  for await (const { events } of readFiles({ folder, files: [gone], names }))
    t.match(await all(events), [{ kind: 'problem', problem: { file: 'nei.txt', reason: /is not there/ } }])

  // A name that no thread can look up ends each one that is asked for it.
  const broken = { ...articleFile('b.txt', 10)!, format: 'none' as 'text' }
  const files = [articleFile('a.txt', 10)!, broken, articleFile('b.txt', 15)!]
  const found: FileEvent[][] = []
  for await (const { events } of new FileThreads({ folder, files, names }, 2).read())
    found.push(await all(events))
  t.match(found, [
    [{ kind: 'article', article: { text: 'Ferja går.' } }],
    [{ kind: 'problem', problem: { file: 'b.txt', reason: /thread .* ended \(.+\): split/ } }],
    [{ kind: 'article', article: { text: 'Ferja går ikke.' } }]
  ])
})
