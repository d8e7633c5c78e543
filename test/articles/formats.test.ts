// - every file of formats/ that is no part of the registry itself is a row of it
// - names and extensions are unique, and small letters and digits, so that a file has one format
// - a file is read by the format of its extension, and one that is gzipped as what is in it
// - docs/articles.md names every extension

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { articleFile } from '../../src/articles/folder/article-file.js'
import { EXTENSIONS, formatNamed, formatOf } from '../../src/articles/formats/formats.js'

const REPOSITORY = join(import.meta.dirname, '..', '..')

t.test('the registry', (t) => {
  const entries = readdirSync(join(REPOSITORY, 'src', 'articles', 'formats'))
  const files = entries.filter((name) => name.endsWith('.ts'))
  const formats = new Set(EXTENSIONS.map((extension) => formatOf(extension)!))
  t.equal(formats.size, files.length - ['format.ts', 'formats.ts'].length)
  t.equal(new Set(EXTENSIONS).size, EXTENSIONS.length)
  for (const extension of EXTENSIONS) t.match(extension, /^[a-z0-9]+$/)
  for (const format of formats) t.equal(formatNamed(format.name), format)
  t.end()
})

t.test('by extension', (t) => {
  for (const extension of EXTENSIONS) {
    const form = formatOf(extension)?.name
    for (const gz of ['', '.gz', '.GZ']) {
      const file = articleFile(`a/b.c.${extension.toUpperCase()}${gz}`)
      t.match(file, { name: 'a/b.c', form, gzipped: gz !== '' })
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
