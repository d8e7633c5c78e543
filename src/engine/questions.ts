import type { Language } from '../articles/article.js'
import type { EntityType } from '../entities/entity-type.js'
import type { FacetOptions } from '../query/selection/facet-count.js'
import type { FacetName, Facets } from '../query/selection/facets.js'
import type { Filter } from '../query/selection/filter.js'
import type { Contribution } from '../ranking/explain.js'
import type { ArticleFacts } from '../segment/articles/article-store.js'
import type { Article } from '../segment/read-article.js'
import type { ScoredSnippet } from '../snippets/article-snippets.js'
import type { Snippet } from '../snippets/snippet.js'
import type { Span } from '../structures/span.js'
import type {
  EntitiesRequest,
  Entity,
  EntityMention,
  FoundMention,
  FoundQuote,
  Graph,
  GraphRequest,
  QuoteFilter,
  QuotesRequest,
  RelatedEntity,
  Speaker,
  SpeakersRequest
} from './name-questions.js'
import type { Page, PageRequest, QueriedPage, QueryAnswer, WordsRequest } from './request-parts.js'

export { LANGUAGES } from '../articles/article.js'
export { ENTITY_TYPES } from '../entities/entity-type.js'
export { QUERY_FIELDS } from '../query/language/ast.js'
export { FACET_SORTS } from '../query/selection/facet-count.js'
export { FACETS, type FacetName } from '../query/selection/facets.js'

export type { Article, Filter, ScoredSnippet }
export type * from './name-questions.js'
export type * from './request-parts.js'

// The questions that an engine answers, each with its request and its answer: plain JSON, articles and entities by
// their ids. Offsets are UTF-16 code units into an article's text. What is absent is undefined or not there at all.

export interface SearchRequest extends WordsRequest, PageRequest {
  /** Empty: every article. */
  readonly q: string
  readonly filter: Filter
  readonly sort: 'relevance' | 'newest' | 'oldest'
  readonly facets: readonly FacetName[]
  /** Values a facet, at most. */
  readonly facetSize: number
  readonly facetSort: FacetOptions['sort']
  /** Snippets a hit, and the target length of each. */
  readonly snippets: { readonly count: number; readonly length: number }
  readonly explain: boolean
  /** Articles that are nearly the same text count and show as one, the newest of those found. */
  readonly collapse?: boolean | undefined
}

export interface SearchAnswer {
  readonly query: QueryAnswer
  readonly total: number
  readonly hits: readonly Hit[]
  readonly facets: Facets
}

export interface ArticleAnswer extends Article {
  /** Absent while the names are being read, and where they are more than an answer should have: pages have them. */
  readonly entities?: readonly EntityMention[]
}

export interface Hit extends ArticleFacts {
  /** Where the title matches; these three are absent where the query asks for no words. */
  readonly titleHighlights?: readonly Span[]
  readonly titleHtml?: string
  /** No word of the query is in the text. */
  readonly titleOnly?: true
  readonly score: number
  /** The other articles found that are nearly the same text, newest first; absent where there are none. */
  readonly copies?: { readonly count: number; readonly ids: readonly string[] }
  readonly snippets: readonly Snippet[]
  readonly explanation?: readonly Contribution[]
}

export interface SnippetsRequest extends WordsRequest, PageRequest {
  readonly q: string
  readonly filter: Filter
  readonly snippetLength: number
  /** 0–1: names that are less sure are left out. */
  readonly minConfidence?: number | undefined
}

export interface ArticleSnippetsRequest extends WordsRequest, PageRequest {
  /** The article's id. */
  readonly id: string
  readonly q: string
  readonly snippetLength: number
}

/** A passage with its article. */
export interface FoundSnippet extends ScoredSnippet {
  readonly articleId: string
  readonly title: string
  readonly publishedAt?: string
  readonly source?: string
  readonly url?: string
  /** Absent while the names are being read. */
  readonly entities?: readonly EntityMention[]
}

export interface ArticlesRequest extends PageRequest {
  readonly filter: Filter
  readonly sort: 'newest' | 'oldest'
}

/** An article that is about the same as another. */
export interface RelatedArticle extends ArticleFacts {
  /** How much of what tells the other article from the rest this one has: 0–1. */
  readonly score: number
  readonly ties: Ties
}

/** What two articles have in common, the strongest first; `share` is the part of the score. */
export interface Ties {
  /** Words as they are written. */
  readonly terms: readonly { readonly text: string; readonly share: number }[]
  /** None while names are being read. */
  readonly entities: readonly {
    readonly id: string
    readonly type: EntityType
    readonly name: string
    readonly share: number
  }[]
}

/** Which articles match, and in which version; asked by who waits for new ones. */
export interface VersionsRequest extends WordsRequest, PageRequest {
  readonly q: string
  readonly filter: Filter
}

export interface ArticleVersion {
  readonly id: string
  /** The same as long as the article says the same. */
  readonly version: string
  /** Absent where the article states no date: it comes last. */
  readonly publishedAt?: string
}

export interface Suggestion {
  readonly text: string
  readonly kind: 'word' | 'title' | 'entity'
  readonly count: number
  /** The id of the entity. */
  readonly entity?: string
}

export interface AnalyzeRequest {
  readonly text: string
  /** Absent: detected. */
  readonly lang?: Language | undefined
}

export interface AnalysedToken extends Span {
  readonly text: string
  readonly term: string
  readonly stop: boolean
  readonly variants?: readonly string[]
  /** The parts of a compound, in order. */
  readonly compound?: readonly (Span & { readonly text: string; readonly term: string })[]
}

export interface Analysis {
  readonly language: Language
  readonly sentences: readonly Span[]
  readonly tokens: readonly AnalysedToken[]
}

type Id = Readonly<Record<'id', string>>

interface Ids {
  readonly ids: readonly string[]
}

/** 0–1: names that are less sure are left out. */
interface Sure {
  readonly minConfidence?: number | undefined
}

/** Every verb with its request and its answer. */
export interface Verbs {
  /** Ranked articles with snippets, facets and what the query was read as. */
  search: { request: SearchRequest; answer: SearchAnswer }
  /** The best passages of all articles that match. */
  snippets: { request: SnippetsRequest; answer: QueriedPage<FoundSnippet> }
  /** The passages of one article that hold a word of the query, best first. */
  articleSnippets: { request: ArticleSnippetsRequest; answer: QueriedPage<ScoredSnippet> }
  /** The articles that pass a filter, by date. */
  articles: { request: ArticlesRequest; answer: Page<Article> }
  /** The articles that match, newest first, with the version of each. */
  versions: { request: VersionsRequest; answer: Page<ArticleVersion> }
  /** An id that an article had, or an alias, is answered with the article under its own id. */
  article: { request: Id & Sure; answer: ArticleAnswer }
  /** Those of some ids that articles have now, in the order asked; aliases and former ids are not among them. */
  existingArticles: { request: Ids; answer: Ids }
  /** The articles that are about the same as one, without it and its copies; `id` is the article's. */
  relatedArticles: { request: Id & { readonly filter: Filter } & PageRequest; answer: Page<RelatedArticle> }
  /** Who and what the articles name. */
  entities: { request: EntitiesRequest; answer: Page<Entity> }
  entity: { request: Id & Sure; answer: Entity }
  /** What one article names, in the order of its text; `id` is the article's. */
  articleEntities: { request: Id & Sure & PageRequest; answer: Page<EntityMention> }
  /** The articles that name an entity, by date; `id` is the entity's. */
  entityArticles: { request: Id & Sure & Omit<ArticlesRequest, 'filter'>; answer: Page<Article> }
  /** Where an entity is named: the newest article first, in the order of its text. */
  mentions: {
    request: Id & Sure & PageRequest & { readonly snippetLength: number }
    answer: Page<FoundMention>
  }
  /** What is named in the same articles as an entity. */
  related: {
    request: Id & Sure & PageRequest & { readonly type?: readonly EntityType[] | undefined }
    answer: Page<RelatedEntity>
  }
  /** Who said what. */
  quotes: { request: QuotesRequest; answer: QueriedPage<FoundQuote> }
  /** The quotes of one article, in order. */
  articleQuotes: { request: Id & QuoteFilter & PageRequest; answer: Page<FoundQuote> }
  /** What one entity says: the newest article first. */
  entityQuotes: { request: Id & QuoteFilter & PageRequest; answer: Page<FoundQuote> }
  /** Who is quoted in the articles that match. */
  speakers: { request: SpeakersRequest; answer: QueriedPage<Speaker> }
  /** Who is named with whom in the articles that match. */
  graph: { request: GraphRequest; answer: Graph }
  /** What may be meant by what has been typed so far. */
  suggest: {
    request: { readonly prefix: string; readonly size: number }
    answer: { readonly items: readonly Suggestion[] }
  }
  /** What the index sees of a text, which is made NFC. */
  analyze: { request: AnalyzeRequest; answer: Analysis }
}
