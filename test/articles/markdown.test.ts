// - marks are taken away: emphasis, links, images, code, headings, quotations, tables, HTML, rules, escapes
// - blocks are parted by blank lines, points and rows by line ends, and the lines of a paragraph by spaces
// - a day at the start of a line keeps its number, speech its dash
// - the heading that the text opens with is the title, else the first one of level 1; what front matter states wins
// - any document is text without marks of its own: converting never fails, and plain words stay as they are
// - a document that is too long to convert is a problem

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { plainText } from '../../src/articles/markdown.js'
import { readFolder } from './read-folder.js'

t.test('marks', (t) => {
  const cases: [markdown: string, text: string][] = [
    ['En *film* om **skog** og `by`, ~~ikke~~ hav.', 'En film om skog og by, ikke hav.'],
    ['Se [planen](https://example.org "Plan") og ![et kart](k.png).', 'Se planen og et kart.'],
    ['# Ny skole\n\nHer.', 'Ny skole\n\nHer.'],
    ['Ny skole\n===\nHer.', 'Ny skole\n\nHer.'],
    ['> En\n> film.\n\n---\n\nSlutt.', 'En film.\n\nSlutt.'],
    ['<div>\n<!-- nei -->\n</div>\n\nEn<br>film <b>her</b>.', 'En\nfilm her.'],
    ['R&amp;D \\*ikke\\* 2\\. &#229;', 'R&D *ikke* 2. å'],
    ['| År | Tall |\n|---|---|\n| 2019 | 7 |\n\nSlutt.', 'År Tall\n2019 7\n\nSlutt.'],
    ['```\nkode\n```\n\n    En innrykket linje.', 'kode\n\nEn innrykket linje.'],
    ['- en\n- to\n  - tre\n\nSlutt.', '- en\n- to\n- tre\n\nSlutt.'],
    ['-\n\nEn film.', 'En film.'],
    ['1. mai er en fredag.', '1. mai er en fredag.'],
    ['17. mai er en søndag.', '17. mai er en søndag.'],
    ['- Ja, sier hun.\n\n– Nei, sier han.', '- Ja, sier hun.\n\n– Nei, sier han.']
  ]
  for (const [markdown, text] of cases) t.equal(plainText(markdown).text, text, markdown)
  t.end()
})

t.test('titles', (t) => {
  const cases: [markdown: string, title: string | undefined][] = [
    ['# Ny *skole*\n\nTekst.', 'Ny skole'],
    ['---\n\n## Ny skole\n\n# Annet', 'Ny skole'],
    ['Ingress.\n\n## Bakgrunn\n\n# Ny skole', 'Ny skole'],
    ['Ingress.\n\n## Bakgrunn', undefined],
    ['#\n\nTekst.', undefined]
  ]
  for (const [markdown, title] of cases) t.equal(plainText(markdown).title, title, markdown)
  t.end()
})

t.test('files', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.md': '---\nsource: Avisa\n---\n# Ny skole\n\nTekst.',
      'b.md': '---\ntitle: Skolen\n---\n# Ny skole\n\nTekst.',
      'c.txt': '# Ny skole',
      'd.md': '['.repeat(300_000),
      'e.md': '<!-- tom -->'
    })
  )
  t.strictSame(articles, [
    { title: 'Ny skole', source: 'Avisa', id: 'a', text: 'Ny skole\n\nTekst.' },
    { title: 'Skolen', id: 'b', text: 'Ny skole\n\nTekst.' },
    { id: 'c', text: '# Ny skole' }
  ])
  t.match(problems, [
    { file: 'd.md', reason: /256 KiB/ },
    { file: 'e.md', reason: /empty/ }
  ])
})

t.test('any document', (t) => {
  const mark = fc.constantFrom(
    '*',
    '_',
    '`',
    '#',
    '>',
    '-',
    '1.',
    '[',
    '](',
    ')',
    '<',
    '|',
    '\n',
    '\n\n',
    '    ',
    '~~',
    '&'
  )
  const word = fc.constantFrom('film', 'skog', 'øl')
  fc.assert(
    fc.property(fc.array(fc.oneof(mark, word), { maxLength: 40 }), (parts) => {
      const { text } = plainText(parts.join(''))
      assert.doesNotMatch(text, /^\s*\n|\n\n\n/)
    })
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      assert.deepEqual(plainText(words.join(' ')), { text: words.join(' ') })
    })
  )
  t.end()
})
