// - marks are taken away: emphasis, links, images, code, headings, quotations, tables, HTML, rules, escapes
// - a block of HTML is the text that it shows: no tags, comments, scripts or styles, and character references read
// - blocks are parted by blank lines, points and rows by line ends, and the lines of a paragraph by spaces
// - a day at the start of a line keeps its number, speech its dash
// - the heading that the text opens with is the title, else the first one of level 1; what front matter states wins
// - any document is text without marks of its own: converting never fails, and plain words stay as they are
// - a document that is too long to convert, or nested too deep, is a problem

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { markdownText } from '../../src/articles/formats/markdown.js'
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
  for (const [markdown, text] of cases) t.equal(markdownText(markdown).text, text, markdown)
  t.end()
})

t.test('HTML', (t) => {
  const cases: [html: string, text: string][] = [
    ['<div>html tekst om ulv</div>', 'html tekst om ulv'],
    ['<p>Avsnitt <b>to</b></p>\n\nEn *film*.', 'Avsnitt to\n\nEn film.'],
    ['<p>En</p><p>To<br>tre</p>', 'En\n\nTo\ntre'],
    ['<div>\n  En linje\n  og en til\n</div>', 'En linje og en til'],
    ['<ul><li>en</li>\n<li>to</li></ul>', 'en\nto'],
    [
      '<table>\n<tr><th>År</th><th>Tall</th></tr>\n<tr><td>2019</td><td>7</td></tr></table>',
      'År Tall\n2019 7'
    ],
    ['<div>\n\n**Fet** tekst\n\n</div>', 'Fet tekst'],
    ['<div>R&amp;D, &lt;b&gt; &aring; &#xe5; &tull; \\*</div>', 'R&D, <b> å å &tull; \\*'],
    ['<p title="a > b" data-x=\'>\'>En</p>', 'En'],
    ['<div>1 < 2 og 3 > 2</div>', '1 < 2 og 3 > 2'],
    ['<div>En<!-- nei > nei --> film</div>', 'En film'],
    ['<div>En<script>if (a < b) "<p>nei</p>"</script> film<style>p > a {}</style></div>', 'En film'],
    ['<style>\n\np {}\n\n</style>\nEn film.', 'En film.'],
    ['<div>En <script>nei', 'En'],
    ['<div>En <!-- nei', 'En'],
    ['<div>En <a href="nei', 'En'],
    ['<p constructor>En <toString>to</toString></p>', 'En\n\nto']
  ]
  for (const [html, text] of cases) t.equal(markdownText(html).text, text, html)
  t.end()
})

t.test('HTML that never ends is read in linear time', (t) => {
  for (const part of [
    '<',
    '<!-',
    '<!--',
    '<script',
    '<script>',
    '</script ',
    '<a x=',
    '<a x="',
    "='",
    '&',
    '<td>',
    ' \n'
  ])
    t.doesNotThrow(() => markdownText(`<div>${part.repeat(Math.floor(250_000 / part.length))}`), part)
  t.end()
})

t.test('nothing that is nested deep is lost in silence', (t) => {
  for (const mark of ['> ', '- ', '> - '])
    for (let levels = 40; levels <= 200; levels++) {
      const convert = () => markdownText(`Ingress\n\n${mark.repeat(levels)}ulv`).text
      try {
        assert.match(convert(), /ulv$/)
      } catch (error) {
        t.match(error, { name: 'Refusal', reason: /nested so deep/ }, `${mark}${levels}`)
      }
    }
  t.match(markdownText(`${'> '.repeat(99)}ulv`).text, 'ulv')
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
  for (const [markdown, title] of cases) t.equal(markdownText(markdown).title, title, markdown)
  t.end()
})

t.test('files', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.md': '---\nsource: Avisa\n---\n# Ny skole\n\nTekst.',
      'b.md': '---\ntitle: Skolen\n---\n# Ny skole\n\nTekst.',
      'c.txt': '# Ny skole',
      'd.md': '['.repeat(300_000),
      'e.md': '<!-- tom -->',
      'f.md': '>'.repeat(200) + ' ulv'
    })
  )
  t.strictSame(articles, [
    { title: 'Ny skole', source: 'Avisa', id: 'a', text: 'Ny skole\n\nTekst.' },
    { title: 'Skolen', id: 'b', text: 'Ny skole\n\nTekst.' },
    { id: 'c', text: '# Ny skole' }
  ])
  t.match(problems, [
    { file: 'd.md', reason: /256 KiB/ },
    { file: 'e.md', reason: /empty/ },
    { file: 'f.md', reason: /nested so deep/ }
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
      const { text } = markdownText(parts.join(''))
      assert.doesNotMatch(text, /^\s*\n|\n\n\n/)
    })
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      assert.deepEqual(markdownText(words.join(' ')), { text: words.join(' ') })
    })
  )
  t.end()
})
