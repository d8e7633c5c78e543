import type {
  ArticleAnswer,
  ArticleVersion,
  Filter,
  ScoredSnippet,
  WordsRequest
} from '../engine/questions.js'

/** A query of which new hits are posted to a webhook. */
export interface Alert {
  /** Not to be guessed: who has it reads the feed. */
  readonly id: string
  readonly name: string
  readonly query: AlertQuery
  readonly webhook: Webhook
  /** ISO 8601. */
  readonly createdAt: string
}

/** What a hit must have. Typing errors are not looked for: a hit is what was asked for. */
export interface AlertQuery extends Pick<WordsRequest, 'compounds' | 'variants'> {
  readonly q: string
  readonly match: 'all' | 'any'
  readonly filter: Filter
}

export interface Webhook {
  readonly url: string
  /** `whsec_` and the bytes of the key in base64. */
  readonly secret: string
}

/** An article as it was found. */
export interface FoundArticle extends Pick<
  ArticleAnswer,
  'id' | 'title' | 'language' | 'publishedAt' | 'source' | 'authors' | 'tags' | 'url'
> {
  /** Is the article new to the alert, or was another version of it found before? */
  readonly change: 'new' | 'changed'
  /** When it was found, ISO 8601; absent in what an older version kept. */
  readonly foundAt?: string
  /** The passage that matches best; absent where the query asks for no words, or the title alone has them. */
  readonly snippet?: Pick<ScoredSnippet, 'text' | 'start' | 'end' | 'highlights' | 'html'>
}

/** A body that is posted until it is accepted, or given up. */
export interface Delivery {
  /** The same for each attempt, so that a receiver tells what it has had. */
  readonly id: string
  readonly body: string
  readonly attempts: number
  /** Not to be tried before, in milliseconds since 1970. */
  readonly notBefore: number
}

/** How the deliveries of an alert went. */
export interface DeliveryCounts {
  readonly delivered: number
  /** Given up after the last attempt. */
  readonly failed: number
  /** ISO 8601. */
  readonly lastDeliveredAt?: string
  /** Why the latest attempt failed; absent where it did not. */
  readonly lastError?: string
}

/** The articles that an alert knows. */
export interface Followed {
  /**
   * The version of each, by its id: first those that the query found last, the newest first, then those that it found
   * before.
   */
  readonly seen: ReadonlyMap<string, string>
  /** The oldest article that is followed; absent where all that the query finds are. */
  readonly oldest?: Pick<ArticleVersion, 'id' | 'publishedAt'>
}

/** The articles that an alert knows, and those of them that it tells of. */
export interface Findings extends Followed {
  /** The latest first. */
  readonly found: readonly FoundArticle[]
}

/** An alert with all that outlives a restart. */
export interface AlertState {
  readonly alert: Alert
  readonly findings: Findings
  /** The oldest first. */
  readonly pending: readonly Delivery[]
  readonly counts: DeliveryCounts
  /** The receiver answered 410: nothing is posted any more. */
  readonly isGone: boolean
}
