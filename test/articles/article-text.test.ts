// - CRLF and CR alone become LF; text without them keeps every character and its white space
// - text is NFC, and a byte order mark is taken away
// - the first line that is not UTF-8 is found, whatever the line ends; UTF-16 is told apart from it
// - a control character tells of a binary file, with its line; tab, form feed and U+0080–U+009F do not
// - text of white space alone is empty
// - a file above 16 MiB is left out without being read

import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { articleText } from '../../src/articles/text/article-text.js'
import { readFolder } from './read-folder.js'

const line = fc.string({ unit: fc.constantFrom(...Array.from('abæøå «»–\t\u00a0é')) })
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

t.test('line ends', (t) => {
  fc.assert(
    // Two ends beside each other could read as one, CR and LF: so each line has something in it.
    fc.property(fc.array(fc.tuple(line, lineEnd)), line, (lines, last) => {
      const raw = lines.map(([each, end]) => `${each}.${end}`).join('') + last
      return articleText(raw) === [...lines.map(([each]) => `${each}.`), last].join('\n')
    })
  )
  t.end()
})

t.test('bytes that are text', async (t) => {
  const folder = t.testdir({
    'bom.txt': '\ufeffHei',
    'ends.txt': '\n  Hei\r\n\r\npå\rdeg \n\n',
    'nfd.txt': 'blåbær'.normalize('NFD'),
    'old.txt': 'side\fside\tett \u0096 to'
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [
    { id: 'bom', text: 'Hei' },
    { id: 'ends', text: '\n  Hei\n\npå\ndeg \n\n' },
    { id: 'nfd', text: 'bl\u00e5b\u00e6r' },
    { id: 'old', text: 'side\fside\tett \u0096 to' }
  ])
  t.strictSame(problems, [])
})

t.test('bytes that are not', async (t) => {
  const folder = t.testdir({
    'cut.txt': Buffer.from('blåbær på tå').subarray(0, -1),
    'empty.txt': '',
    'latin1.txt': Buffer.from('en\r\nto\rtre\nblåbær\nblåbær', 'latin1'),
    'nul.txt': 'a\nb\r\nc\0',
    'utf16be.txt': Buffer.from('\ufeffHei', 'utf16le').swap16(),
    'utf16le.txt': Buffer.from('\ufeffHei', 'utf16le'),
    'white.txt': '\ufeff \u00a0\r\n\t'
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [])
  t.match(problems, [
    {
      file: 'cut.txt',
      line: 1,
      reason: /not UTF-8: convert to UTF-8, e\.g\. iconv -f ISO-8859-1 -t UTF-8 FILE/
    },
    { file: 'empty.txt', line: undefined, reason: /empty/ },
    { file: 'latin1.txt', line: 4, reason: /not UTF-8/ },
    { file: 'nul.txt', line: 3, reason: /control character U\+0000/ },
    { file: 'utf16be.txt', line: undefined, reason: /UTF-16: convert to UTF-8, e\.g\. iconv -f UTF-16/ },
    { file: 'utf16le.txt', line: undefined, reason: /UTF-16/ },
    { file: 'white.txt', line: undefined, reason: /empty/ }
  ])
})

t.test('a file too large', async (t) => {
  const folder = t.testdir({ 'a.txt': 'A' })
  const large = join(folder, 'large.txt')
  writeFileSync(large, 'x')
  truncateSync(large, 16 * 1024 * 1024 + 1)
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [{ id: 'a', text: 'A' }])
  t.match(problems, [{ file: 'large.txt', reason: /larger than 16 MiB/ }])
})
