/*
 * Asking again:
 * - every answer under /v1 has an entity tag, the same one for the same question;
 * - If-None-Match with that tag, weak or strong, alone or in a list, gets 304 without a body, also for HEAD;
 * - If-None-Match: * gets 304 for whatever there is;
 * - another question, another media type or other articles have another tag;
 * - an error is never answered with a tag or with 304;
 * - what comes from no article (documents, pages, descriptions) has a tag of its own content.
 */
import t from 'tap'
import { isProblem, NEWS, startService } from './service.js'

const { ask, collection } = await startService(t)

const QUESTIONS = [
  '/v1/search?q=vei',
  '/v1/snippets?q=vei',
  '/v1/articles',
  '/v1/articles/vei-1',
  '/v1/articles/vei-1/snippets?q=vei',
  '/v1/analyze?text=vei'
]

const tagOf = async (url: string, headers: Record<string, string> = {}): Promise<string> =>
  String((await ask(url, headers)).headers.etag)

t.test('what has not changed is not sent again', async (t) => {
  for (const url of QUESTIONS) {
    const tag = await tagOf(url)
    t.match(tag, /^W\/"(?:[\w-]{16}\.)?[\w-]{22}"$/, url)
    t.equal(await tagOf(url), tag, 'the same question has the same tag')
    for (const given of [tag, tag.replace('W/', ''), `"x", ${tag}`, `W/"x",${tag},"y"`])
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(url, { 'if-none-match': given }, method)
        t.strictSame([answer.statusCode, answer.body], [304, ''], `${method} ${url} ${given}`)
        t.match(answer.headers, { etag: tag, 'cache-control': 'no-cache', vary: 'accept' })
      }
    for (const given of ['"x"', 'W/"x", "y"', '', tag.slice(0, -2)])
      t.equal((await ask(url, { 'if-none-match': given })).statusCode, 200, `${url} ${given}`)
  }
})

t.test('anything that there is', async (t) => {
  for (const url of QUESTIONS)
    for (const method of ['GET', 'HEAD']) {
      const answer = await ask(url, { 'if-none-match': ' * ' }, method)
      t.strictSame([answer.statusCode, answer.body], [304, ''], `${method} ${url}`)
      t.match(answer.headers, { etag: await tagOf(url), 'cache-control': 'no-cache', vary: 'accept' })
      t.notOk('content-type' in answer.headers)
    }
})

t.test('another question has another tag', async (t) => {
  const accept = 'application/ld+json'
  const tags = [
    ...(await Promise.all(QUESTIONS.map((url) => tagOf(url)))),
    await tagOf('/v1/search?q=vei&size=11'),
    await tagOf('/v1/articles/vei-1', { accept })
  ]
  t.equal(new Set(tags).size, tags.length)
})

t.test('documents and pages', async (t) => {
  const urls = ['/', '/docs', '/openapi.json', '/openapi.yaml', '/opensearch.xml', '/problems/not-ready']
  for (const url of urls)
    for (const method of ['GET', 'HEAD']) {
      const tag = await tagOf(url)
      for (const given of [tag, tag.replace('W/', ''), '*'])
        t.equal(
          (await ask(url, { 'if-none-match': given }, method)).statusCode,
          304,
          `${method} ${url} ${given}`
        )
      t.equal((await ask(url, { 'if-none-match': '"x"' }, method)).statusCode, 200, `${method} ${url}`)
    }
  t.not(await tagOf('/'), await tagOf('/', { accept: 'text/html' }), 'a page is another answer')
})

t.test('an error has no tag and is no 304', async (t) => {
  isProblem(t, await ask('/v1/articles/nope', { 'if-none-match': '*' }), 'article-not-found')
  isProblem(t, await ask('/v1/search?size=0', { 'if-none-match': '*' }), 'invalid-parameter')
})

t.test('other articles have another tag, the same articles the same one', async (t) => {
  const [url] = QUESTIONS
  const tag = await tagOf(url!)
  await collection.load(t.testdir({ copy: { 'news.jsonl': NEWS } }) + '/copy')
  t.equal(await tagOf(url!), tag, 'read again')
  await collection.load(t.testdir({ 'a.txt': 'Vei' }))
  t.not(await tagOf(url!), tag)
  t.equal((await ask(url!, { 'if-none-match': tag })).statusCode, 200)
})
