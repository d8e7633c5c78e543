// - RSS, RDF, Atom, exports of WordPress, NITF and NewsML-G2 are read, plain or gzipped, in any encoding, each record
//   with its line
// - what an export holds beside articles is counted, drafts and posts with a password are withheld
// - entities of one's own and external ones are refused, and nothing is expanded; a document type alone is no fault
// - a document that is cut short or not well-formed gives all that is in it, and says so
// - any texts in a feed come back the same, wherever the disk's chunks end
// - elements too deep inside each other end neither the service nor the folder
// - XML that holds no articles is told as such

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { readArticles } from '../../src/articles/read-articles.js'
import { wordPressText } from '../../src/articles/formats/xml/wordpress.js'
import { readFolder } from './read-folder.js'

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Avisa</title><language>nb-no</language>
<item><title>R&amp;amp;D &#8211; én</title><link>https://a.no/2019/en</link><guid>https://www.a.no/?p=1</guid>
<pubDate>Thu, 28 Nov 2019 10:15:00 GMT</pubDate><dc:creator><![CDATA[Kari Moe]]></dc:creator><category>x</category>
<description>Kort</description><content:encoded><![CDATA[<p>Lang &aring; tekst</p><p>To</p>]]></content:encoded></item>
<item><title>To</title><author>red@a.no (Ola Hansen)</author><description>Bare&nbsp;kort & godt</description></item>
</channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nn"><title>Bladet</title><author><name>Ola</name></author>
<entry><id>tag:x,2019:1</id><title>Tittel</title><link href="https://b.no/1"/><updated>2019-11-28T10:15:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein<br/>til</p><p>To</p></div></content></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Gammel</title></channel>
<item><title>En</title><link>https://c.no/en</link><dc:date>2003-01-02</dc:date><description>Tekst</description></item></rdf:RDF>`

const NITF = `<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf><head><title>Tittel</title><meta name="timestamp" content="2019.11.28 10:15:00"/><docdata management-status="usable">
<doc-id regsrc="NTB" id-string="NTB123"/><key-list><keyword key="politikk"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Regjeringen gir seg</hl1></hedline><byline>Av <person>Kari Moe</person>, NTB</byline>
<distributor><org>NTB</org></distributor></body.head><body.content><p lede="true">Ingressen på Ås.</p>
<p>Mer <org>LO</org>-tekst &amp; mer.</p><hl2>Mellomtittel</hl2><media media-type="image"><media-reference source="x"/>
<media-caption>Bildetekst. Foto: NTB</media-caption></media></body.content></body></nitf>`

const G2 = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:ntb.no:2019:a"><itemMeta><itemClass qcode="ninat:text"/><provider literal="NTB"/>
<versionCreated>2019-11-28T10:15:00+01:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>G2</headline><by>Av Kari Moe</by><language tag="nb"/>
<subject><name xml:lang="en">Politics</name><name xml:lang="nb">Politikk</name></subject></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>En.</p><p>To.</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:b"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
<newsItem guid="urn:c"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentSet><inlineData>Nei</inlineData></contentSet></newsItem>
</itemSet></newsMessage>`

const post = (inside: string, status = 'publish', type = 'post'): string =>
  `<item>${inside}<wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type></item>\n`
const WXR = `<rss xmlns:wp="w" xmlns:content="c" xmlns:dc="d"><channel><title>Bloggen</title><wp:author>
<wp:author_login>kari</wp:author_login><wp:author_display_name><![CDATA[Kari Moe]]></wp:author_display_name></wp:author>
${post('<title>En</title><dc:creator>kari</dc:creator><content:encoded><![CDATA[Første.\n\nAndre [sic].]]></content:encoded><wp:post_name>bl%c3%a5b%c3%a6r</wp:post_name><wp:post_date>2019-11-28 11:15:00</wp:post_date>')}
${post('<title>Kladd</title><content:encoded>Nei</content:encoded>', 'draft')}
${post('<content:encoded>Nei</content:encoded><wp:post_password>x</wp:post_password>')}
${post('<title>bilde</title>', 'inherit', 'attachment')}</channel></rss>`

t.test('what agencies, feeds and sites write', async (t) => {
  const folder = t.testdir({
    'a.rss': RSS,
    'b.atom': ATOM,
    'c.xml': RDF,
    'd.nitf': Buffer.from(NITF, 'latin1'),
    'e.xml.gz': gzipSync(G2),
    'f.xml': WXR
  })
  const { articles, problems } = await readFolder(folder)
  t.match(articles, [
    {
      id: 'a.no-p-1',
      title: 'R&D – én',
      publishedAt: '2019-11-28T10:15:00Z',
      source: 'Avisa',
      authors: ['Kari Moe'],
      tags: ['x'],
      url: 'https://a.no/2019/en',
      language: 'nb',
      text: 'Lang å tekst\n\nTo'
    },
    { id: 'a-2', title: 'To', authors: ['Ola Hansen'], text: 'Bare\u00A0kort & godt' },
    { title: 'Tittel', source: 'Bladet', authors: ['Ola'], language: 'nn', text: 'Ein\ntil\n\nTo' },
    { id: 'c.no-en', source: 'Gammel', publishedAt: '2003-01-02', text: 'Tekst' },
    {
      id: 'NTB123',
      title: 'Regjeringen gir seg',
      publishedAt: '2019-11-28T10:15:00',
      source: 'NTB',
      authors: ['Kari Moe'],
      tags: ['politikk'],
      text: 'Ingressen på Ås.\n\nMer LO-tekst & mer.\n\nMellomtittel\n\nBildetekst. Foto: NTB'
    },
    {
      id: 'urn-newsml-ntb.no-2019-a',
      title: 'G2',
      source: 'NTB',
      authors: ['Kari Moe'],
      tags: ['Politikk'],
      text: 'En.\n\nTo.'
    },
    {
      id: 'blabaer',
      title: 'En',
      source: 'Bloggen',
      authors: ['Kari Moe'],
      publishedAt: '2019-11-28T11:15:00',
      text: 'Første.\n\nAndre [sic].'
    }
  ])
  t.match(problems, [
    { kind: 'changed', file: 'd.nitf', reason: /WINDOWS-1252/ },
    { kind: 'withheld', file: 'e.xml.gz' },
    { kind: 'no-article', file: 'e.xml.gz', reason: /ninat:picture 1/ },
    { kind: 'withheld', file: 'f.xml', reason: /draft/ },
    { kind: 'withheld', file: 'f.xml', reason: /password/ },
    { kind: 'no-article', file: 'f.xml', reason: /attachment 1/ }
  ])
  const lines: unknown[] = []
  for await (const event of readArticles(folder))
    if (event.kind === 'article') lines.push(event.article.origin?.line)
  t.strictSame(lines.slice(0, 5), [3, 6, 2, 2, undefined])
})

t.test('content of WordPress', (t) => {
  const cases: [content: string, html: string][] = [
    ['En\n\nTo\ntre', '<p>En</p><p>To<br>tre</p>'],
    ['<p>En</p>\n\n<p>To</p>', '<p>En</p>\n\n<p>To</p>'],
    ['En [caption id="a"]Tekst[/caption]', '<p>En</p><p>Tekst</p>'],
    ['[rad]En[/rad] [sic]', '<p>En</p><p>[sic]</p>'],
    ['En\n\nTo\n\n<p>Tre</p>', 'En\n\n<p>To\n\n<p>Tre</p>'],
    ['En\n\nhttps://example.org/film\n\nSe https://example.org.', '<p>En</p><p>Se https://example.org.</p>'],
    ['[vedtak] og [sic] og [1]', '<p>[vedtak] og [sic] og [1]</p>']
  ]
  for (const [content, html] of cases) t.equal(wordPressText(content).replace(/\s*<\/p>/g, '</p>'), html)
  t.end()
})

t.test('hostile and broken', async (t) => {
  const item = (text: string): string =>
    `<rss><channel><item><description>${text}</description></item></channel></rss>`
  const folder = t.testdir({
    'a.xml': `<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${item('&b;')}`,
    'b.xml': `<!DOCTYPE l [<!ELEMENT x ANY><!ENTITY x SYSTEM "file:///etc/passwd">]>${item('&x;')}`,
    'c.xml': `<!DOCTYPE l [<!ENTITY % d SYSTEM "http://localhost/d.dtd"> %d;]>${item('x')}`,
    'd.xml': `<rss><channel><item><description>${'<b>'.repeat(100_000)}`,
    'e.xml': item('hel') + '<item><description>halv te',
    'f.xml': item('<i>en <b>to</i> tre</b> fire'),
    'g.xml': '<urlset><url><loc>https://a.no/</loc></url></urlset>',
    'h.xml': '<rss><channel><title>Tom</title></channel></rss>',
    'i.xml': ''
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(
    articles.map(({ text }) => text),
    ['hel', 'halv te', 'en to tre fire']
  )
  t.match(problems, [
    { kind: undefined, file: 'a.xml', reason: /entities of its own/ },
    { kind: undefined, file: 'b.xml', reason: /entities of its own/ },
    { kind: undefined, file: 'c.xml', reason: /entities of its own/ },
    { kind: undefined, file: 'd.xml', reason: /inside each other/ },
    { kind: 'changed', file: 'e.xml', reason: /`description` is not closed/ },
    { kind: 'changed', file: 'f.xml', reason: /`b` is not closed/ },
    { kind: 'no-article', file: 'g.xml', reason: /`urlset`/ },
    { kind: 'no-article', file: 'h.xml' },
    { kind: undefined, file: 'i.xml' }
  ])
})

t.test('a report that is a title, and the day of a story', async (t) => {
  const top = '<dateline>Oslo, <story.date norm="20191128">torsdag</story.date></dateline>'
  const folder = t.testdir({
    'a.rss':
      '<rss><channel><item><title>Bilbrann på E6</title><description> </description></item></channel></rss>',
    'b.atom': '<feed><entry><title>Bilbrann på E18</title><content type="xhtml"></content></entry></feed>',
    'c.nitf': `<nitf><body><body.head>${top}</body.head><body.content><p>A</p></body.content></body></nitf>`
  })
  t.match(await readFolder(folder), {
    articles: [
      { title: 'Bilbrann på E6', text: 'Bilbrann på E6' },
      { title: 'Bilbrann på E18', text: 'Bilbrann på E18' },
      { publishedAt: '2019-11-28', text: 'A' }
    ],
    problems: []
  })
})

t.test('any texts', async (t) => {
  const text = fc
    .string({ unit: fc.constantFrom(...Array.from('aå<>&"\n;𝔘é ')), minLength: 1, maxLength: 40 })
    .map((s) => `x${s}x`)
  const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const property = fc.asyncProperty(
    fc.array(text, { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 65_400, max: 65_600 }),
    async (texts, before) => {
      const items = texts.map(
        (each) => `<item><title>${escape(escape(each))}</title><description>t</description></item>`
      )
      const folder = t.testdir({})
      writeFileSync(
        join(folder, 'a.xml'),
        `<rss><channel>${' '.repeat(before)}${items.join('')}</channel></rss>`
      )
      const { articles } = await readFolder(folder)
      assert.deepEqual(
        articles.map(({ title }) => title),
        texts.map((each) => each.replace(/\s+/g, ' ').normalize('NFC'))
      )
    }
  )
  await fc.assert(property, { numRuns: 40 })
})
