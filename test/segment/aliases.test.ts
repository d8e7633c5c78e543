// - an alias that a file states, whatever its form, finds its article, and so does the id that its path would make
// - an alias of two articles, or one that is another article's id, finds neither by it

import t from 'tap'
import { readArticles } from '../../src/articles/read-articles.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { buildGeneration } from './build.js'

t.test('aliases and former ids', async (t) => {
  const folder = t.testdir({
    'leder.txt': 'Øverst.',
    2019: {
      'leder.txt': 'I en mappe.',
      'sak.md': '---\naliases: [/nyheter/gammel-sak/, "https://avis.no/2018/sak.html?x=1"]\n---\nSaken.',
      'ny.md': '---\nid: helt-ny\nredirect_from: /felles\n---\nNy.'
    },
    blog: { poster: { 'index.md': '---\naliases: felles\n---\nPoster.' } },
    'a.jsonl': '{"id":"r","text":"Rad","former_ids":["rad-7"]}'
  })
  const articles: SourceArticle[] = []
  for await (const event of readArticles(folder)) if (event.kind === 'article') articles.push(event.article)
  const { segment } = await buildGeneration(articles)
  const ids: [alias: string, id: string | undefined][] = [
    ['nyheter-gammel-sak', '2019-sak'],
    ['2018-sak', '2019-sak'],
    ['sak', '2019-sak'],
    ['2019-ny', 'helt-ny'],
    ['ny', 'helt-ny'],
    ['poster', 'blog-poster'],
    ['rad-7', 'r'],
    ['felles', undefined],
    ['leder', undefined],
    ['a-1', undefined],
    ['__proto__', undefined]
  ]
  for (const [alias, id] of ids) {
    const found = segment.findAlias(alias)
    t.equal(found === undefined ? undefined : segment.articles.id(found), id, alias)
  }
})
