import type { ArticleProblem, Ignored } from '../articles/article.js'
import type { GenerationParts } from '../segment/generation.js'
import type { SentError } from '../threads/sent-error.js'
import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import type { CollectionStatus } from './collection-status.js'

/** What the thread of a collection is started with. */
export interface CollectionSettings {
  readonly folder: string
  /** Where the index is kept for the next start; absent: nowhere. */
  readonly dataDir: string | undefined
  /** Is the folder refused where a file of it has a fault? */
  readonly isStrict: boolean
}

/** What is asked of a collection, and answered. */
export interface CollectionVerbs {
  /** Reads the folder. */
  readonly load: { readonly request: undefined; readonly answer: undefined }
  /** Watches the folder from now on. */
  readonly watch: { readonly request: undefined; readonly answer: undefined }
  /** Looks at the whole folder. */
  readonly refresh: { readonly request: undefined; readonly answer: undefined }
  readonly write: { readonly request: readonly ArticleChange[]; readonly answer: readonly ChangeOutcome[] }
  readonly close: { readonly request: undefined; readonly answer: undefined }
}

export type CollectionVerb = keyof CollectionVerbs

/** Each is answered once, in whatever order. */
export interface CollectionQuestion {
  readonly number: number
  readonly verb: CollectionVerb
  readonly request: unknown
}

/** What may fail in a collection, while all else goes on. */
export type FallibleTask = 'refresh' | 'watch' | 'snapshot' | 'annotation'

/** What happens in a collection, for the log. */
export type CollectionNews =
  | { readonly kind: 'problem'; readonly problem: ArticleProblem }
  | { readonly kind: 'indexed'; readonly ignored: Ignored }
  | {
      readonly kind: 'serving'
      readonly generation: string
      readonly articles: number
      /** Absent where no names are known. */
      readonly entities: number | undefined
      readonly problems: number
    }
  | { readonly kind: 'changed'; readonly files: number; readonly articles: number }
  | { readonly kind: 'snapshot-read'; readonly changed: number }
  | { readonly kind: 'snapshot-written' }
  | { readonly kind: 'failed'; readonly task: FallibleTask; readonly error: SentError }

/** What the thread of a collection tells. Messages arrive in the order in which they are sent. */
export type FromCollection =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly error: SentError }
  | { readonly kind: 'serves'; readonly name: string; readonly parts: GenerationParts }
  | { readonly kind: 'status'; readonly status: CollectionStatus }
  | { readonly kind: 'news'; readonly news: CollectionNews }
