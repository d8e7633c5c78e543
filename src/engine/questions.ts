import type { Language } from '../articles/article.js'
import type { EntityType } from '../entities/entity-type.js'
import type { Expansion } from '../query/planning/expansions.js'
import type { FacetCount, FacetName } from '../query/selection/facets.js'
import type { Filter } from '../query/selection/filter.js'
import type { Contribution } from '../ranking/explain.js'
import type { ArticleFacts } from '../segment/articles/article-store.js'
import type { Article } from '../segment/read-article.js'
import type { ScoredSnippet } from '../snippets/article-snippets.js'
import type { Snippet } from '../snippets/snippet.js'
import type { Span } from '../structures/span.js'

export { LANGUAGES } from '../articles/article.js'
export { ENTITY_TYPES } from '../entities/entity-type.js'
export { queryFields } from '../query/language/ast.js'
export { FACETS } from '../query/selection/facets.js'

export type { Article, ScoredSnippet }

// The questions that an engine answers, each with its request and its answer: plain JSON, articles and entities by
// their ids. Offsets are UTF-16 code units into an article's text. What is absent is undefined or not there at all.

/** Which part of a list is asked for: `size` items after the first `offset`. */
export interface PageRequest {
  readonly offset: number
  readonly size: number
}

/** A part of a list, and how many items the whole list has, exactly. */
export interface Page<Item> {
  readonly total: number
  readonly items: readonly Item[]
}

/** What a word of a query finds beside itself, and whether all words must match. */
export interface WordsRequest {
  readonly match: 'auto' | 'all' | 'any'
  /** The compounds it is part of, and if it is a compound, its parts. */
  readonly compounds: boolean
  /** Its other spellings: bokmål and nynorsk, with and without marks. */
  readonly variants: boolean
  /** Words that are nearly it: always, never, or where it finds nothing itself. */
  readonly fuzzy: boolean | 'auto'
}

export interface SearchRequest extends WordsRequest, PageRequest {
  /** Empty: every article. */
  readonly q: string
  readonly filter: Filter
  readonly sort: 'relevance' | 'newest' | 'oldest'
  readonly facets: readonly FacetName[]
  /** Values a facet, at most. */
  readonly facetSize: number
  /** Snippets a hit, and the target length of each. */
  readonly snippets: { readonly count: number; readonly length: number }
  readonly explain: boolean
}

export interface SearchAnswer {
  readonly query: {
    readonly terms: readonly QueryTermAnswer[]
    /** No article has every word, so any of them is enough. */
    readonly relaxed: boolean
    /** What was read otherwise than it looks, a sentence each. */
    readonly warnings: readonly string[]
    /** The query without what seem to be typing errors. */
    readonly didYouMean?: string
  }
  readonly total: number
  readonly hits: readonly Hit[]
  readonly facets: Partial<Record<FacetName, readonly FacetCount[]>>
}

export interface QueryTermAnswer {
  /** As it was typed. */
  readonly text: string
  /** The form that is indexed. */
  readonly term: string
  readonly expansions?: readonly Expansion[]
}

export interface ArticleAnswer extends Article {
  /** Absent while the names are being read. */
  readonly entities?: readonly EntityMention[]
}

export interface Hit extends ArticleFacts {
  /** Where the title matches; these three are absent where the query asks for no words. */
  readonly titleHighlights?: readonly Span[]
  readonly titleHtml?: string
  /** No word of the query is in the text. */
  readonly titleOnly?: true
  readonly score: number
  readonly snippets: readonly Snippet[]
  readonly explanation?: readonly Contribution[]
}

export interface SnippetsRequest extends WordsRequest, PageRequest {
  readonly q: string
  readonly filter: Filter
  readonly snippetLength: number
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
  /** Absent while the names are being read. */
  readonly entities?: readonly EntityMention[]
}

export interface ArticlesRequest extends PageRequest {
  readonly filter: Filter
  readonly sort: 'newest' | 'oldest'
}

/** Someone or something that the articles name. */
export interface Entity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** How else it is written, the most frequent first. */
  readonly aliases: readonly string[]
  readonly articleCount: number
  readonly mentionCount: number
  /** How many credits name it (`Foto: …`, bylines, marks of agencies); they are no mentions. */
  readonly creditCount: number
  /** When the oldest and the newest article that state a date were published, as they state it. */
  readonly firstSeen?: string
  readonly lastSeen?: string
  /** What the person is called, the most frequent first. */
  readonly roles?: readonly { readonly text: string; readonly count: number }[]
}

export interface EntitiesRequest extends PageRequest {
  /** Words of a name, the last may be the beginning of one; empty: all. */
  readonly q: string
  readonly type?: readonly EntityType[] | undefined
  /** Those that credits name, with most credits first; absent: those that texts name. */
  readonly credits?: 'only' | undefined
  readonly sort: 'mentions' | 'articles' | 'name'
}

/** A place where an article names an entity. `text` is exactly `article.text.slice(start, end)`. */
export interface EntityMention extends Span {
  /** The entity's id. */
  readonly entity: string
  readonly type: EntityType
  readonly text: string
  /** 0–1. */
  readonly confidence: number
  /** Where the text says what the person is. */
  readonly role?: Span & { readonly text: string }
  /** Only says who made the article or its pictures; counts nowhere. */
  readonly credit?: true
}

/** A mention with its article and the passage around it. */
export interface FoundMention extends EntityMention {
  readonly articleId: string
  readonly title: string
  readonly publishedAt?: string
  readonly snippet: Snippet
}

/** An entity that is named in the same articles as another. */
export interface RelatedEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** Articles that name both. */
  readonly count: number
  /** How much closer they keep than chance would have it: at most 1. */
  readonly strength: number
}

export interface QuotesRequest extends WordsRequest, PageRequest {
  /** Empty: every quote. */
  readonly q: string
  readonly filter: Filter
  /** The id of who is quoted; absent: anybody. */
  readonly speaker?: string | undefined
}

/** What somebody said: the words alone, as they stand in the article. */
export interface FoundQuote extends Span {
  readonly articleId: string
  readonly text: string
  readonly kind: 'direct' | 'reported'
  /** The phrase that tells who speaks; `entity` is an id. */
  readonly speaker?: Span & { readonly text: string; readonly entity?: string }
  readonly cue?: Span & { readonly text: string }
  /** 0–1. */
  readonly confidence: number
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

/** Every verb with its request and its answer. */
export interface Verbs {
  /** Ranked articles with snippets, facets and what the query was read as. */
  search: { request: SearchRequest; answer: SearchAnswer }
  /** The best passages of all articles that match. */
  snippets: { request: SnippetsRequest; answer: Page<FoundSnippet> }
  /** The passages of one article that hold a word of the query, best first. */
  articleSnippets: { request: ArticleSnippetsRequest; answer: Page<ScoredSnippet> }
  /** The articles that pass a filter, by date. */
  articles: { request: ArticlesRequest; answer: Page<Article> }
  article: { request: Id; answer: ArticleAnswer }
  /** Who and what the articles name. */
  entities: { request: EntitiesRequest; answer: Page<Entity> }
  entity: { request: Id; answer: Entity }
  /** What one article names, in the order of its text; `id` is the article's. */
  articleEntities: { request: Id & PageRequest; answer: Page<EntityMention> }
  /** The articles that name an entity, by date; `id` is the entity's. */
  entityArticles: { request: Id & Omit<ArticlesRequest, 'filter'>; answer: Page<Article> }
  /** Where an entity is named: the newest article first, in the order of its text. */
  mentions: { request: Id & PageRequest & { readonly snippetLength: number }; answer: Page<FoundMention> }
  /** What is named in the same articles as an entity. */
  related: {
    request: Id & PageRequest & { readonly type?: readonly EntityType[] | undefined }
    answer: Page<RelatedEntity>
  }
  /** Who said what. */
  quotes: { request: QuotesRequest; answer: Page<FoundQuote> }
  /** The quotes of one article, in order. */
  articleQuotes: { request: Id & PageRequest; answer: Page<FoundQuote> }
  /** What one entity says: the newest article first. */
  entityQuotes: { request: Id & PageRequest; answer: Page<FoundQuote> }
  /** What may be meant by what has been typed so far. */
  suggest: {
    request: { readonly prefix: string; readonly size: number }
    answer: { readonly items: readonly Suggestion[] }
  }
  /** What the index sees of a text, which is made NFC. */
  analyze: { request: AnalyzeRequest; answer: Analysis }
}
