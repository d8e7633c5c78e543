/** A request as it goes over the wire. */
export interface HostileRequest {
  readonly method: string
  /** What it is sent to, for reports. */
  readonly target: string
  readonly bytes: Buffer
  /** How many of the bytes are sent before the client hangs up; absent: all, and the answer is awaited. */
  readonly cut?: number
}

/** As much of an OpenAPI document as requests are made of. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}

interface DescribedOperation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly example?: unknown
  }[]
}

export interface HostileOptions {
  readonly document: Described
  /** Who may write; absent: nobody. */
  readonly key?: string
  /** Words and ids that are in the collection, so that not all requests find nothing. */
  readonly words: readonly string[]
  readonly ids: readonly string[]
}

/** From 0 to 1. */
type Random = () => number

/** What the document does not tell of. */
const OTHER_PATHS = [
  ...[
    '/',
    '/docs',
    '/docs/static/swagger-ui.css',
    '/page/main.js',
    '/openapi.json',
    '/openapi.yaml',
    '/opensearch.xml'
  ],
  ...[
    '/mcp',
    '/problems/not-ready',
    '/problems/%00',
    '/nope',
    '//',
    '/v1/../v1/search',
    '/v1/articles/..%2f..%2fetc%2fpasswd'
  ]
]

const METHODS = [
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'PROPFIND',
  'get',
  'X'.repeat(40)
]

/** What is put where a value is wanted, percent-encoded or not. */
const ODD_VALUES = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    '99999999999999999999',
    'NaN',
    'null',
    '[object Object]',
    '__proto__',
    'constructor'
  ],
  ...[
    'true',
    'True',
    'nb,nb,nb',
    ',,,',
    '%',
    '%%',
    '%zz',
    '%C3',
    '%ED%A0%80',
    '%C0%AF',
    '%00',
    '%0d%0aX-A:b',
    '%ff%fe'
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '\u202eabc',
    'a\u0300\u0301\u0302'.repeat(50),
    'ﷺ'.repeat(50),
    'İ',
    'ß',
    'Å',
    '\u0000',
    '\u001b[31m'
  ],
  ...[
    '2020-13-45',
    '0000-00-00',
    '2020-01-01T25:00:00Z',
    '9999-12-31',
    '-2020',
    'person:',
    'person:%00',
    ':',
    '../..'
  ],
  ...[
    '<script>',
    "' OR 1=1 --",
    '${7*7}',
    '{{7*7}}',
    '*',
    '**',
    '?',
    '~',
    '"',
    '""',
    '"~',
    '()',
    ')(',
    'NOT',
    'OR OR',
    '-',
    '+-+'
  ]
]

const SYNTAX = [
  'AND',
  'OR',
  'NOT',
  'OG',
  'ELLER',
  'IKKE',
  '(',
  ')',
  '"',
  '-',
  '+',
  '~',
  '*',
  'title:',
  'person:',
  '~5'
]

const ACCEPTS = [
  '*/*',
  'text/html',
  'application/xml;q=abc',
  'application/ld+json',
  ',',
  'a'.repeat(5000),
  '\u00e6'
]

/** Makes requests that a service must answer with no fault of its own, whatever they are. */
export const hostileRequests = (options: HostileOptions, random: Random): (() => HostileRequest) => {
  const operations = Object.entries(options.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  )
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const chance = (share: number): boolean => random() < share
  const times = (most: number): number => Math.floor(random() ** 3 * most)
  const word = (): string => pick(options.words)

  /** A query: words and syntax in any order, or one thing very often. */
  const query = (): string => {
    const way = random()
    if (way < 0.1) return '('.repeat(times(2000)) + word() + ')'.repeat(times(2000))
    if (way < 0.2) return `"${Array.from({ length: times(300) }, word).join(' ')}"`
    if (way < 0.3) return Array.from({ length: times(200) }, () => `${word().slice(0, 1)}*`).join(' OR ')
    if (way < 0.4) return pick(['NOT ', '-', '+', '"', 'person:', 'a AND ']).repeat(times(500)) + word()
    if (way < 0.5) return Array.from({ length: 64 }, () => `${word()}~`).join(' ')
    if (way < 0.6) return '"det er" "og i" på'
    return Array.from({ length: 1 + times(30) }, () => (chance(0.3) ? pick(SYNTAX) : word())).join(' ')
  }

  const oddValue = (name: string): string => {
    if (name === 'q' || name === 'prefix' || name === 'text') return encode(query())
    if (chance(0.2))
      return encode(String.fromCodePoint(...Array.from({ length: 1 + times(40) }, () => codePoint(random))))
    const value = pick(ODD_VALUES)
    return value.includes('%') ? value : encode(value)
  }

  const targetOf = (path: string, { parameters = [] }: DescribedOperation): string => {
    const filled = path.replace(/\{(\w+)\}/g, () => (chance(0.8) ? pick(options.ids) : oddValue('id')))
    const search = parameters
      .filter(({ in: place }) => place === 'query' && chance(0.3))
      .map(
        ({ name, example }) =>
          `${name}=${chance(0.75) && example !== undefined ? encode(JSON.stringify(example).replaceAll('"', '')) : oddValue(name)}`
      )
    const required = parameters.filter(({ name }) => ['q', 'prefix', 'text'].includes(name) && chance(0.9))
    for (const { name } of required) search.push(`${name}=${oddValue(name)}`)
    if (chance(0.03)) search.push(`x=${'y'.repeat(times(80_000))}`)
    if (chance(0.05)) search.push(pick(['&&&', '=', 'q', 'q[]=a', 'size=1&size=2', 'cursor=abc', 'sise=1']))
    return search.length === 0 ? filled : `${filled}?${search.join('&')}`
  }

  const headersOf = (): string[] => {
    const headers = [chance(0.98) ? 'Host: localhost' : pick(['Host:', 'Host: ÆØÅ', 'X: y'])]
    if (chance(0.1)) headers.push(`Accept: ${pick(ACCEPTS)}`)
    if (chance(0.1)) headers.push(`If-None-Match: ${pick(['*', '"', 'W/"x"', ','.repeat(500)])}`)
    if (chance(0.1))
      headers.push(`Accept-Encoding: ${pick(['gzip', 'br;q=2', 'identity;q=0', '*;q=0', 'x'.repeat(300)])}`)
    if (chance(0.05)) headers.push(`X-Request-Id: ${pick(['a b', '\u0001', 'a'.repeat(500), '${jndi:x}'])}`)
    if (chance(0.05)) headers.push(`Range: ${pick(['bytes=0-0', 'bytes=-1', 'x'])}`)
    if (chance(0.03)) headers.push(`Big: ${'b'.repeat(times(80_000))}`)
    if (chance(0.05))
      headers.push(
        `Traceparent: ${pick(['00-0-0-00', '00-' + 'f'.repeat(32) + '-' + 'f'.repeat(16) + '-01'])}`
      )
    if (options.key !== undefined && chance(0.7)) headers.push(`Authorization: Bearer ${options.key}`)
    return headers
  }

  const bodyOf = (): string => {
    const way = random()
    if (way < 0.2)
      return JSON.stringify({ text: query(), title: pick(ODD_VALUES), published: pick(ODD_VALUES) })
    if (way < 0.4)
      return JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: pick(['tools/call', 'tools/list', 'initialize', 'x']),
        params: {
          name: pick(['search', 'snippets', 'article', 'nope']),
          arguments: { q: query(), id: pick(options.ids) }
        }
      })
    if (way < 0.5) return '['.repeat(times(20_000))
    if (way < 0.6) return `{"text":${'{"a":'.repeat(times(5000))}1`
    if (way < 0.7) return '{"__proto__":{"x":1},"constructor":{"prototype":{}}}'
    if (way < 0.8)
      return Array.from({ length: times(50) }, (_, i) => `{"id":"fuzz-${i}","text":"${word()}"}`).join('\n')
    return pick(ODD_VALUES).repeat(1 + times(100))
  }

  return () => {
    const { path, method: own, operation } = pick(operations)
    const isOther = chance(0.08)
    const target = isOther ? pick(OTHER_PATHS) : targetOf(path, operation)
    const method = chance(0.9) ? (isOther ? 'GET' : own.toUpperCase()) : pick(METHODS)
    const headers = headersOf()
    let body = Buffer.alloc(0)
    if (['POST', 'PUT', 'PATCH'].includes(method) || chance(0.01)) {
      body = Buffer.from(bodyOf())
      headers.push(
        `Content-Type: ${pick(['application/json', 'application/x-ndjson', 'text/plain', 'x', ''])}`
      )
      if (chance(0.05)) headers.push('Transfer-Encoding: chunked')
      else headers.push(`Content-Length: ${body.length}`)
    }
    const head = `${method} ${target} HTTP/1.1\r\n${headers.join('\r\n')}\r\nConnection: close\r\n\r\n`
    // Raw bytes above 0x7f go as they are, one for each character.
    const bytes = Buffer.concat([Buffer.from(head, chance(0.5) ? 'latin1' : 'utf8'), body])
    const isCut = chance(0.05)
    return { method, target, bytes, ...(isCut && { cut: Math.floor(random() * bytes.length) }) }
  }
}

/** Any but surrogates, most of them control characters or Latin. */
const codePoint = (random: Random): number => {
  const point = Math.floor(random() ** 6 * 0x110000)
  return point >= 0xd800 && point < 0xe000 ? 0xfffd : point
}

const encode = (text: string): string => encodeURIComponent(text)
