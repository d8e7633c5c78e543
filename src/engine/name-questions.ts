import type { EntityType } from '../entities/entity-type.js'
import type { Filter } from '../query/selection/filter.js'
import type { Snippet } from '../snippets/snippet.js'
import type { Span } from '../structures/span.js'
import type { PageRequest, QueryAnswer, WordsRequest } from './request-parts.js'

// What is asked about names and speech, and how it is answered; `questions.ts` has the verbs.

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
  /** How many quotes are its own. */
  readonly quoteCount: number
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
  /** 0–1: mentions and quotes that are less sure do not count. */
  readonly minConfidence?: number | undefined
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

/** Which quotes are looked at. */
export interface QuoteFilter {
  /** Absent: both. */
  readonly kind?: QuoteKind | undefined
  /** 0–1: only those that are at least so sure. */
  readonly minConfidence?: number | undefined
}

export type QuoteKind = 'direct' | 'reported'

export interface QuotesRequest extends WordsRequest, QuoteFilter, PageRequest {
  /** Empty: every quote. */
  readonly q: string
  readonly filter: Filter
  /** Articles that are nearly the same text count as one, the newest that matches. */
  readonly collapse?: boolean | undefined
  /** The id of who is quoted; absent: anybody. */
  readonly speaker?: string | undefined
}

/** What somebody said: the words alone, as they stand in the article. */
export interface FoundQuote extends Span {
  readonly articleId: string
  /** The article's. */
  readonly title: string
  readonly publishedAt?: string
  readonly source?: string
  readonly text: string
  readonly kind: QuoteKind
  /** The phrase that tells who speaks; where that is an entity, its id and its name. */
  readonly speaker?: Span & { readonly text: string; readonly entity?: string; readonly name?: string }
  readonly cue?: Span & { readonly text: string }
  /** The speaker denies or doubts it: `avviser at`. */
  readonly denied?: boolean
  /** 0–1. */
  readonly confidence: number
}

export interface SpeakersRequest extends WordsRequest, PageRequest {
  /** Empty: every article. */
  readonly q: string
  readonly filter: Filter
  /** Only entities of these types. */
  readonly type?: readonly EntityType[] | undefined
  /** Articles that are nearly the same text count as one, the newest that matches. */
  readonly collapse?: boolean | undefined
  /** 0–1: only quotes that are at least so sure. */
  readonly minConfidence?: number | undefined
  /** Most first. */
  readonly sort: 'quotes' | 'articles'
}

/** Somebody who is quoted in a result, and how much. */
export interface Speaker {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly quotes: number
  /** Of the quotes: the direct and the reported ones. */
  readonly direct: number
  readonly reported: number
  /** Articles with a quote. */
  readonly articles: number
}

export interface GraphRequest extends WordsRequest {
  /** Empty: every article. */
  readonly q: string
  readonly filter: Filter
  /** Only entities of these types. */
  readonly type?: readonly EntityType[] | undefined
  /** Articles that are nearly the same text count as one, the newest that matches. */
  readonly collapse?: boolean | undefined
  /** Nodes, at most. */
  readonly size: number
}

/** Who is named with whom in a result. */
export interface Graph {
  readonly query: QueryAnswer
  /** Articles in the result. */
  readonly total: number
  /** Those that most articles name come first. */
  readonly nodes: readonly GraphNode[]
  /** Between all nodes that an article names both of. */
  readonly edges: readonly GraphEdge[]
}

export interface GraphNode {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** Articles of the result that name it, and the places where they do. */
  readonly articles: number
  readonly mentions: number
}

export interface GraphEdge {
  /** Ids of nodes, the one that comes first as `source`. */
  readonly source: string
  readonly target: string
  /** Articles of the result that name both. */
  readonly articles: number
  /** How much closer they keep in the result than chance would have it: -1 to 1. */
  readonly strength: number
}
