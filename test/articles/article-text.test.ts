// - CRLF and CR alone become LF; text without them keeps every character and its white space
// - text is NFC, and a byte order mark is taken away
// - UTF-8 comes first, then UTF-16 and UTF-32 by mark or zeros, then Mac OS Roman by its letters in words or by its
//   line ends and letters, then Windows-1252; all but the first are told, once
// - many control characters tell of a binary file, with its line; few are taken out; tab, form feed, U+0080–U+009F stay
// - text of white space alone is empty
// - a file above 100 MB is left out without being read

import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { decodeBytes } from '../../src/articles/text/encodings.js'
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

t.test('other encodings', async (t) => {
  const text = '«Blåbær» – på Ås\nkoster 5 €'
  const windows1252 = (value: string) =>
    Buffer.from(value.replaceAll('–', '\x96').replaceAll('€', '\x80'), 'latin1')
  const utf16le = Buffer.from(text, 'utf16le')
  const mark = Buffer.from('\ufeff', 'utf16le')
  const folder = t.testdir({
    '1252.txt': windows1252(text),
    'capitals.txt': windows1252('KLAR FOR Å»\nblåbær'),
    'mac.txt': Buffer.from('Bl\x8cb\xberet p\x8c \x81s\rkoster', 'latin1'),
    'cut.txt': Buffer.from('blåbær på tå').subarray(0, -1),
    'utf16be.txt': Buffer.concat([mark, utf16le]).swap16(),
    'utf16le.txt': Buffer.concat([mark, utf16le]),
    'zeros-be.txt': Buffer.from(utf16le).swap16(),
    'zeros-le.txt': utf16le,
    'lines.jsonl': Buffer.from('\ufeff{"text":"blå"}\n{"text":"rød"}', 'utf16le'),
    'utf32.json': Buffer.from(
      Uint32Array.from('\ufeff{"text":"blå 𝔘"}', (each) => each.codePointAt(0)!).buffer
    ),
    'mixed.jsonl': Buffer.concat([
      Buffer.from('{"text":"blå"}\n'),
      windows1252('{"text":"rød –"}\n{"text":"grå"}')
    ])
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(Object.fromEntries(articles.map(({ id, text }) => [id, text])), {
    '1252': text,
    capitals: 'KLAR FOR Å»\nblåbær',
    cut: 'blåbær på tÃ',
    'lines-1': 'blå',
    'lines-2': 'rød',
    mac: 'Blåbæret på Ås\nkoster',
    'mixed-1': 'blå',
    'mixed-2': 'rød –',
    'mixed-3': 'grå',
    utf16be: text,
    utf16le: text,
    utf32: 'blå 𝔘',
    'zeros-be': text,
    'zeros-le': text
  })
  t.equal(problems.length, 11, 'each is told once')
  t.match(
    problems,
    Array.from({ length: 11 }, () => ({ kind: 'changed', reason: /^The text is not UTF-8/ }))
  )
  t.match(problems[0], { file: '1252.txt', line: 1, reason: /iconv -f WINDOWS-1252 -t UTF-8 FILE/ })
  t.match(problems[4], { file: 'mac.txt', line: 1, reason: /MACINTOSH/ })
  t.match(problems[5], { file: 'mixed.jsonl', line: 2 })
})

t.test('Mac OS Roman or Windows-1252, where lines end as anywhere', (t) => {
  const asMacintosh = {
    'R\x8cdmannen kom.\nB\xbfndene gikk.\n': 'Rådmannen kom.\nBøndene gikk.\n',
    'Fest p\x8c torget\r\n\x81sted': 'Fest på torget\r\nÅsted',
    '\xc7Det er bra\xc8, sa L\xberer \xafye\n': '«Det er bra», sa Lærer Øye\n',
    'HAR H\xbfrt\n': 'HAR Hørt\n'
  }
  const asWindows = {
    'Caf\xe9 Norsk\xae\n': 'Café Norsk®\n',
    '\xbfQue? \x8cuvre, \x8cUVRE, 1\xbe liter\n': '¿Que? Œuvre, ŒUVRE, 1¾ liter\n',
    'Bl\xe5b\xe6r fra R\x8cdal\n': 'Blåbær fra RŒdal\n'
  }
  for (const [bytes, text] of Object.entries({ ...asMacintosh, ...asWindows })) {
    const encoding = bytes in asMacintosh ? 'MACINTOSH' : 'WINDOWS-1252'
    t.match(decodeBytes(Buffer.from(bytes, 'latin1')), {
      text,
      notices: [{ kind: 'changed', reason: `read as ${encoding}` }]
    })
  }
  const mixed = Buffer.concat([Buffer.from('Blåbær på Ås – ære\n'), Buffer.from('R\x8cd', 'latin1')])
  t.equal(decodeBytes(mixed).text, 'Blåbær på Ås – ære\nRŒd', 'UTF-8 but for a few bytes')
  t.end()
})

t.test('any text in any encoding', (t) => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('abc æøåÆØÅé«»\n')), minLength: 40 })
  fc.assert(
    fc.property(text, (value) => {
      const utf16 = Buffer.from(`\ufeff${value}`, 'utf16le')
      const utf32 = Buffer.from(
        Uint32Array.from(`\ufeff${value}`, (character) => character.codePointAt(0)!).buffer
      )
      const encoded = [
        Buffer.from(value),
        utf16,
        Buffer.from(utf16).swap16(),
        utf32,
        Buffer.from(utf32).swap32()
      ]
      const unmarked = [utf32.subarray(4), Buffer.from(utf32.subarray(4)).swap32()]
      return [...encoded, ...unmarked].every((bytes) => decodeBytes(bytes).text === value)
    })
  )
  t.end()
})

t.test('characters that are none', async (t) => {
  const folder = t.testdir({
    'binary.txt': 'a\nb\r\nc\0',
    'empty.txt': '',
    'stray.txt': `Første linje\nEn \u0002setning\u0000. ${'Tekst. '.repeat(100)}`,
    'white.txt': '\ufeff \u00a0\r\n\t'
  })
  const { articles, problems } = await readFolder(folder)
  t.match(articles, [{ id: 'stray', text: /^Første linje\nEn setning\. Tekst/ }])
  t.match(problems, [
    { file: 'binary.txt', line: 3, reason: /control character U\+0000/ },
    { file: 'empty.txt', line: undefined, reason: /empty/ },
    { kind: 'changed', file: 'stray.txt', line: 2, reason: /such as U\+0002/ },
    { file: 'white.txt', line: undefined, reason: /empty/ }
  ])
})

t.test('a file too large', async (t) => {
  const folder = t.testdir({ 'a.txt': 'A' })
  const large = join(folder, 'large.txt')
  writeFileSync(large, 'x')
  truncateSync(large, 100_000_001)
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [{ id: 'a', text: 'A' }])
  t.match(problems, [{ file: 'large.txt', reason: /larger than 100 MB/ }])
})
