/*
 * Whatever stands in a URL, the service answers, and never with a fault of its own:
 * - random parameters with nasty names and values: NUL, surrogates, long lists, names that every object has;
 * - random queries in the query language, and random cursors;
 * - what is refused is a problem document.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { ProblemSchema } from '../../src/http/schemas/problem.js'
import { SearchParameters } from '../../src/http/schemas/search.js'
import { startService } from './service.js'

const { ask } = await startService(t)

/** Percent-encoded already. */
const NASTY = [
  ...[
    '',
    '%00',
    '%ED%A0%80',
    '%F8',
    '%',
    '%zz',
    '%EF%BF%BF',
    '%F4%8F%BF%BF',
    '%E2%80%AE',
    '%0D%0Ax:%20y',
    '+',
    '.'
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '[object Object]',
    'null',
    'undefined',
    'NaN'
  ],
  ...[
    '-1',
    '0',
    '1',
    '100',
    '101',
    '1e999',
    '0x1',
    '9007199254740993',
    'true',
    'false',
    '..%2F..',
    '%F0%9F%99%82'
  ],
  ...[
    '2019-11-28',
    '0000-01-01',
    '9999-12-31T23:59:59.999999999Z',
    '2019-02-29',
    '10:00+01:00',
    'T',
    'WzEsMiwzXQ'
  ],
  ...[
    'nb',
    'nn',
    'all',
    'any',
    'newest',
    'relevance',
    'year,year',
    'language,month',
    ',',
    'vei',
    'veg*',
    'ko~'
  ],
  ...[
    '%22',
    '(',
    ')))',
    '-',
    'NOT',
    'OG',
    'a:b',
    'title:',
    '%22a%22~',
    '*',
    '~5',
    'a'.repeat(1999),
    '%CC%8A'.repeat(50)
  ]
]

const anyName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(SearchParameters.shape), 'text') },
  fc.constantFrom(...NASTY)
)
const anyText = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%BF%BF'
  }
})
const anyValue = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...NASTY) }, anyText)
const anyParameter = fc
  .tuple(anyName, anyValue, fc.constantFrom(1, 1, 1, 1, 2, 150))
  .map(([name, value, times]) => Array<string>(times).fill(`${name}=${value}`).join('&'))
const anyPath = fc.oneof(
  fc.constantFrom(
    ...['/v1/search', '/v1/search', '/v1/snippets', '/v1/articles', '/v1/articles/vei-3', '/v1/analyze'],
    ...['/v1/articles/vei-3/snippets', '/', '/health/ready', '/metrics', '/docs', '/openapi.json']
  ),
  fc.tuple(anyValue, fc.constantFrom('', '/snippets')).map(([id, rest]) => `/v1/articles/${id}${rest}`),
  anyValue.map((value) => `/problems/${value}`),
  anyValue.map((value) => `/${value}`)
)

const STATUSES = new Set([200, 302, 400, 404])

const isAnswered = async (url: string, headers?: Record<string, string>): Promise<number> => {
  const answer = await ask(url, headers)
  assert.ok(STATUSES.has(answer.statusCode), `${answer.statusCode} ${url}: ${answer.body}`)
  if (answer.statusCode >= 400) ProblemSchema.parse(answer.json())
  return answer.statusCode
}

t.test('any path with any parameters is answered', async (t) => {
  const parameters = fc.array(anyParameter, { maxLength: 4 })
  const seen = new Set<number>()
  const property = fc.asyncProperty(anyPath, parameters, async (path, given) => {
    seen.add(await isAnswered(`${path}?${given.join('&')}`))
  })
  await fc.assert(property, { numRuns: 1500 })
  t.strictSame([...seen].sort(), [200, 400, 404], 'of each kind')
})

t.test('anything that can be typed is a query, in every list', async (t) => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['vei', 'Ordføreren', ' ', '"', '(', ')', '*', '~', '-', '+', ':', ' OG ', ' NOT ', ' OR ']
    ),
    fc.constantFrom(
      ...['title:', 'source:', '\0', '\u0301', '🙂', '«', '…', '~5', '\u00ad', '?', '&', '%', '#']
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 })
  )
  const query = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('').slice(0, 1000))
  const list = fc.constantFrom('/v1/search?explain=true&', '/v1/snippets?', '/v1/articles/vei-3/snippets?')
  await fc.assert(
    fc.asyncProperty(list, query, fc.constantFrom('auto', 'all', 'any'), async (list, q, match) => {
      const search = new URLSearchParams({ q, match })
      assert.equal(await isAnswered(`${list}${search.toString()}`), 200)
    }),
    { numRuns: 500 }
  )
  t.pass('answered')
})

t.test('any header is answered', async (t) => {
  const names = fc.constantFrom(
    'if-none-match',
    'authorization',
    'cookie',
    'range',
    'x-request-id',
    'accept-version'
  )
  const value = fc.string({ maxLength: 40 }).map((text) => text.trim())
  await fc.assert(
    fc.asyncProperty(names, value, async (name, value) => {
      assert.equal(await isAnswered('/v1/search?q=vei', { [name]: value }), 200)
    })
  )
  t.pass('answered')
})
