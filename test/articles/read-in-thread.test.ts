// - a large file is read in a thread to the same articles and problems, in the same order, as it is here, of any format
// - who stops in the middle of one ends the thread

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { STANDARD_NAMES } from '../../src/articles/facts/fact-names.js'
import { listArticleFiles } from '../../src/articles/folder/article-folder.js'
import { readArticleFile, type FileEvent } from '../../src/articles/read-file.js'
import { readFileAside } from '../../src/articles/read-in-thread.js'

const all = async (events: AsyncIterable<FileEvent>): Promise<FileEvent[]> => {
  const found: FileEvent[] = []
  for await (const event of events) found.push(event)
  return found
}

const paragraph = 'Ferja går fra kaia klokka ti, og alle er velkomne om bord.\n\n'
const long = paragraph.repeat(20_000)

t.test('large files', async (t) => {
  const folder = t.testdir({
    'a.html': `<!doctype html><html><head><title>Ferja</title></head><body><p>${long}</p></body></html>`,
    'b.txt': `---\ntitle: Ferja\ndate: i går\n---\n${long}`,
    'c.jsonl': Array.from({ length: 400 }, (_, at) =>
      at % 100 === 7 ? '{"text":""}' : JSON.stringify({ title: `Sak ${at}`, text: paragraph.repeat(60) })
    ).join('\n'),
    'd.json': `{"annet":${JSON.stringify(long)}}`
  })
  const { files } = await listArticleFiles(folder)
  t.equal(files.length, 4)
  for (const file of files) {
    const aside = await all(readFileAside(folder, file, STANDARD_NAMES))
    assert.deepEqual(aside, await all(readArticleFile(folder, file, STANDARD_NAMES)), file.path)
    t.ok(aside.length > 0, file.path)
  }
  for await (const { kind } of readFileAside(folder, files[2]!, STANDARD_NAMES)) {
    t.equal(kind, 'article')
    break
  }
})

t.test('a file that is gone', async (t) => {
  const folder = t.testdir({})
  writeFileSync(join(folder, 'a.txt'), '')
  const { files } = await listArticleFiles(folder)
  const [found] = await all(readFileAside(join(folder, 'nei'), files[0]!, STANDARD_NAMES))
  t.match(found, { kind: 'problem', problem: { file: 'a.txt', reason: /./ } })
})
