import type { SourceArticle } from '../../src/articles/article.js'
import type { Request, Verb } from '../../src/engine/engine.js'
import type { Page, PageRequest, SearchRequest, WordsRequest } from '../../src/engine/questions.js'

/** A few articles with names, quotes and every fact. */
export const NEWS: readonly SourceArticle[] = [
  {
    id: 'vei',
    title: 'Ny vei til Oslo',
    text:
      'Statsråd Kari Nordli møtte Ola Vik i Oslo.\n\n– Vi bygger veien til våren, sier Kari Nordli.\n\n' +
      'Nordli mener at filmmusikken var god. Ordføreren i Bergen var der også.',
    publishedAt: '2020-01-02',
    source: 'Avisa',
    authors: ['Kari Nordmann', 'Ola'],
    tags: ['vei'],
    url: 'https://example.org/vei'
  },
  {
    id: 'skole',
    text: 'Skolen åpner\n\nRektor Per Lie åpnet skolen i Oslo. – Elevene får ny vei, sier Lie til Kari Nordli.',
    publishedAt: '2021-03-04T10:00:00+01:00',
    source: 'Bladet',
    language: 'nb'
  },
  {
    id: 'sjukehus',
    text: 'Sjukehuset er opna\n\nKari Nordli opna sjukehuset i Bergen. Ola Vik kom ikkje. Foto: Siri Foss / NTB'
  },
  { id: 'fest', text: 'Fest i bygda.', publishedAt: '2020-01-02', tags: ['vei', 'Fest'] }
]

const BRIDGE =
  'Ingeniør Siri Foss tegnet den nye hengebroen over fjorden. Hengebroen skal åpnes for trafikk til våren.'

/** Three articles on a bridge and a copy of the first, one that shares a stop word with them, and others. */
export const STORIES: readonly SourceArticle[] = [
  { id: 'bru', title: 'Hengebroen er tegnet', text: BRIDGE, source: 'Avisa' },
  {
    id: 'bru-2',
    title: 'Prisen øker',
    text: 'Siri Foss forsvarer prisen på hengebroen. Trafikken må vente lenger enn ventet, sier Foss.',
    source: 'Avisa'
  },
  {
    id: 'bru-3',
    title: 'Naboer klager',
    text: 'Naboene ved fjorden vil ikke ha hengebro utenfor vinduet. De har skrevet brev om det.',
    source: 'Bladet'
  },
  { id: 'bru-kopi', title: 'Ny bro', text: BRIDGE, source: 'Bladet' },
  { id: 'alene', title: 'Sopp', text: 'Kantareller vokser tidlig i år.' },
  {
    id: 'annet',
    title: 'Serien',
    text: 'Laget vant kampen i regnet, og treneren var fornøyd med innsatsen.'
  },
  { id: 'annet-2', title: 'Konsert', text: 'Korpset spilte marsjer i parken, og publikum klappet lenge.' }
]

export const WORDS: WordsRequest = { match: 'auto', compounds: true, variants: true, fuzzy: 'auto' }

/** More than any list here has. */
export const WHOLE: PageRequest = { offset: 0, size: 1000 }

export const searchFor = (q: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  q,
  ...WORDS,
  ...WHOLE,
  filter: {},
  sort: 'relevance',
  facets: [],
  facetSize: 10,
  facetSort: 'count',
  snippets: { count: 1, length: 240 },
  explain: false,
  ...more
})

const PERSON = 'person:kari-nordli'

/** Questions about `NEWS`, of every verb; each has an answer that is not empty. */
export const QUESTIONS: { readonly [V in Verb]: readonly Request<V>[] } = {
  search: [
    searchFor('ny vei', {
      explain: true,
      facets: ['source', 'language', 'year', 'person', 'place', 'speaker']
    }),
    searchFor('', { sort: 'newest', snippets: { count: 0, length: 80 } }),
    searchFor('vei', { collapse: true, facets: ['year'] }),
    searchFor('author:nordmann author:ol* place:"Bergen" -author:"nordmann" -place:"Berg"'),
    searchFor('sykehus OR film* OR veg~', { match: 'any', snippets: { count: 3, length: 80 } }),
    searchFor('skolee', {
      filter: { source: ['bladet'], from: '2020-01-01', to: '2022-01-01', lang: ['nb'] }
    })
  ],
  snippets: [{ q: 'vei musikk', ...WORDS, match: 'any', filter: {}, snippetLength: 80, ...WHOLE }],
  articleSnippets: [{ id: 'vei', q: 'vei', ...WORDS, snippetLength: 80, ...WHOLE }],
  articles: [
    { filter: {}, sort: 'newest', ...WHOLE },
    { filter: { tag: ['vei'], entity: [PERSON] }, sort: 'oldest', ...WHOLE }
  ],
  article: [{ id: 'vei' }, { id: 'fest' }],
  versions: [
    { q: 'vei', ...WORDS, filter: {}, ...WHOLE },
    { q: '', ...WORDS, filter: { source: ['avisa'] }, ...WHOLE }
  ],
  existingArticles: [{ ids: ['fest', 'nope', 'vei'] }],
  relatedArticles: [
    { id: 'vei', filter: {}, ...WHOLE },
    { id: 'sjukehus', filter: { from: '2020-01-01', source: ['avisa'] }, ...WHOLE }
  ],
  entities: [
    { q: '', sort: 'mentions', ...WHOLE },
    { q: 'kari n', type: ['person'], sort: 'name', ...WHOLE },
    { q: '', credits: 'only', sort: 'mentions', ...WHOLE },
    { q: '', minConfidence: 0.5, sort: 'articles', ...WHOLE }
  ],
  entity: [{ id: PERSON }, { id: PERSON, minConfidence: 0.5 }],
  articleEntities: [
    { id: 'vei', ...WHOLE },
    { id: 'vei', minConfidence: 0.5, ...WHOLE }
  ],
  entityArticles: [{ id: PERSON, sort: 'newest', ...WHOLE }],
  mentions: [
    { id: PERSON, snippetLength: 80, ...WHOLE },
    { id: PERSON, minConfidence: 0.5, snippetLength: 80, ...WHOLE }
  ],
  related: [
    { id: PERSON, ...WHOLE },
    { id: PERSON, type: ['place'], ...WHOLE }
  ],
  quotes: [
    { q: '', ...WORDS, filter: {}, ...WHOLE },
    { q: 'veien', speaker: PERSON, ...WORDS, filter: {}, ...WHOLE },
    { q: '', kind: 'reported', minConfidence: 0.5, ...WORDS, filter: {}, ...WHOLE }
  ],
  articleQuotes: [
    { id: 'vei', ...WHOLE },
    { id: 'vei', kind: 'direct', ...WHOLE }
  ],
  entityQuotes: [
    { id: PERSON, ...WHOLE },
    { id: PERSON, kind: 'reported', ...WHOLE }
  ],
  speakers: [
    { q: '', sort: 'quotes', ...WORDS, filter: {}, ...WHOLE },
    { q: 'vei', sort: 'articles', type: ['person'], minConfidence: 0.5, ...WORDS, filter: {}, ...WHOLE }
  ],
  graph: [
    { q: '', ...WORDS, filter: {}, size: 30 },
    { q: '', collapse: true, ...WORDS, filter: {}, size: 30 },
    { q: 'vei', type: ['person'], ...WORDS, filter: { from: '2020-01-01' }, size: 2 }
  ],
  suggest: [{ prefix: 'n', size: 10 }],
  analyze: [{ text: 'A\u030a se filmmusikken på sykehuset. 1,7 milliarder.' }, { text: 'Vegen', lang: 'nn' }]
}

export const VERBS = Object.keys(QUESTIONS) as Verb[]

type ListVerb = { [V in Verb]: Request<V> extends PageRequest ? V : never }[Verb]

export const isList = (verb: Verb): verb is ListVerb =>
  'size' in QUESTIONS[verb][0]! && verb !== 'suggest' && verb !== 'graph'

/** The items of a part of a list, and the total. */
export const pageIn = (answer: Page<unknown> | { total: number; hits: readonly unknown[] }): Page<unknown> =>
  'hits' in answer ? { total: answer.total, items: answer.hits } : answer
