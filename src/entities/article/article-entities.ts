import type { EntityType } from '../entity-type.js'
import type { ResolvedMention } from '../mention.js'
import type { ShortName } from './short-names.js'

/** What an article tells of the names in it, whatever other articles say. */
export interface ArticleEntities {
  /** Each is meant by at least one mention. */
  readonly entities: readonly ArticleEntity[]
  /** In order. */
  readonly mentions: readonly ResolvedMention[]
  /** What the article tells of names elsewhere: `short` stands for `long`, or is how it begins. */
  readonly abbreviations: readonly ShortName[]
  readonly beginnings: readonly ShortName[]
}

export interface ArticleEntity {
  readonly slug: string
  /** The fullest name that it has in the article. */
  readonly name: string
  readonly type: EntityType
  /** Always before a word, so that a last `s` may be the ending of the genitive. */
  readonly mayBeGenitive: boolean
  /** Whom its name means only this article tells: a given name alone, `Kari`, or what several of its people share. */
  readonly isOfArticle?: true
  /** Only credits name it. */
  readonly isOnlyCredited?: true
}
