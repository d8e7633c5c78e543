// - one object, an array, objects that follow each other, and what exports and APIs wrap articles in are read
// - a text that an editor writes as a tree is one text, its blocks parted; a list of articles is none; articles may
//   stand under their ids
// - any articles in an array come back the same as one a line do, wherever the disk's chunks end, on one line or many
// - a record has its line, and the next one's is right though one before it is left out
// - ninjs of both versions is read, with its body, headline and facts
// - settings and lists without texts are no articles, and told so in one line
// - broken JSON costs what follows, and not what came before; a record without a text is told beside others

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import t from 'tap'
import { readArticles } from '../../src/articles/read-articles.js'
import { readFolder } from './read-folder.js'

const json = (value: unknown): string => JSON.stringify(value)

t.test('shapes', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.json': json({ id: 'en', title: 'T', text: 'En' }),
      'b.json': json([{ text: 'To' }, { text: 'Tre' }]),
      'c.json': json({ total: 1, articles: [{ headline: 'H', body: '<p>En</p><p>To</p>' }] }),
      'd.json': json({ hits: { hits: [{ _id: '7', _source: { id: 'sju', text: 'Sju' } }] } }),
      'e.json': '{"text":"en"}\n{"text":"to"}\n',
      'f.json.gz': gzipSync(json([{ text: 'gz' }])),
      'g.jsonld': json({ '@graph': [{ '@type': 'NewsArticle', headline: 'L', articleBody: 'Ledet' }] }),
      'h.json': json({
        db: [{ data: { posts: [{ title: 'Ghost', html: '<p>Spøk</p>', status: 'published' }] } }]
      })
    })
  )
  t.match(articles, [
    { id: 'en', title: 'T', text: 'En' },
    { id: 'b-1', text: 'To' },
    { id: 'b-2', text: 'Tre' },
    { id: 'c-1', title: 'H', text: 'En\n\nTo' },
    { id: 'sju', text: 'Sju' },
    { id: 'e-1', text: 'en' },
    { id: 'e-2', text: 'to' },
    { id: 'f-1', text: 'gz' },
    { id: 'g-1', title: 'L', text: 'Ledet' },
    { id: 'h-1', title: 'Ghost', text: 'Spøk' }
  ])
  t.strictSame(problems, [])
})

t.test('trees of editors', async (t) => {
  const block = (type: string, ...texts: string[]): unknown => ({
    type,
    content: texts.map((text) => ({ type: 'text', text }))
  })
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.json': json({
        title: 'P',
        content: { type: 'doc', content: [block('p', 'En ', 'film'), block('p', 'To')] }
      }),
      'b.json': json({
        title: 'S',
        body: [{ _type: 'block', children: [{ text: 'Fra ' }, { text: 'Oslo' }] }]
      }),
      'c.json': json({
        title: 'E',
        blocks: [
          { type: 'header', data: { text: 'Bru', level: 2 } },
          { type: 'list', data: { items: ['R&amp;D', '<b>to</b>'] } },
          { type: 'image', data: { file: { url: 'x' }, caption: 'Brua' } }
        ]
      }),
      'd.json': json({
        title: 'L',
        text: { root: { children: [{ type: 'p', children: [{ type: 'text', text: 'L' }] }] } }
      }),
      'e.json': json({ title: 'Q', body: { ops: [{ insert: 'En ' }, { insert: 'linje\n' }] } }),
      'f.json': json({ title: 'H', body: { html: '<p>En</p><p>To</p>' } }),
      'g.json': json({
        content: [
          { title: 'G', text: 'En' },
          { type: 'article', title: 'G', text: 'To' }
        ]
      }),
      'h.json': json({ 'sak-1': { title: 'H', text: 'En' }, 'sak-2': { id: 'to', text: 'To' } }),
      'i.jsonl': `{"text":${'[{"type":"p","children":'.repeat(5000)}"dypt"${'}]'.repeat(5000)}}`
    })
  )
  t.match(articles, [
    { id: 'a', title: 'P', text: 'En film\n\nTo' },
    { id: 'b', title: 'S', text: 'Fra Oslo' },
    { id: 'c', title: 'E', text: 'Bru\n\nR&D\n\nto\n\nBrua' },
    { id: 'd', title: 'L', text: 'L' },
    { id: 'e', title: 'Q', text: 'En linje' },
    { id: 'f', title: 'H', text: 'En\n\nTo' },
    { id: 'g-1', text: 'En' },
    { id: 'g-2', text: 'To' },
    { id: 'sak-1', title: 'H', text: 'En' },
    { id: 'to', text: 'To' }
  ])
  t.match(problems, [{ file: 'i.jsonl', line: 1 }])
})

t.test('an array is as lines are', async (t) => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('aå"\\\n{}[],: 𝔘é')), maxLength: 30 })
  const record = fc.record(
    {
      text: text.map((value) => `x${value}`),
      title: text,
      tags: fc.array(text, { maxLength: 2 }),
      n: fc.double()
    },
    { requiredKeys: ['text'], noNullPrototype: true }
  )
  const property = fc.asyncProperty(
    fc.array(record, { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 0, max: 70_000 }),
    fc.constantFrom(undefined, 2),
    async (records, before, indent) => {
      const folder = t.testdir({})
      writeFileSync(join(folder, 'a.json'), ' '.repeat(before) + JSON.stringify(records, null, indent))
      const { articles } = await readFolder(folder)
      const lines = t.testdir({ 'a.jsonl': records.map(json).join('\n') })
      assert.deepEqual(articles, (await readFolder(lines)).articles)
    }
  )
  await fc.assert(property, { numRuns: 40 })
})

t.test('places', async (t) => {
  const folder = t.testdir({
    'a.json': '[\n {"text":\n  "A"},\n\n {"title":"T","date":"2020-01-01"}, {"text":"B"}\n]',
    'b.json': json({ text: 'alene' })
  })
  const places: unknown[] = []
  for await (const event of readArticles(folder))
    if (event.kind === 'article') places.push(event.article.origin)
    else if (event.kind === 'problem') places.push(event.problem)
  t.match(places, [
    { file: 'a.json', line: 2 },
    { file: 'a.json', line: 5, reason: /no `text`/ },
    { file: 'a.json', line: 5 },
    { file: 'b.json', line: undefined }
  ])
  t.equal(places.length, 4)
})

t.test('ninjs', async (t) => {
  const first = {
    uri: 'https://example.org/1',
    type: 'text',
    versioncreated: '2019-11-28T10:15:00Z',
    headline: 'Den første',
    body_xhtml: '<div><p>En</p><p>To &amp; tre</p></div>',
    byline: 'Av Kari Moe',
    language: 'nb',
    subject: [{ name: 'politikk' }]
  }
  const second = {
    uri: 'https://example.org/2',
    headlines: [
      { role: 'short', value: 'Kort' },
      { role: 'main', value: 'Den andre' }
    ],
    bodies: [{ role: 'main', contenttype: 'text/html', value: '<p>Kropp</p>' }],
    subjects: [{ name: 'sport' }],
    firstcreated: '2019-11-28T10:15:00Z'
  }
  const { articles } = await readFolder(t.testdir({ 'a.json': json(first), 'b.json': json(second) }))
  t.match(articles, [
    {
      title: 'Den første',
      text: 'En\n\nTo & tre',
      authors: ['Kari Moe'],
      tags: ['politikk'],
      language: 'nb'
    },
    { title: 'Den andre', text: 'Kropp', tags: ['sport'], publishedAt: '2019-11-28T10:15:00Z' }
  ])
})

t.test('what is no article, and what is broken', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'brutt.json': '[{"text":"hel"},\n{"text": oi}, {"text":"etter"}]',
      'kutt.json': '[{"text":"hel"},\n{"text":"hal',
      'meny.json': json([{ name: 'Hjem', url: '/' }]),
      'stil.json': json({ name: 'x', colors: ['red'] }),
      'tall.json': '[1,2,3]',
      'tom.json': '',
      'uten.json': json([{ text: 'A' }, { label: 'B' }])
    })
  )
  t.strictSame(
    articles.map(({ text }) => text),
    ['hel', 'hel', 'A']
  )
  t.match(problems, [
    { kind: undefined, file: 'brutt.json', line: 2, reason: /^The JSON is broken here \(Unexpected "o"\)/ },
    { kind: undefined, file: 'kutt.json', line: 2 },
    { kind: 'no-article', file: 'meny.json' },
    { kind: 'no-article', file: 'stil.json' },
    { kind: 'no-article', file: 'tall.json' },
    { kind: 'no-article', file: 'tom.json' },
    { kind: undefined, file: 'uten.json', line: 1, reason: /no `text`/ }
  ])
  t.equal(problems.length, 7)
})

/** How Ghost stores a post now, and how it did before. */
const LEXICAL = {
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'extended-text', text: 'En ' },
          { type: 'extended-text', text: 'film' }
        ]
      },
      { type: 'html', html: '<p>Om &lt;b&gt;</p>' },
      { type: 'image', src: 'a.png', caption: 'Fra Oslo' }
    ]
  }
}
const MOBILEDOC = {
  version: '0.3.1',
  atoms: [['soft-return', '', {}]],
  markups: [['em']],
  cards: [['image', { src: 'a.png', caption: 'Et kart' }]],
  sections: [
    [
      1,
      'p',
      [
        [0, [], 0, 'En film'],
        [1, [], 0, 0],
        [0, [], 0, 'fra *Oslo*']
      ]
    ],
    [3, 'ul', [[[0, [], 0, 'en']], [[0, [], 0, 'to']]]],
    [10, 0]
  ]
}

t.test('exports of Ghost and Strapi, and JSON that breaks off', async (t) => {
  const posts = [
    { id: '1', title: 'En', html: '<p>Tekst</p>', status: 'published', author_id: '6' },
    { id: '2', title: 'To', html: null, plaintext: 'Ren tekst' },
    { id: '3', title: 'Tre', html: null, plaintext: null, lexical: '{}' },
    { id: '4', title: 'Fire', html: '<p>Kladd</p>', status: 'draft' },
    { id: '5', title: 'Fem', lexical: JSON.stringify(LEXICAL) },
    { id: '6', title: 'Seks', mobiledoc: JSON.stringify(MOBILEDOC) }
  ]
  const users = [
    { id: '5', name: 'Kari Moe', bio: 'Skriver' },
    { id: '6', name: 'Ola Moe' }
  ]
  const tables = {
    posts_authors: [
      { post_id: '2', author_id: '6', sort_order: 1 },
      { post_id: '2', author_id: '5', sort_order: 0 }
    ],
    tags: [
      { id: '7', name: 'Skole' },
      { id: '8', name: '#intern' }
    ],
    posts_tags: [
      { post_id: '2', tag_id: '7' },
      { post_id: '2', tag_id: '8' }
    ]
  }
  const author = { data: { id: 9, attributes: { firstName: 'Kari', lastName: 'Moe' } } }
  const folder = t.testdir({
    'ghost.json': JSON.stringify({ db: [{ data: { posts, users, ...tables } }] }),
    'strapi.json': JSON.stringify({ data: [{ id: 3, attributes: { content: 'C', author } }] }),
    'urn.json': '{"uri":"urn:newsml:a:1","text":"A","author":[{"name":"Kari Moe"},{"@id":"#ola"}]}',
    'x.json': '[{"text":"B"},]'
  })
  const { articles, problems } = await readFolder(folder)
  t.match(
    articles.map(({ id, text, authors, tags }) => ({ id, text, authors, tags })),
    [
      { id: '1', text: 'Tekst', authors: ['Ola Moe'], tags: undefined },
      { id: '2', text: 'Ren tekst', authors: ['Kari Moe', 'Ola Moe'], tags: ['Skole'] },
      { id: '5', text: 'En film\n\nOm <b>\n\nFra Oslo' },
      { id: '6', text: 'En film\nfra *Oslo*\n\nen\nto\n\nEt kart' },
      { id: '3', text: 'C', authors: ['Kari Moe'] },
      { id: 'urn', text: 'A', authors: ['Kari Moe'] },
      { id: 'x-1', text: 'B' }
    ]
  )
  t.match(problems, [
    { file: 'ghost.json', kind: 'withheld' },
    { file: 'ghost.json', kind: undefined, reason: /no `text`/ },
    { file: 'x.json', kind: undefined, line: 1, reason: /broken/ }
  ])
  t.equal(problems.length, 3)
})

t.test('names of Arc, the Guardian and Contentful', async (t) => {
  const { articles } = await readFolder(
    t.testdir({
      'arc.json': JSON.stringify({
        items: [
          {
            headline: { basic: 'En bro' },
            content_elements: [
              { type: 'text', content: 'A &amp; B' },
              { type: 'header', content: 'Bakgrunn' }
            ],
            display_date: '2020-01-02'
          }
        ]
      }),
      'guardian.json': JSON.stringify({
        response: { results: [{ webTitle: 'To', webPublicationDate: '2020-01-02', fields: { body: 'C' } }] }
      }),
      'i.json': JSON.stringify({
        items: [{ fields: { title: { 'en-US': 'Three', nb: 'Tre' }, body: { 'en-US': 'D', 'nb-NO': 'E' } } }]
      })
    })
  )
  t.same(
    articles.map(({ title, publishedAt, text }) => [title, publishedAt, text]),
    [
      ['En bro', '2020-01-02', 'A & B\n\nBakgrunn'],
      ['To', '2020-01-02', 'C'],
      ['Tre', undefined, 'E']
    ]
  )
})
