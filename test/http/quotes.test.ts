/*
 * What the quote endpoints answer:
 * - an article's quotes in order, each exactly at its offsets in the article's text;
 * - without a query all quotes, those of the newest article first; filters choose articles;
 * - with a query the quotes that hold its words, in any form, those with more of them first; words beside a quote
 *   do not count;
 * - a speaker is the entity that the name in the article means, and what one entity says is found by any of its ids;
 * - who may be one of several is not said to be either;
 * - `kind` and `minConfidence` choose quotes; each tells its article's title, date and source, and its speaker's name;
 * - what a speaker denies is told, and what is said with a word of denial beside it is not denied;
 * - speakers are those of the quotes of a result, most quoted first, by kind and by article;
 * - pages join to the whole list; an unknown article is 404.
 */
import t from 'tap'
import { z } from 'zod'
import { Collection } from '../../src/collection/collection.js'
import { QuoteSchema, SpeakerSchema } from '../../src/http/schemas/quote.js'
import { annotateHere } from '../collection/annotate-here.js'
import { listedNames } from '../entities/listed-names.js'
import { isProblem, startService } from './service.js'

const ARTICLES = [
  {
    id: 'vei',
    published: '2020-01-01',
    source: 'Avisa',
    text: 'Ny vei\n\n– Vi bygger veien til våren, sier ordfører Kari Moe.\n\nHun sier at skolen må vente.'
  },
  {
    id: 'skole',
    published: '2021-01-01',
    source: 'Bladet',
    text: 'Skolen åpner\n\n– Elevene på skolen får ny vei, sier rektor Per Lie.\n\nDet blir fest.'
  },
  { id: 'fest', published: '2022-01-01', source: 'Bladet', text: 'Fest i bygda\n\nDet blir fest på skolen.' }
]

const folder = t.testdir({ 'nyheter.jsonl': ARTICLES.map((article) => JSON.stringify(article)).join('\n') })
const { ask } = await startService(t, { folder })

const List = z.object({
  total: z.number(),
  items: z.array(QuoteSchema),
  links: z.record(z.string(), z.string())
})
const list = async (url: string): Promise<z.output<typeof List>> => {
  const answer = await ask(url)
  t.equal(answer.statusCode, 200, url)
  return List.parse(answer.json())
}
const said = ({ items }: z.output<typeof List>): string[] =>
  items.map(({ articleId, speaker, text }) => `${articleId} ${speaker?.text ?? '-'}: ${text}`)

const VEI = 'vei Kari Moe: Vi bygger veien til våren'
const VENTE = 'vei Kari Moe: skolen må vente'
const SKOLE = 'skole Per Lie: Elevene på skolen får ny vei'

t.test('what is denied', async (t) => {
  const text = [
    'Kari Moe avviser at prisen stiger.',
    'Hun avviser ikke at prisen faller.',
    '– Prisen er som før, avviser Kari Moe.'
  ].join('\n\n')
  const { ask } = await startService(t, { folder: t.testdir({ 'pris.txt': text }) })
  const { items } = List.parse((await ask('/v1/articles/pris/quotes')).json())
  t.strictSame(
    items.map((quote) => [quote.text, quote.denied]),
    [
      ['prisen stiger', true],
      ['prisen faller', undefined],
      ['Prisen er som før', undefined]
    ]
  )
})

t.test('of an article', async (t) => {
  const page = await list('/v1/articles/vei/quotes')
  t.strictSame(said(page), [VEI, VENTE])
  const { text } = ARTICLES[0]!
  for (const quote of page.items)
    for (const span of [quote, quote.speaker!, quote.cue!])
      t.equal(text.slice(span.start, span.end), span.text)
  t.strictSame(said(await list('/v1/articles/fest/quotes')), [])
  t.equal((await ask('/v1/articles/ukjent/quotes')).statusCode, 404)
})

t.test('of one entity', async (t) => {
  const moe = await list('/v1/quotes?speaker=person:kari-moe')
  t.strictSame(said(moe), [VEI, VENTE])
  t.strictSame(
    moe.items.map(({ speaker }) => speaker?.entity),
    ['person:kari-moe', 'person:kari-moe'],
    'also where the text has a pronoun'
  )
  t.strictSame(said(await list('/v1/entities/person:kari-moe/quotes')), [VEI, VENTE])
  t.strictSame(said(await list('/v1/entities/organisation:kari-moe/quotes')), [VEI, VENTE], 'an old id')
  t.strictSame(said(await list('/v1/quotes?speaker=person:kari-moe&q=skole')), [VENTE])
  t.strictSame(said(await list('/v1/quotes?speaker=person:ingen')), [])
  t.strictSame(said(await list('/v1/quotes?speaker=person:per-lie&source=Avisa')), [])
  isProblem(t, await ask('/v1/entities/person:ingen/quotes'), 'entity-not-found')
})

t.test('of the collection', async (t) => {
  t.strictSame(said(await list('/v1/quotes')), [SKOLE, VEI, VENTE])
  t.strictSame(said(await list('/v1/quotes?source=avisa')), [VEI, VENTE])
  t.strictSame(said(await list('/v1/quotes?from=2021-01-01')), [SKOLE])
})

t.test('with words', async (t) => {
  t.strictSame(said(await list('/v1/quotes?q=skolene')).sort(), [SKOLE, VENTE])
  t.strictSame(said(await list('/v1/quotes?q=skole+vei'))[0], SKOLE, 'the only one with both words')
  t.strictSame(said(await list('/v1/quotes?q=fest')), [])
})

t.test('with a phrase, or the parts of a compound, that only begins or ends in a quote', async (t) => {
  const text =
    'Bygda\n\nSkolen ble bygd i fjor. – Veien er her nå, sier ordfører Kari Moe. Det er fint.\n\n' +
    '– Vi ser frem til det, sier rektor Per Lie. Festen er i gang.'
  const { ask: askOne } = await startService(t, {
    folder: t.testdir({ 'nyheter.jsonl': JSON.stringify({ id: 'bygd', text }) })
  })
  const found = async (q: string): Promise<string[]> => {
    const answer = await askOne(`/v1/quotes?q=${encodeURIComponent(q)}`)
    return said(List.parse(answer.json()))
  }
  t.strictSame(await found('skolevei'), ['bygd Kari Moe: Veien er her nå'])
  t.strictSame(await found('"i fjor veien er"'), ['bygd Kari Moe: Veien er her nå'])
  t.strictSame(await found('"her nå sier"'), ['bygd Kari Moe: Veien er her nå'])
  t.strictSame(await found('"fjor her"~6'), ['bygd Kari Moe: Veien er her nå'])
  t.strictSame(await found('"skolen ble"'), [])
  t.strictSame(await found('"festen er"'), [])
})

t.test('of a kind, and as sure', async (t) => {
  t.strictSame(said(await list('/v1/quotes?kind=reported')), [VENTE])
  t.strictSame(said(await list('/v1/quotes?kind=direct')), [SKOLE, VEI])
  t.strictSame(said(await list('/v1/articles/vei/quotes?kind=direct')), [VEI])
  t.strictSame(said(await list('/v1/entities/person:kari-moe/quotes?kind=reported&minConfidence=0')), [VENTE])
  const all = (await list('/v1/quotes')).items
  const [most] = all.map(({ confidence }) => confidence).sort((a, b) => b - a)
  t.strictSame(
    (await list(`/v1/quotes?minConfidence=${most}`)).items,
    all.filter(({ confidence }) => confidence === most)
  )
  for (const wrong of [
    'kind=loud',
    'minConfidence=2',
    'minConfidence=',
    'minConfidence=-1',
    'minConfidence=high'
  ])
    isProblem(t, await ask(`/v1/quotes?${wrong}`), 'invalid-parameter', wrong)
})

t.test('with its article', async (t) => {
  const { items } = await list('/v1/quotes?speaker=person:per-lie')
  t.match(items, [
    { title: 'Skolen åpner', publishedAt: '2021-01-01', source: 'Bladet', speaker: { name: 'Per Lie' } }
  ])
})

t.test('speakers', async (t) => {
  const speakers = async (parameters: string) => {
    const answer = await ask(`/v1/speakers?${parameters}`)
    t.equal(answer.statusCode, 200, parameters)
    return answer
      .json<{ items: z.output<typeof SpeakerSchema>[] }>()
      .items.map((one) => SpeakerSchema.parse(one))
  }
  const moe = { id: 'person:kari-moe', type: 'person', name: 'Kari Moe' }
  const lie = { id: 'person:per-lie', type: 'person', name: 'Per Lie' }
  const one = { quotes: 1, direct: 1, reported: 0, articles: 1 }
  t.strictSame(await speakers(''), [
    { ...moe, quotes: 2, direct: 1, reported: 1, articles: 1 },
    { ...lie, ...one }
  ])
  t.strictSame(await speakers('source=Bladet'), [{ ...lie, ...one }])
  t.strictSame(await speakers('to=2020-12-31&type=person'), await speakers('q=bygge'))
  t.strictSame(await speakers('type=organisation'), [])
  t.equal((await speakers('q=skole&sort=articles')).length, 2)
})

t.test('of more articles than a page has', async (t) => {
  const articles = Array.from({ length: 1100 }, (_, i) => ({
    id: `a${i}`,
    text: '– Det blir fest, sier Per Lie.'
  }))
  const { ask } = await startService(t, {
    folder: t.testdir({ 'a.jsonl': articles.map((one) => JSON.stringify(one)).join('\n') }),
    collection: new Collection({ annotate: annotateHere(listedNames({ 'Per Lie': 'person' })) })
  })
  t.equal(List.parse((await ask('/v1/quotes?q=fest')).json()).total, 1100, 'an exact total')
})

t.test('page by page', async (t) => {
  const pages: string[] = []
  for (let url: string | undefined = '/v1/quotes?size=2'; url !== undefined;) {
    const page = await list(url)
    t.equal(page.total, 3)
    pages.push(...said(page))
    url = page.links.next
  }
  t.strictSame(pages, [SKOLE, VEI, VENTE])
})

t.test('a name inside the phrase that tells who speaks is not who speaks', async (t) => {
  const { ask } = await startService(t, {
    folder: t.testdir({
      'a.txt': '– Filmen er god, skriver Dagbladets anmelder.\n\n– Den er best, sier Dagbladet.'
    })
  })
  const { items } = List.parse((await ask('/v1/articles/a/quotes')).json())
  t.strictSame(
    items.map(({ speaker }) => [speaker?.text, speaker?.entity]),
    [
      ['Dagbladets anmelder', undefined],
      ['Dagbladet', 'organisation:dagbladet']
    ]
  )
})

t.test('a surname that two people share', async (t) => {
  const speakersOf = async (articles: Record<string, string>): Promise<(string | undefined)[]> => {
    const { ask } = await startService(t, { folder: t.testdir(articles) })
    const { items } = List.parse((await ask('/v1/articles/a/quotes')).json())
    return items.map(({ speaker }) => speaker?.entity)
  }
  t.strictSame(
    await speakersOf({ 'a.txt': 'Per Hansen og Lise Hansen er naboer.\n\n– Vi er enige, sier Hansen.' }),
    [undefined]
  )
  t.strictSame(
    await speakersOf({ 'a.txt': 'Per Hansen kom.\n\nLise Hansen kom etter. – Vi er enige, sa Hansen.' }),
    ['person:lise-hansen'],
    'the last one named, in a paragraph that does not name the other'
  )
  t.strictSame(
    await speakersOf({
      'a.txt':
        'Per Hansen har skrevet en bok.\n\nHansen er glad. Per Hansen bor i Oslo.\n\n' +
        'Søsteren Lise Hansen kom. – Den er god, sa Hansen.'
    }),
    ['person:per-hansen'],
    'whom the article is about'
  )
})

t.test('a first name that two people share', async (t) => {
  const { ask } = await startService(t, {
    folder: t.testdir({
      'a.txt': 'Erik Berg og Erik Moe er naboer.\n\n– Vi er enige, sier Erik.',
      'b.txt': 'Erik Berg og Erik Moe er naboer.\n\nMoe gikk.\n\n– Vi er enige, sier Erik.'
    })
  })
  const speakerOf = async (article: string): Promise<string | undefined> =>
    List.parse((await ask(`/v1/articles/${article}/quotes`)).json()).items[0]?.speaker?.entity
  t.equal(await speakerOf('a'), undefined)
  t.equal(await speakerOf('b'), 'person:erik-berg', 'the other is called by his surname')
})

t.test('a surname of several entities', async (t) => {
  const { ask } = await startService(t, {
    folder: t.testdir({
      'b.txt': 'Lise Hansen kom. – Ja, sa Hansen.',
      'c.txt': 'Per Hansen kom. – Ja, sa Hansen.'
    })
  })
  const { detail } = isProblem(t, await ask('/v1/entities/person:hansen'), 'entity-not-found')
  t.match(detail, /Several entities are called that: person:(?:lise|per)-hansen, person:(?:lise|per)-hansen/)
  isProblem(t, await ask('/v1/quotes?speaker=Hansen'), 'invalid-parameter')
})
