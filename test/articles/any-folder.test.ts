// - no file with text vanishes without a report: whatever files a folder holds, each is served, told of as a problem,
//   or counted among those that are passed by; also drafts, what has expired, hidden files, links and what is gone
// - an article's origin is a file that is there, and ids are unique

import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { EXTENSIONS } from '../../src/articles/formats/format-names.js'
import { readArticles } from '../../src/articles/read-articles.js'

/** A symbolic link, beside what it leads to, if that is there. */
interface Link {
  readonly to: string
}

const words = fc.array(
  fc.constantFrom('Skolen', 'på', 'Åsen', 'er', 'åpen', '&', '<p>', '"', '{', '---', 'a: b', ';'),
  {
    minLength: 1,
    maxLength: 12
  }
)
const text = words.map((each) => each.join(' '))
const content = fc.oneof(
  text,
  text.map((body) => `---\ntitle: ${body}\ndate: i går\n---\n${body}`),
  text.map((body) => `---\ndraft: true\n---\n${body}`),
  text.map((body) => `---\nexpiryDate: 2001-01-01\n---\n${body}`),
  text.map((body) => `+++\ndate = 2999-01-01\n+++\n${body}`),
  text.map((body) => JSON.stringify({ text: body, draft: true })),
  text.map((body) => Buffer.from(body, 'utf16le')),
  text.map((body) => gzipSync(body)),
  fc.constantFrom<Link>({ to: 'a.txt' }, { to: 'borte.txt' }),
  text.map((body) => `<html><body><p>${body}</p></body></html>`),
  text.map((body) => JSON.stringify({ title: body, text: body })),
  text.map((body) => JSON.stringify([{ text: body }, { navn: body }])),
  text.map((body) => `title,text\n${body},${body}\n`),
  text.map((body) => `<rss><channel><item><description>${body}</description></item></channel></rss>`),
  text.map((body) => `<?xml version="1.0"?><annet>${body}</annet>`),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  fc.constant('')
)
const name = fc.tuple(
  fc.constantFrom(
    'a',
    'b c',
    'Å',
    'index',
    'mappe/a',
    'mappe/dyp/index',
    '.skjult',
    '📰 #1 100 %',
    'package',
    'robots'
  ),
  fc.constantFrom(...EXTENSIONS, 'md.gz', 'JSON', 'yaml', 'png', 'docx')
)
const folder = fc.uniqueArray(
  fc.tuple(
    name.map((parts) => parts.join('.')),
    content
  ),
  {
    minLength: 1,
    maxLength: 8,
    selector: ([path]) => path.toLowerCase()
  }
)

t.test('no file vanishes', async (t) => {
  const property = fc.asyncProperty(folder, async (files) => {
    const at = t.testdir({})
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(at, path)), { recursive: true })
      if (typeof bytes === 'object' && 'to' in bytes) symlinkSync(bytes.to, join(at, path))
      else writeFileSync(join(at, path), bytes)
    }
    const paths = new Set(files.map(([path]) => path))
    const told = new Set<string>()
    const ids: string[] = []
    let passedBy = 0
    for await (const event of readArticles(at)) {
      if (event.kind === 'article') {
        const { id, origin } = event.article
        assert.ok(origin && paths.has(origin.file))
        told.add(origin.file)
        ids.push(id)
      } else if (event.kind === 'problem') told.add(event.problem.file)
      else passedBy = [...event.ignored.files.values()].reduce((sum, count) => sum + count, 0)
    }
    assert.equal(new Set(ids).size, ids.length, 'ids are unique')
    const sidecars = files.filter(([path]) => path.endsWith('.yaml')).length
    const others = files.filter(([path]) => !told.has(path)).length
    assert.ok(
      others >= passedBy && others <= passedBy + sidecars,
      `${others} files are not told of, ${passedBy} passed by`
    )
  })
  await fc.assert(property, { numRuns: 60 })
})
