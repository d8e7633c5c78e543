// - dates of people, databases, feeds and YAML become ISO 8601; what is ISO 8601 stays; what is no date is none
// - any day is read the same however it is written, and a date-time keeps its instant
// - a fact is found under each of its names, in any case, with `-`, `_`, spaces or a namespace
// - people are told apart in one text only where each part is a full name
// - white space, character references and invisible characters make no two authors of one
// - drafts, dates to come and expired ones are withheld, with the line of the record
// - docs/articles.md names every key
// - `fields.yaml` gives keys of one's own to facts, and names facets; each wrong line is reported, and the others hold

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { isoDate } from '../../src/articles/facts/dates.js'
import { FACT_KEYS } from '../../src/articles/facts/fact-names.js'
import { personNames } from '../../src/articles/facts/person-names.js'
import { parseFacts } from '../../src/articles/facts/stated-facts.js'
import { shownUntil } from '../../src/articles/facts/visibility.js'
import { readFolder } from './read-folder.js'

t.test('dates', (t) => {
  const dates: Record<string, string | undefined> = {
    '2019-11-28': '2019-11-28',
    '2019-11-28T10:15:00.5+01:00': '2019-11-28T10:15:00.5+01:00',
    '2019-11-28 10:15:00': '2019-11-28T10:15:00',
    '2024-09-30 10:15:00 +0200': '2024-09-30T10:15:00+02:00',
    '2024-09-30 10:15:00+02': '2024-09-30T10:15:00+02:00',
    '2024-09-30 10:15:00 UTC': '2024-09-30T10:15:00Z',
    '2024-9-3': '2024-09-03',
    '2019/11/28': '2019-11-28',
    '20191128': '2019-11-28',
    'LOV-2005-06-17-62': '2005-06-17',
    'LOV-1814-05-17': '1814-05-17',
    '20191128T101500+0100': '2019-11-28T10:15:00+01:00',
    '20.11.2026': '2026-11-20',
    '20.11.19': '2019-11-20',
    '1.2.98': '1998-02-01',
    'november 2019': '2019-11',
    '1.5.2019 kl. 9.05': '2019-05-01T09:05',
    '28/11/2019 10:15': '2019-11-28T10:15',
    '20. november 2026': '2026-11-20',
    'torsdag 28. november 2019 kl. 10.15': '2019-11-28T10:15',
    '1. mai 2019': '2019-05-01',
    '3. des. 2019': '2019-12-03',
    'Thu, 28 Nov 2019 10:15:00 GMT': '2019-11-28T10:15:00Z',
    'Thu, 28 Nov 2019 10:15:00 +0100': '2019-11-28T10:15:00+01:00',
    'Thu Nov 28 2019 10:15:00 GMT+0100 (Central European Standard Time)': '2019-11-28T10:15:00+01:00',
    'November 28, 2019': '2019-11-28',
    'Nov 28, 2019 10:15': '2019-11-28T10:15',
    '2019-11-28T10:15:00+01:00[Europe/Oslo]': '2019-11-28T10:15:00+01:00',
    1574932500: '2019-11-28T09:15:00.000Z',
    1574932500000: '2019-11-28T09:15:00.000Z',
    '1574932500.25': '2019-11-28T09:15:00.250Z',
    '2019-11-28T10:15:00 Europe/Oslo': '2019-11-28T10:15:00+01:00',
    '2019-07-01 10:15 (Europe/Oslo)': '2019-07-01T10:15+02:00',
    '2019-11-28 10:15 Norge/Bygda': '2019-11-28T10:15',
    'May 1st, 2019 12:05 am': '2019-05-01T00:05',
    '2019-05-01 2:30 PM': '2019-05-01T14:30',
    '01.05.2019 - 14:30': '2019-05-01T14:30',
    '01.mai.2019': '2019-05-01',
    '11/28/2019': undefined,
    '2019-02-31': undefined,
    2019: '2019',
    '2019-11': '2019-11',
    '2019-13': undefined,
    1066: undefined,
    'i går': undefined,
    '28. brumaire 2019': undefined,
    '2019-11-28 25:15': undefined
  }
  for (const [stated, iso] of Object.entries(dates)) t.equal(isoDate(stated), iso, stated)
  t.end()
})

t.test('any day', (t) => {
  const day = fc.date({ min: new Date('1763-05-25'), max: new Date('2099-12-31'), noInvalidDate: true })
  const offset = fc.constantFrom('', 'Z', '+01:00', '-03:30')
  fc.assert(
    fc.property(day, offset, (date, zone) => {
      const iso = date.toISOString()
      const [year, month, dayOfMonth] = iso.slice(0, 10).split('-')
      const written = [
        `${dayOfMonth}.${month}.${year}`,
        `${year}/${month}/${dayOfMonth}`,
        `${year}${month}${dayOfMonth}`
      ]
      const time = iso.slice(11, 19)
      return (
        written.every((each) => isoDate(each) === iso.slice(0, 10)) &&
        isoDate(`${iso.slice(0, 10)} ${time}${zone}`) === `${iso.slice(0, 10)}T${time}${zone}` &&
        isoDate(date.toUTCString()) === `${iso.slice(0, 19)}Z`
      )
    })
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      const iso = isoDate(text)
      return iso === undefined || !Number.isNaN(Date.parse(iso))
    })
  )
  t.end()
})

t.test('names of facts', (t) => {
  const values = {
    id: 'sak-1',
    title: 'Ny skole',
    publishedAt: '2019-11-28',
    source: 'Avisa',
    authors: ['Kari Moe'],
    tags: ['skole'],
    url: 'https://avisa.no/1',
    language: 'nb'
  } as const
  for (const [fact, value] of Object.entries(values))
    for (const key of FACT_KEYS[fact as keyof typeof values])
      for (const written of [
        key,
        key.toUpperCase(),
        key.replace(/[A-Z]/g, '_$&'),
        `dc:${key}`,
        `og.${key}`
      ]) {
        const stated = parseFacts({ [written]: value })
        t.match(stated, { facts: { [fact]: value }, unknownKeys: [], notices: [] }, written)
      }
  t.end()
})

t.test('values', (t) => {
  const cases: [record: object, facts: object][] = [
    [
      { authors: [{ name: 'Kari Moe', image: 'k.png' }, { name: 'Ola Hansen' }] },
      { authors: ['Kari Moe', 'Ola Hansen'] }
    ],
    [{ authors: ['Kari\u00a0Moe', 'Kari  Moe', ' kari moe '] }, { authors: ['Kari Moe'] }],
    [
      { author: '[[Kari Moe]]', tags: '#skole' },
      { authors: ['Kari Moe'], tags: ['skole'] }
    ],
    [{ title: { rendered: 'Sm&aring; &amp; store' } }, { title: 'Små & store' }],
    [{ title: '<em>Brann</em> vant 1 < 2', author: 7 }, { title: 'Brann vant 1 < 2' }],
    [
      { title: 2020, tags: [2019] },
      { title: '2020', tags: ['2019'] }
    ],
    [{ tags: ['Skole'], categories: 'Oslo, Politikk' }, { tags: ['Skole', 'Oslo', 'Politikk'] }],
    [{ tags: '#skole #vei' }, { tags: ['skole', 'vei'] }],
    [{ tags: ['Oslo, Norge'] }, { tags: ['Oslo, Norge'] }],
    [{ source: 'https://avisa.no/1' }, { url: 'https://avisa.no/1' }],
    [{ url: '/2019/leder/' }, {}],
    [{ published: true, date: '2019-11-28' }, { publishedAt: '2019-11-28' }],
    [{ published: { $date: '2019-11-28' } }, { publishedAt: '2019-11-28' }],
    [{ source: ['NRK'], publisher: { '@type': 'Organization', name: 'NRK AS' } }, { source: 'NRK' }],
    [{ params: { forfatter: 'Av Kari Moe' } }, { authors: ['Kari Moe'] }]
  ]
  for (const [record, facts] of cases)
    t.strictSame(parseFacts(record), { facts, unknownKeys: [], notices: [] }, JSON.stringify(record))
  t.match(parseFacts({ authors: ['Kari Moe', 'a\u0000'] }).notices, [
    { kind: 'fact', reason: /`authors` must be/ }
  ])
  t.end()
})

t.test('people', (t) => {
  const people: Record<string, string[]> = {
    'Av Kari Moe og Ola Hansen': ['Kari Moe', 'Ola Hansen'],
    'Kari Moe, Ola B. Hansen': ['Kari Moe', 'Ola B. Hansen'],
    'Kari Moe; NTB': ['Kari Moe', 'NTB'],
    'Moe, Kari': ['Moe, Kari'],
    'Kari og Ola Moe': ['Kari og Ola Moe'],
    'Avi Cohen': ['Avi Cohen'],
    'Direktoratet for forvaltning og økonomi': ['Direktoratet for forvaltning og økonomi'],
    'Barne- og familiedepartementet': ['Barne- og familiedepartementet'],
    'Av Siri Lund, foto: Tor Eide': ['Siri Lund', 'Tor Eide'],
    'Tekst: Siri Lund Foto: Tor Eide / NTB': ['Siri Lund', 'Tor Eide', 'NTB'],
    'Tekst og foto: Siri Lund': ['Siri Lund'],
    'Siri Lund (tekst) og Tor Eide (foto)': ['Siri Lund', 'Tor Eide'],
    'Skrevet av Siri Lund og foto: Tor Eide': ['Siri Lund', 'Tor Eide'],
    'Siri Lund (34)': ['Siri Lund (34)'],
    'Fotoklubben i Bodø': ['Fotoklubben i Bodø'],
    'Siri Lund, NTB': ['Siri Lund', 'NTB'],
    'SIRI LUND / NTB': ['SIRI LUND', 'NTB'],
    'AV SIRI LUND OG TOR EIDE': ['SIRI LUND', 'TOR EIDE'],
    'Siri Lund og Tor Eide / Fjordavisa': ['Siri Lund', 'Tor Eide', 'Fjordavisa'],
    'NTB/Reuters': ['NTB', 'Reuters'],
    'LUND, SIRI': ['LUND, SIRI'],
    'LUND DAHL, SIRI': ['LUND DAHL, SIRI'],
    'Lund Dahl, Siri': ['Lund Dahl, Siri'],
    'Senter for fred og/eller forsoning': ['Senter for fred og/eller forsoning']
  }
  for (const [text, names] of Object.entries(people)) t.strictSame(personNames(text), names, text)
  t.end()
})

t.test('what is not to be shown', async (t) => {
  const withheld = [
    { draft: true },
    { draft: 'true' },
    { utkast: 'ja' },
    { published: false },
    { status: 'draft' },
    { post_status: 'private' },
    { date: '2999-01-01' },
    { date: '2019-11-28', publishDate: '2999-01-01' },
    { expiryDate: '2019-11-28' }
  ]
  const shown = [
    { draft: false },
    { draft: 'maybe' },
    { published: true },
    { status: 'publish' },
    { date: '2019-11-28' },
    { expiryDate: '2999-01-01' },
    { expiryDate: 'never' }
  ]
  for (const record of withheld)
    t.throws(() => parseFacts(record), { name: 'Withheld' }, JSON.stringify(record))
  for (const record of shown) t.doesNotThrow(() => parseFacts(record), JSON.stringify(record))
  const today = (fact: string): readonly unknown[] => (fact === 'publishedAt' ? ['2019-11-28'] : [])
  t.doesNotThrow(() => {
    shownUntil(today, new Date('2019-11-28T00:00').getTime())
  })
  t.throws(() => {
    shownUntil(today, new Date('2019-11-27T23:59').getTime())
  })
  const { articles, problems } = await readFolder(
    t.testdir({ 'a.jsonl': '{"text":"A"}\n{"text":"B","draft":true}', 'b.md': '---\ndraft: true\n---\nB' })
  )
  t.strictSame(articles, [{ id: 'a-1', text: 'A' }])
  t.match(problems, [
    { kind: 'withheld', file: 'a.jsonl', line: 2, reason: /draft/ },
    { kind: 'withheld', file: 'b.md', reason: /draft/ }
  ])
})

t.test('keys of one’s own', async (t) => {
  const sak = '---\ndepartement: KD\nikrafttredelse: 1.1.2020\nnavn: Lov\nkilde: NRK\nname: x\n---\nA'
  const read = (rules: string) => readFolder(t.testdir({ 'fields.yaml': rules, 'sak.txt': sak }))
  const { articles, problems } = await read(
    'source: departement\nPublished: [kunngjort, ikrafttredelse]\ntittel: navn\n'
  )
  t.strictSame(articles, [{ id: 'sak', title: 'Lov', publishedAt: '2020-01-01', source: 'KD', text: 'A' }])
  t.strictSame(problems, [])
  const wrong = await read('sauce: departement\ntitle: {a: b}\ntags:\nsource: departement\n')
  t.match(wrong.articles, [{ source: 'KD' }])
  t.match(wrong.problems, [
    { file: 'fields.yaml', line: 1, reason: /no fact `sauce`: the facts are id, .* Write `source` if / },
    { file: 'fields.yaml', line: 2, reason: /`title` has no key/ },
    { file: 'fields.yaml', line: 3, reason: /`tags` has no key/ }
  ])
  t.match((await read('kilde: "a\nsauce: b\nemne: [\ntitle: saksnavn')).problems, [
    { file: 'fields.yaml', line: 1, reason: /not valid YAML/ },
    { file: 'fields.yaml', line: 2, reason: /no fact `sauce`/ },
    { file: 'fields.yaml', line: 3, reason: /not valid YAML/ }
  ])
  t.match((await read('a: [')).problems, [{ file: 'fields.yaml', reason: /not valid YAML/ }])
  t.match((await read('- a')).problems, [{ file: 'fields.yaml', reason: /No facts are named/ }])
})

t.test('facets of one’s own', async (t) => {
  const sak = '---\nrettsområde: [Havnerett, "Sjø, strand"]\ndepartement: KD\nland: {navn: Norge}\n---\nA'
  const read = (rules: string) => readFolder(t.testdir({ 'fields.yaml': rules, 'sak.md': sak }))
  const facetsOf = async (rules: string) => (await read(rules)).articles[0]?.facets
  const areas = ['rett:Havnerett', 'rett:Sjø, strand']
  t.same(await facetsOf('rett: rettsområde\nland: land'), [...areas, 'land:Norge'])
  t.same(await facetsOf('facets: {rett: [omr, rettsområde]}'), areas)
  t.same(await facetsOf('facets: [land, departement]'), ['departement:KD', 'land:Norge'])
  t.match((await read('facets: departement')).articles, [{ source: 'KD', facets: ['departement:KD'] }])
  const wrong = await read('år og dag: a\nyear: b\nkommune:\nfacets: {"a:b": c, d: {}}\ntitel: f')
  t.same(
    wrong.problems.map(({ line, reason }) => [line, reason.split(':')[0]]),
    [
      [1, '`år og dag` is no name of a facet'],
      [2, 'There is a facet `year` already'],
      [3, '`kommune` has no key'],
      [4, '`a'],
      [4, '`d` has no key'],
      [5, 'There is no fact `titel`']
    ]
  )
})

t.test('the table in the documents', (t) => {
  const table = readFileSync(join(import.meta.dirname, '../../docs/articles.md'), 'utf8')
  for (const key of Object.values(FACT_KEYS).flat()) t.ok(table.includes(`\`${key}\``), key)
  t.end()
})
