/*
 * The media type of an answer is the one that the client likes best of those there are:
 * - by quality, the default where it does not matter;
 * - `charset` and `version` may be stated as they are sent.
 */
import t from 'tap'
import { startService } from './service.js'

const { ask } = await startService(t)

const JSON_TYPE = 'application/json'
const LINKED = 'application/ld+json'
const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

t.test('an article is JSON, or JSON-LD where that is liked better', async (t) => {
  const cases: [accept: string, type: string][] = [
    ['*/*', JSON_TYPE],
    [HTML, JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json;charset=UTF-8', JSON_TYPE],
    ['application/ld+json', LINKED],
    ['application/ld+json, application/json;q=0.9', LINKED],
    ['application/json;q=0.1, application/ld+json;q=0.2', LINKED],
    ['application/ld+json;q=0.1, application/json;q=0.2', JSON_TYPE],
    ['application/ld+json;q=0.5, */*;q=0.1', LINKED],
    ['application/ld+json;q=0, */*', JSON_TYPE],
    ['text/html, application/ld+json;q=0.1', LINKED]
  ]
  for (const [accept, type] of cases) {
    const answer = await ask('/v1/articles/vei-1', { accept })
    t.strictSame([answer.statusCode, answer.headers['content-type']], [200, type], accept)
    t.equal('@context' in answer.json<object>(), type === LINKED, accept)
    t.equal(answer.headers.vary, 'accept')
  }
  const refused = await ask('/v1/articles/vei-1', { accept: 'text/html' })
  t.strictSame([refused.statusCode, refused.headers.vary], [406, 'accept'])
})

t.test('where there is one type, it is what it is', async (t) => {
  const cases: [url: string, accept: string, type: string][] = [
    ['/v1/search', 'application/json; charset=utf-8', JSON_TYPE],
    ['/v1/search', HTML, JSON_TYPE],
    ['/metrics', 'text/plain', 'text/plain; version=0.0.4; charset=utf-8'],
    ['/metrics', 'text/plain;version=0.0.4', 'text/plain; version=0.0.4; charset=utf-8'],
    [
      '/metrics',
      'application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1',
      'text/plain; version=0.0.4; charset=utf-8'
    ],
    ['/openapi.json', 'application/json', JSON_TYPE],
    ['/openapi.yaml', 'application/yaml', 'application/yaml; charset=utf-8'],
    ['/docs', HTML, 'text/html; charset=utf-8']
  ]
  for (const [url, accept, type] of cases) {
    const answer = await ask(url, { accept })
    t.strictSame([answer.statusCode, answer.headers['content-type']], [200, type], `${url} as ${accept}`)
  }
})

t.test('the root is for programs and for people', async (t) => {
  const typeFor = async (accept: string): Promise<unknown> =>
    (await ask('/', { accept })).headers['content-type']
  for (const accept of ['*/*', 'application/json', 'application/json, text/html'])
    t.match(await typeFor(accept), 'application/json', accept)
  for (const accept of [HTML, 'text/html', 'text/html, application/json;q=0.9'])
    t.match(await typeFor(accept), 'text/html', accept)
})
