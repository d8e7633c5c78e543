import { createHash } from 'node:crypto'
import type { Models } from '../../../analysis/models.js'
import { FIELDS } from '../../../fields.js'
import { indexVersion } from '../../../segment/generation-builder.js'
import type { FieldLengths } from '../../../segment/postings/impacts.js'

/** To be raised when the same articles and models make other documents; no other version reads these. */
export const LAYOUT_VERSION = 7

/** The names of what is kept in the cluster, all of which begin alike. */
export interface Layout {
  /** Aliases of the indices of articles and words that are searched. */
  readonly articles: string
  readonly words: string
  /** What the names of catalogues of names begin with; each is an index of its own. */
  readonly names: string
  /** What was written over HTTP, whatever version of the analysis reads it. */
  readonly written: string
  /** The index with the latest generations. */
  readonly state: string
  /** The indices of articles and words as this version reads them, by the version's name. */
  readonly articlesNow: string
  readonly wordsNow: string
}

/** The indices of one version of the analysis. */
export interface IndexNames {
  readonly articlesIndex: string
  readonly wordsIndex: string
}

/** @param prefix of all names; lower-case letters, digits and hyphens */
export const layoutOf = (prefix: string, models: Models): Layout => {
  const version = createHash('sha256')
    .update(`${LAYOUT_VERSION} ${indexVersion(models)}`)
    .digest('hex')
    .slice(0, 10)
  return {
    articles: `${prefix}-articles`,
    words: `${prefix}-words`,
    names: `${prefix}-names`,
    written: `${prefix}-written`,
    state: `${prefix}-state`,
    articlesNow: `${prefix}-articles-${version}`,
    wordsNow: `${prefix}-words-${version}`
  }
}

/** What an index of articles says of itself. */
export interface IndexFacts {
  /** What its impacts are relative to. */
  readonly averages: FieldLengths
  /** Its `LAYOUT_VERSION`; absent before the seventh. */
  readonly layout?: number
}

/** How indices are made. */
export interface IndexOptions {
  readonly shards: number
  readonly replicas: number
}

const keyword = { type: 'keyword', doc_values: false, norms: false, index_options: 'docs' } as const
/** A field that is stored in the source, and not indexed. */
const sourceOnly = { type: 'object', enabled: false } as const
const tokens = { type: 'text', analyzer: 'stacked', norms: false } as const

/**
 * The mapping of articles. The cluster analyses nothing: tokens are split at spaces, and several that stand at one
 * place at `|`; `token-stream.ts` writes them.
 */
export const articlesIndex = ({ shards, replicas }: IndexOptions, averages: FieldLengths): object => ({
  settings: {
    number_of_shards: shards,
    number_of_replicas: replicas,
    refresh_interval: '30s',
    max_result_window: RESULT_WINDOW,
    max_inner_result_window: MOST_QUOTES,
    max_adjacency_matrix_filters: MOST_NODES,
    'mapping.nested_objects.limit': MOST_NESTED,
    analysis: {
      filter: { stack: { type: 'pattern_capture', preserve_original: false, patterns: ['([^|]+)'] } },
      analyzer: { stacked: { type: 'custom', tokenizer: 'whitespace', filter: ['stack'] } }
    }
  },
  mappings: {
    dynamic: 'strict',
    _meta: { averages, layout: LAYOUT_VERSION } satisfies IndexFacts,
    _source: {
      excludes: [
        ...['titleTokens', 'textTokens', 'keys', 'impacts', 'words'],
        ...['annotations', 'names', 'mentions', 'quotes', 'articleJson', 'reading', 'facetNames'],
        ...['wordCompletions', 'titleCompletion', 'sketch', 'bands']
      ]
    },
    properties: {
      id: { type: 'keyword' },
      aliases: keyword,
      /** Of what the article states: the same hash, the same document. */
      hash: { type: 'keyword', index: false },
      /** The first 96 bits of the hash in four numbers, which are summed to name a generation. */
      sums: {
        properties: { a: number('integer'), b: number('integer'), c: number('integer'), d: number('integer') }
      },
      /** For requests that read few articles. */
      article: sourceOnly,
      /** Columns, which are read of all hits. */
      articleJson: { type: 'binary', doc_values: true },
      reading: { type: 'binary', doc_values: true },
      titleTokens: tokens,
      textTokens: tokens,
      titleLength: number('integer'),
      textLength: number('integer'),
      keys: keyword,
      impacts: { type: 'rank_features' },
      words: keyword,
      /** A column of its own: all of them are read when the names of all articles are resolved. */
      annotations: { type: 'binary', doc_values: true },
      names: { type: 'keyword', norms: false, index_options: 'docs' },
      mentions: {
        type: 'nested',
        properties: { key: { type: 'keyword' }, confidence: number('byte'), count: number('integer') }
      },
      quotes: {
        type: 'nested',
        properties: {
          speaker: { type: 'keyword' },
          kind: { type: 'keyword' },
          confidence: number('byte'),
          tokens: { ...tokens, index_options: 'docs' }
        }
      },
      wordCompletions: { type: 'keyword', norms: false, index_options: 'docs' },
      titleCompletion: { type: 'keyword', norms: false, index_options: 'docs' },
      /** See `SketchFields`. */
      sketch: { type: 'binary', doc_values: true },
      bands: keyword,
      /** Of its facets of the user's own, as they are written. */
      facetNames: { type: 'keyword', index: false },
      language: { type: 'keyword' },
      instant: { type: 'double' },
      day: { type: 'double' },
      year: { type: 'keyword' },
      month: { type: 'keyword' },
      ...Object.fromEntries(FIELDS.map(({ name }) => [name, { type: 'keyword' }]))
    }
  }
})

/** The mapping of the words of all articles; see `WordDocument`. */
export const wordsIndex = ({ shards, replicas }: IndexOptions): object => ({
  settings: { number_of_shards: shards, number_of_replicas: replicas, refresh_interval: '30s' },
  mappings: {
    dynamic: 'strict',
    properties: {
      word: { type: 'keyword' },
      terms: keyword,
      spellings: keyword,
      grams: keyword,
      folded: { type: 'keyword', doc_values: false, norms: false, index_options: 'docs' }
    }
  }
})

/** The mapping of a catalogue of names; see `EntityDocument`. */
export const namesIndex = ({ shards, replicas }: IndexOptions): object => ({
  settings: { number_of_shards: shards, number_of_replicas: replicas, refresh_interval: -1 },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: { type: 'keyword' },
      type: { type: 'keyword' },
      name: { type: 'keyword', index: false, doc_values: false },
      aliases: { type: 'keyword', index: false, doc_values: false },
      keys: keyword,
      slugs: keyword,
      words: keyword,
      sureNames: { type: 'keyword', index: false, doc_values: false },
      sureSlugs: keyword,
      collationKey: { type: 'keyword' },
      mentions: number('integer'),
      credits: number('integer'),
      articles: number('integer'),
      quotes: number('integer'),
      byConfidence: {
        properties: {
          mentions: number('long'),
          credits: number('long'),
          articles: number('long'),
          quotes: number('long')
        }
      },
      roles: sourceOnly
    }
  }
})

/** The mapping of what was written over HTTP; see `WrittenDocument`. */
export const writtenIndex = ({ shards, replicas }: IndexOptions): object => ({
  settings: { number_of_shards: shards, number_of_replicas: replicas },
  mappings: { dynamic: 'strict', properties: { id: { type: 'keyword' }, by: keyword, record: sourceOnly } }
})

export const stateIndex = ({ replicas }: IndexOptions): object => ({
  settings: { number_of_shards: 1, number_of_replicas: replicas },
  mappings: {
    dynamic: 'strict',
    properties: { state: sourceOnly, publishedAt: number('long'), done: { type: 'boolean' } }
  }
})

/** Quotes of one article that are found together, and names and quotes that one may have. */
export const MOST_QUOTES = 1000
const MOST_NESTED = 100_000
/** Nodes of a graph. */
const MOST_NODES = 200

/** Documents before a page that the cluster counts off by itself; further ones are reached page by page. */
export const RESULT_WINDOW = 10_000

const number = (type: string): object => ({ type })
