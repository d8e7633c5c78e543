// - marks are taken away: emphasis, links, images, code, headings, quotations, tables, HTML, rules, escapes
// - a block of HTML is the text that it shows: no tags, comments, scripts or styles, and character references read
// - blocks are parted by blank lines, points and rows by line ends, and the lines of a paragraph by spaces
// - a day at the start of a line keeps its number, speech its dash
// - the heading that the text opens with is the title, else the first one of level 1; what front matter states wins
// - any document is text without marks of its own: converting never fails, and plain words stay as they are
// - a paragraph without marks, which no parser reads, is what the parser makes of it
// - a long document is read in parts, which change nothing and let other work run; nothing nested deep is lost
// - what site generators write among the text is no text: shortcodes, Liquid, MDX, notes, links of Obsidian

import assert from 'node:assert/strict'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import fc from 'fast-check'
import t from 'tap'
import { markdownText } from '../../src/articles/formats/markdown.js'
import { markdownParts } from '../../src/articles/text/markdown-parts.js'
import { webText } from '../../src/articles/text/web-text.js'
import { readFolder } from './read-folder.js'

t.test('marks', async (t) => {
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
  for (const [markdown, text] of cases) t.equal((await markdownText(markdown)).text, text, markdown)
})

t.test('HTML', async (t) => {
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
  for (const [html, text] of cases) t.equal((await markdownText(html)).text, text, html)
})

t.test('HTML that never ends is read in linear time', async (t) => {
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
    await t.resolves(markdownText(`<div>${part.repeat(Math.floor(250_000 / part.length))}`), part)
})

t.test('nothing that is nested deep is lost in silence', async () => {
  for (const mark of ['> ', '- ', '> - '])
    for (let levels = 40; levels <= 200; levels++)
      assert.match((await markdownText(`Ingress\n\n${mark.repeat(levels)}ulv`)).text, /^Ingress\n[^]*ulv$/)
})

t.test('long documents', async (t) => {
  const block = fc.constantFrom(
    'En film om *skog*.\n\n',
    '# Kapittel\n\n',
    '- en\n- to\n\n- tre\n\n',
    '```\nkode\n\n# ikke en overskrift\n```\n\n',
    '<!-- nei\n\nnei -->\n\n',
    '> Sitat\n>\n> mer\n\n',
    'Se [loven][1].\n\n',
    '[1]: https://lovdata.no\n\n'
  )
  fc.assert(
    fc.property(fc.array(block), fc.integer({ min: 1, max: 100 }), (blocks, times) => {
      const source = blocks.join('').repeat(times)
      return [...markdownParts(source)].join('') === source
    }),
    { numRuns: 30 }
  )
  const [paragraph] = fc.sample(
    fc.constant('En film om *skog* og by.\n\n- en\n- to\n\nSe [loven][1].\n\n'),
    1
  )
  const long = `# Loven\n\n${paragraph!.repeat(5_000)}[1]: https://lovdata.no\n`
  const { text, title } = await markdownText(long)
  t.equal(title, 'Loven')
  t.equal(text, `Loven${'\n\nEn film om skog og by.\n- en\n- to\n\nSe loven.'.repeat(5_000)}`)
  const wide = await markdownText(`${'skog '.repeat(50_000)}\n\n${'['.repeat(100_000)}`)
  t.equal(wide.text.match(/skog/g)?.length, 50_000)
  t.equal(wide.text.match(/\[/g)?.length, 100_000)
})

t.test('paragraphs that no parser reads', async () => {
  const line = fc.constantFrom(
    ...[
      'Ingress.',
      '– Ja',
      '- Nei',
      '1. mai',
      '> Sitat',
      '# Kapittel',
      '  innrykk',
      'Et *ord*',
      '<div>',
      '</div>'
    ],
    ...[
      '```',
      '~~~ js',
      '<pre>',
      '</pre>',
      '<!--',
      '-->',
      '<?a',
      '?>',
      '| a | b |',
      '|---|---|',
      '===',
      '---'
    ],
    ...['slutt  ', 'R&amp;D', '\u00a0blank', '``` a ``` b', '', '', '', ' ', '\t']
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const source = lines.join('\n')
      // A document that defines a link is read by the parser as a whole.
      const whole = await markdownText(`[a]: b\n\n${source}`)
      assert.deepEqual(await markdownText(source), whole)
    }),
    { numRuns: 300 }
  )
})

t.test('reading a long document lets other work run', async (t) => {
  const histogram = monitorEventLoopDelay({ resolution: 5 })
  histogram.enable()
  await markdownText('Et *avsnitt* om [skog](/skog) og by.\n\n'.repeat(20_000))
  histogram.disable()
  t.ok(histogram.max < 500e6, `${Math.round(histogram.max / 1e6)} ms at most`)
})

t.test('what is drawn or computed is no text', async (t) => {
  const cases: [markdown: string, text: string][] = [
    ['A\n\n```dataview\nLIST\n```\n\n```mermaid\nA-->B\n```\n\n```js\nkode\n```', 'A\n\nkode'],
    ['I dag: `= this.navn` og `=1`? `a = b`', 'I dag:  og ? a = b'],
    ['<% tp.date %>\nNotat', 'Notat'],
    [
      '=== "Nynorsk"\n\n    Tekst.\n\n--8<-- "a.md"\n\n:material-check: Ferdig',
      'Nynorsk\n\nTekst.\n\nFerdig'
    ],
    ['[Knapp](/a){ .md-button }\n\n*[NVE]: Norges vassdrag', 'Knapp'],
    ['Elv\n: Rennende vann\n\nKl.: 12', 'Elv\n\nRennende vann\n\nKl.: 12']
  ]
  for (const [markdown, text] of cases) t.equal((await markdownText(markdown)).text, text, markdown)
})

t.test('titles', async (t) => {
  const cases: [markdown: string, title: string | undefined][] = [
    ['# Ny *skole*\n\nTekst.', 'Ny skole'],
    ['---\n\n## Ny skole\n\n# Annet', 'Ny skole'],
    ['Ingress.\n\n## Bakgrunn\n\n# Ny skole', 'Ny skole'],
    ['Ingress.\n\n## Bakgrunn', undefined],
    ['#\n\nTekst.', undefined]
  ]
  for (const [markdown, title] of cases) t.equal((await markdownText(markdown)).title, title, markdown)
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
  t.match(articles, [
    { title: 'Ny skole', source: 'Avisa', id: 'a', text: 'Ny skole\n\nTekst.' },
    { title: 'Skolen', id: 'b', text: 'Ny skole\n\nTekst.' },
    { id: 'c', text: '# Ny skole' },
    { id: 'd', text: /^[[\n]+$/ },
    { id: 'f', text: 'ulv' }
  ])
  t.match(problems, [{ file: 'e.md', reason: /empty/ }])
  t.equal(problems.length, 1)
})

t.test('any document', async () => {
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
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(mark, word), { maxLength: 40 }), async (parts) => {
      const { text } = await markdownText(parts.join(''))
      assert.doesNotMatch(text, /^\s*\n|\n\n\n/)
    })
  )
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1 }), async (words) => {
      assert.deepEqual(await markdownText(words.join(' ')), { text: words.join(' ') })
    })
  )
})

t.test('text of the web', async (t) => {
  const cases: [source: string, text: string][] = [
    ['Før {{< youtube abc >}} etter.', 'Før  etter.'],
    ['Før\n\n{{< figure src="k.png" caption="Et kart" >}}\n\nEtter.', 'Før\n\nEt kart\n\nEtter.'],
    ['{{% notice %}}Et varsel.{{% /notice %}}', 'Et varsel.'],
    ['{% if a %}Før{% endif %} {{ site.title }} etter.', 'Før  etter.'],
    ['{% comment %}nei{% endcomment %}Ja.', 'Ja.'],
    ["import Kart from '../kart.js'\n\nexport const a = 1\n\nTekst.", 'Tekst.'],
    ['{/* nei */}Tekst.', 'Tekst.'],
    ['!!! note "Merk"\n\nTekst.', 'Merk\n\nTekst.'],
    [':::note Merk\nTekst.\n:::', 'Merk\n\nTekst.'.replace('\n\n', ' ')],
    ['## Overskrift {#anker}\n\nTekst.', 'Overskrift\n\nTekst.'],
    ['![[kart.png]] Se [[sak|saken]] og [[Kari Moe]].', 'Se saken og Kari Moe.'],
    ['Tekst %%nei%% her.', 'Tekst  her.'],
    ['> [!NOTE]\n> Et varsel.', 'Et varsel.'],
    ['Se <Kart sted="Oslo" /> her.', 'Se  her.'],
    ['Se <Kart vis={() => ({ a: 1 })} sted="Oslo">her</Kart>.', 'Se her.'],
    ['Tekst[^1].\n\n[^1]: Kilden.', 'Tekst.\n\nKilden.'],
    ['- [ ] kjøp ==nå==', '- kjøp nå'],
    ['Et bilde{: .stor } her', 'Et bilde her'],
    ['Se {{< figure src="a.png" title="Kart" >}} her', 'Se\n\nKart\n\nher']
  ]
  for (const [source, text] of cases)
    t.equal((await markdownText(source)).text.replace(/\s+/g, ' ').trim(), text.replace(/\s+/g, ' '), source)
  for (const source of [
    '{ikke}',
    '100 %% sikker',
    'import av mat fra Kina',
    '[vedtak] og [1]',
    'a: b :: c',
    '[[1]](/p)'
  ])
    t.equal(webText(source), source)
})
