// - of a page, the main text is kept: no navigation, footer, script or comment; headings and captions are paragraphs of
//   their own, character references are decoded
// - JSON-LD of an article states its facts before microdata, and that before meta tags; broken JSON-LD costs its facts
// - a short page, a page whose script would write the text, and a piece of HTML with or without front matter are read
// - templates, and pages that only lead elsewhere, are no articles
// - whatever words a page shows in its paragraphs, each of them is served, in order
// - a text that only looks like markup here and there takes linear time

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { htmlText } from '../../src/articles/text/html-text.js'
import { readFolder } from './read-folder.js'

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="nb"><head><title>Bro - Avisa</title>${head}</head><body>${body}</body></html>`

const STORY = `
  <nav><ul><li><a href="/">Forsiden</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <main><article>
    <h1>Ny bro åpnet</h1>
    <p class="lead">Ordføreren klippet snoren i går.</p>
    <figure><img src="a.jpg" alt=""><figcaption>Ordfører Per Lie. Foto: Siri Foss</figcaption></figure>
    <p>Broen er 300&nbsp;meter lang, og R&amp;D <em>står</em> bak, ifølge kommunen.<!-- nei --></p>
    <h2>Lang ventetid</h2>
    <p>Innbyggerne har ventet i tretten år.</p>
    <script>var nei = "<p>nei</p>"</script>
  </article></main>
  <footer>Ansvarlig redaktør er en annen</footer>`

const TEXT =
  'Ordføreren klippet snoren i går.\n\nOrdfører Per Lie. Foto: Siri Foss\n\n' +
  'Broen er 300\u00A0meter lang, og R&D står bak, ifølge kommunen.\n\nLang ventetid\n\n' +
  'Innbyggerne har ventet i tretten år.'

const LD = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'Nettstedet' },
    {
      '@type': ['NewsArticle'],
      headline: 'Broen er åpen',
      datePublished: '2021-05-06T10:15:00+02:00',
      author: [{ '@type': 'Person', name: 'Kari Moe' }, { name: 'Ola Hansen' }],
      publisher: { '@type': 'Organization', name: 'Avisa Nord' },
      articleSection: 'Nyheter',
      inLanguage: 'nb-NO'
    }
  ]
}
const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const META =
  '<meta property="og:title" content="Bro i meta"><meta property="article:published_time" content="2020-01-01">' +
  '<meta name="author" content="Per Meta"><meta property="og:site_name" content="Metabladet">' +
  '<meta property="article:author" content="https://example.org/per">' +
  '<link rel="canonical" href="https://example.org/bro">'

t.test('a page', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.html': page(STORY, ld(LD) + META),
      'b.HTM': page(STORY, META),
      'c.xhtml': `<?xml version="1.0"?>${page(STORY)}`,
      'd.html': page(STORY, '<script type="application/ld+json">{"@type": oi}</script>')
    })
  )
  t.match(articles, [
    {
      id: 'a',
      title: 'Broen er åpen',
      publishedAt: '2021-05-06T10:15:00+02:00',
      authors: ['Kari Moe', 'Ola Hansen'],
      source: 'Avisa Nord',
      tags: ['Nyheter'],
      language: 'nb',
      url: 'https://example.org/bro'
    },
    { id: 'b', title: 'Bro i meta', publishedAt: '2020-01-01', authors: ['Per Meta'], source: 'Metabladet' },
    { id: 'c', title: 'Ny bro åpnet', language: 'nb', publishedAt: undefined },
    { id: 'd', title: 'Ny bro åpnet' }
  ])
  for (const { id, text } of articles) t.equal(text.replace(/^Ny bro åpnet\n\n/, ''), TEXT, id)
  t.match(problems, [{ kind: 'fact', file: 'd.html', reason: /JSON-LD of the page is broken/ }])
  t.equal(problems.length, 1)
})

t.test('other pages', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'bit.html': '<h1>En <b>bit</b></h1><p>Et avsnitt &aring; ha.</p><p>To</p>',
      'front.html': '---\ntitle: Foran\ndate: 2020-01-02\n---\n<p>Hei {{ site.title }}</p><p>To</p>',
      'kort.html': page('<h1>Kort</h1><p>Bare dette.</p>'),
      'leder.html':
        '<!DOCTYPE html><html><head><meta http-equiv="Refresh" content="0; url=/x"></head></html>',
      'mal.html': page('{{ content }}{% include bunn.html %}'),
      'micro.html': page(
        '<h1 itemprop="headline">Mikro</h1><time itemprop="datePublished" datetime="2019-11-28">i går</time>' +
          '<span itemprop="author" itemscope><b itemprop="name">Kari Moe</b></span>' +
          '<div itemprop="articleBody"><p>Mikrotekst.</p></div>'
      ),
      'skript.html': page(
        '<div id="app"></div>',
        ld({ '@type': 'Article', articleBody: '<p>En</p><p>To</p>' })
      ),
      'tom.html': page('')
    })
  )
  t.match(articles, [
    { id: 'bit', title: 'En bit', text: 'En bit\n\nEt avsnitt å ha.\n\nTo' },
    { id: 'front', title: 'Foran', publishedAt: '2020-01-02', text: 'Hei\n\nTo' },
    { id: 'kort', title: 'Kort', text: 'Kort\n\nBare dette.' },
    { id: 'micro', title: 'Mikro', publishedAt: '2019-11-28', authors: ['Kari Moe'], text: /Mikrotekst\.$/ },
    { id: 'skript', text: 'En\n\nTo' }
  ])
  t.match(problems, [
    { kind: 'no-article', file: 'leder.html' },
    { kind: 'no-article', file: 'mal.html' },
    { file: 'tom.html', reason: /empty/ }
  ])
})

t.test('an entry of microformats, as Medium exports it', async (t) => {
  const footer =
    '<footer>Av <a class="p-author h-card">Kari Moe</a> <time class="dt-published" datetime="2019-05-01">1. mai</time>' +
    '<a class="p-canonical" href="https://medium.com/p/1">Lenke</a></footer>'
  const entry = `<h1 class="p-name">Ny skole</h1><section class="e-content"><p>Byen bygger.</p></section>${footer}`
  const { articles } = await readFolder(
    t.testdir({ 'a.html': page(`<article class="h-entry">${entry}</article>`) })
  )
  t.match(articles, [
    { title: 'Ny skole', publishedAt: '2019-05-01', authors: ['Kari Moe'], url: 'https://medium.com/p/1' }
  ])
  t.match(articles[0]!.text, /Byen bygger\.$/, 'without the footer')
})

t.test('no word is lost', async () => {
  const word = fc.stringMatching(/^[a-zæøå]{2,12}$/)
  const paragraph = fc.array(word, { minLength: 3, maxLength: 40 }).map((words) => words.join(' '))
  const property = fc.asyncProperty(
    fc.array(paragraph, { minLength: 1, maxLength: 12 }),
    async (paragraphs) => {
      const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n')
      for (const html of [page(`<article>${body}</article>`), page(body), body]) {
        const { articles } = await readFolder(t.testdir({ 'a.html': html }))
        assert.equal(articles[0]?.text, paragraphs.join('\n\n'))
      }
    }
  )
  await fc.assert(property, { numRuns: 25 })
})

t.test('text of HTML', (t) => {
  const cases: [html: string, text: string][] = [
    ['<p>En<nav>meny<p>mer meny</nav>To', 'En\n\nTo'],
    ['<p>En</p><nav>aldri lukket <p>To</p>', 'En\n\naldri lukket\n\nTo'],
    ['<constructor>En</constructor>', 'En'],
    ['<p>1 < 2 &amp;&amp; 3 > 2 &ukjent; &#229;</p>', '1 < 2 && 3 > 2 &ukjent; å'],
    ['<ul><li>en<li>to</ul>tre', 'en\nto\n\ntre']
  ]
  for (const [html, text] of cases) t.equal(htmlText(html), text, html)
  for (const part of ['<', '<nav>', '<!--', '<p x="', '&', '</p>', '<script>'])
    t.doesNotThrow(() => htmlText(part.repeat(100_000)), part)
  t.end()
})
