// - an alias and a former id are answered 301 with the article's address, the query kept; below the address they are
//   answered as the article is
// - an id that is nobody's is 404 all the same
// - an article says which file it was read from, and in which line

import t from 'tap'
import { isProblem, startService } from './service.js'

t.test('addresses that have changed', async (t) => {
  const folder = t.testdir({
    2019: { 'leder.md': '---\naliases: /gammel/leder/\n---\nLederen.' },
    'arkiv.jsonl': '{"text":"En."}\n{"text":"To."}\n'
  })
  const { ask } = await startService(t, { folder })
  for (const [id, query] of [
    ['gammel-leder', ''],
    ['leder', '?minConfidence=0.5']
  ] as const) {
    const answer = await ask(`/v1/articles/${id}${query}`)
    t.strictSame([answer.statusCode, answer.headers.location], [301, `/v1/articles/2019-leder${query}`])
  }
  t.equal((await ask('/v1/articles/leder/quotes')).statusCode, 200)
  isProblem(t, await ask('/v1/articles/ingen'), 'article-not-found')
  const { origin } = (await ask('/v1/articles/2019-leder')).json<{ origin: unknown }>()
  t.strictSame(origin, { file: '2019/leder.md' })
  t.match((await ask('/v1/articles/arkiv-2')).json(), { origin: { file: 'arkiv.jsonl', line: 2 } })
})
