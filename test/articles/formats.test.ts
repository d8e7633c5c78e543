// - every file of formats/ that is no part of the registry itself is a row of it
// - extensions are unique, and small letters and digits, so that a file has one format
// - a file is read by the format of its extension, and one that is gzipped as what is in it
// - docs/articles.md names every extension

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { articleFile } from '../../src/articles/folder/article-file.js'
import { EXTENSIONS, formatNameOf } from '../../src/articles/formats/format-names.js'
import { loadFormat } from '../../src/articles/formats/formats.js'

const REPOSITORY = join(import.meta.dirname, '..', '..')

t.test('the registry', async (t) => {
  const entries = readdirSync(join(REPOSITORY, 'src', 'articles', 'formats'))
  const files = entries.filter((name) => name.endsWith('.ts'))
  const names = new Set(EXTENSIONS.map((extension) => formatNameOf(extension)!))
  const formats = new Set(await Promise.all(Array.from(names, (name) => loadFormat(name))))
  t.equal(formats.size, names.size)
  t.equal(formats.size, files.length - ['format-names.ts', 'format.ts', 'formats.ts'].length)
  t.equal(new Set(EXTENSIONS).size, EXTENSIONS.length)
  for (const extension of EXTENSIONS) t.match(extension, /^[a-z0-9]+$/)
})

t.test('by extension', (t) => {
  for (const extension of EXTENSIONS) {
    const format = formatNameOf(extension)
    for (const gz of ['', '.gz', '.GZ']) {
      const file = articleFile(`a/b.c.${extension.toUpperCase()}${gz}`)
      t.match(file, { name: 'a/b.c', format, gzipped: gz !== '' })
    }
    t.equal(articleFile(`.${extension}`), undefined)
    t.equal(articleFile(`a.${extension}xy`), undefined)
  }
  t.end()
})

t.test('the documents', (t) => {
  const page = readFileSync(join(REPOSITORY, 'docs', 'articles.md'), 'utf8')
  for (const extension of EXTENSIONS) t.ok(page.includes(`\`.${extension}\``), extension)
  t.end()
})
