import { Interner } from '../../structures/interner.js'
import { PairCounts, Partners } from './pair-counts.js'
import {
  BARE,
  ONLY_CREDITED,
  ROLE_WIDTH,
  type StoredArticle,
  confidenceAt,
  forEachItem,
  formAt,
  isCreditAt,
  mentionCount,
  nameAt,
  typeAt
} from './stored-article.js'

/**
 * What all articles together tell of each name. Only sums: an article that is taken out again leaves nothing behind,
 * and the order in which articles came does not matter, but for the numbers that names have.
 */
export class NameEvidence {
  /** Names (see `nameKey`), the forms that they are written in, and roles. */
  readonly texts = new Interner()
  /** By name: the confidence of all mentions of each type, in 255ths, by its number in `ENTITY_TYPES`. */
  readonly types = new PairCounts()
  /** By name: its fullest form in an article, in how many articles. */
  readonly fullForms = new PairCounts()
  /** By name: all that is written for it, in how many mentions. */
  readonly forms = new PairCounts()
  /** By name: what the person is called, in how many mentions. */
  readonly roles = new PairCounts()
  readonly abbreviations = new Partners()
  readonly beginnings = new Partners()
  private readonly articleCounts: number[] = []
  private readonly bareCounts: number[] = []
  private readonly mentionCounts: number[] = []
  private readonly creditCounts: number[] = []

  /** In how many articles something has just this name, outside credits. */
  articles(name: number): number {
    return this.articleCounts[name] ?? 0
  }

  /** In how many of them a last `s` is not the ending of the genitive. */
  bare(name: number): number {
    return this.bareCounts[name] ?? 0
  }

  mentions(name: number): number {
    return this.mentionCounts[name] ?? 0
  }

  /** In how many credits it stands; no other sum has them, but that of types, for names that only credits have. */
  credits(name: number): number {
    return this.creditCounts[name] ?? 0
  }

  /** The number of a name that something has. */
  attested(key: string): number | undefined {
    const name = this.texts.find(key)
    return name !== undefined && this.articles(name) > 0 ? name : undefined
  }

  /** @param change 1 adds what an article tells, -1 takes it out */
  count(article: StoredArticle, change: 1 | -1): void {
    forEachItem(article.names, 3, (name, form, marks) => {
      this.fullForms.add(name, form, change)
      if (marks & ONLY_CREDITED) return
      this.articleCounts[name] = this.articles(name) + change
      if (marks & BARE) this.bareCounts[name] = this.bare(name) + change
    })
    for (let i = 0; i < mentionCount(article.mentions); i++) this.countMention(article, i, change)
    forEachItem(article.roles, ROLE_WIDTH, (mention, role) => {
      this.roles.add(nameAt(article.mentions, mention), role, change)
    })
    forEachItem(article.abbreviations, 2, (short, long) => {
      this.abbreviations.add(short, long, change)
    })
    forEachItem(article.beginnings, 2, (short, long) => {
      this.beginnings.add(short, long, change)
    })
  }
  private countMention({ mentions }: StoredArticle, i: number, change: 1 | -1): void {
    const name = nameAt(mentions, i)
    this.types.add(name, typeAt(mentions, i), change * Math.round(confidenceAt(mentions, i) * 255))
    if (isCreditAt(mentions, i)) {
      this.creditCounts[name] = this.credits(name) + change
      return
    }
    this.mentionCounts[name] = this.mentions(name) + change
    this.forms.add(name, formAt(mentions, i), change)
  }
}
