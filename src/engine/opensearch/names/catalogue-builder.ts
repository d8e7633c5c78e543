import { EntityCatalogue } from '../../../entities/catalogue/entity-catalogue.js'
import {
  isCreditAt,
  mentionCount,
  mentionedNames,
  nameAt
} from '../../../entities/catalogue/stored-article.js'
import type { EntityRules } from '../../../entities/rules/entity-rules.js'
import { slug } from '../../../entities/slug.js'
import {
  EntityIndex,
  surenessInHundredths,
  type EntityTables
} from '../../../segment/annotations/entity-index.js'
import { buildEntityTables } from '../../../segment/annotations/entity-index-builder.js'
import { nameSlugs } from '../../../segment/annotations/entity-names.js'
import { gatheredQuotes } from '../../../segment/annotations/quote-store.js'
import { listAt } from '../../../structures/lists.js'
import type { EntityDocument, RoleCount } from './entity-document.js'
import { collationKey } from './collation-key.js'
import { encodeCounts, type ConfidenceCounts } from './confidence-counts.js'
import { rolesOf, renumberAnnotations, type ArticleAnnotations } from './article-annotations.js'

/** Numbers a mention is counted by: its name; confidence in hundredths, and whether it is a credit; its role + 1. */
const COUNTED = 3
const CREDIT = 128

/** The numbers of one article that are counted when its names are entities. */
interface CountedArticle {
  /** The names that it mentions outside credits. */
  readonly names: Uint32Array
  readonly mentions: Uint32Array
  /** Pairs: the speaker's name, confidence in hundredths. */
  readonly quotes: Uint32Array
}

/**
 * Builds the catalogue of entities from the annotations of all articles, given in the order of their ids. It keeps sums
 * and a few numbers an article. The catalogue depends on the articles and the rules alone.
 */
export class CatalogueBuilder {
  private readonly catalogue: EntityCatalogue
  private readonly articles: CountedArticle[] = []

  constructor(rules: EntityRules) {
    this.catalogue = new EntityCatalogue(rules)
  }

  add(annotations: ArticleAnnotations): void {
    const { evidence } = this.catalogue
    const { article, quotes } = renumberAnnotations(evidence.texts, annotations)
    evidence.count(article, 1)
    const roles = rolesOf(article)
    const { mentions } = article
    this.articles.push({
      names: Uint32Array.from(mentionedNames(article)),
      mentions: Uint32Array.from(
        Array.from({ length: mentionCount(mentions) }, (_, i) => [
          nameAt(mentions, i),
          surenessInHundredths(mentions, i) + (isCreditAt(mentions, i) ? CREDIT : 0),
          (roles.get(i) ?? -1) + 1
        ]).flat()
      ),
      quotes: Uint32Array.from(
        gatheredQuotes(quotes).flatMap(({ name, confidence }) =>
          name === undefined ? [] : [name, Math.round(confidence * 100)]
        )
      )
    })
  }

  async documents(): Promise<EntityDocument[]> {
    const tables = await buildEntityTables(this.catalogue, [])
    const entities = new EntityIndex(tables)
    const slugs = nameSlugs(tables.names, entities.size)
    const keys = keysOf(tables, (text) => this.catalogue.evidence.texts.text(text))
    const counts = this.count(tables)
    return Array.from({ length: entities.size }, (_, entity) => {
      const name = entities.name(entity)
      const sureNames = Array.from(listAt(tables.sureNames, entity), (text) =>
        this.catalogue.evidence.texts.text(text)
      )
      const { byConfidence, ...counted } = counts[entity]!.finish()
      return {
        ...{ id: entities.id(entity), type: entities.type(entity), name, aliases: entities.aliases(entity) },
        ...{ keys: keys[entity]!, slugs: slugs[entity]!, words: slugs[entity]!.flatMap(fromEachWord) },
        ...{ sureNames, sureSlugs: [...new Set(sureNames.map(slug))], collationKey: collationKey(name) },
        ...{ mentions: entities.mentionCount(entity), credits: entities.creditCount(entity) },
        ...counted,
        byConfidence
      }
    })
  }

  private count({ entityOf, heads }: EntityTables): EntityCounts[] {
    const counts = Array.from(
      heads,
      () => new EntityCounts((text) => this.catalogue.evidence.texts.text(text))
    )
    for (const { names, mentions, quotes } of this.articles) {
      for (const entity of new Set(Array.from(names, (name) => entityOf[name]!)))
        if (entity >= 0) counts[entity]!.articles++
      const highest = new Map<number, number>()
      for (let i = 0; i < mentions.length; i += COUNTED) {
        const entity = entityOf[mentions[i]!]!
        if (entity < 0) continue
        const [mark, role] = [mentions[i + 1]!, mentions[i + 2]!]
        const confidence = mark & ~CREDIT
        if (mark & CREDIT) counts[entity]!.addCredit(confidence)
        else {
          counts[entity]!.addMention(confidence, role)
          highest.set(entity, Math.max(highest.get(entity) ?? 0, confidence))
        }
      }
      for (const [entity, confidence] of highest) counts[entity]!.addArticle(confidence)
      for (let i = 0; i < quotes.length; i += 2) {
        const entity = entityOf[quotes[i]!]!
        if (entity >= 0) counts[entity]!.addQuote(quotes[i + 1]!)
      }
    }
    return counts
  }
}

/** `paul-chaffey` → `paul-chaffey-`, `chaffey-` */
const fromEachWord = (name: string): string[] => {
  const words = name.split('-')
  return words.map((_, i) => `${words.slice(i).join('-')}-`)
}

const keysOf = ({ entityOf, heads }: EntityTables, textOf: (text: number) => string): string[][] => {
  const keys = Array.from(heads, (): string[] => [])
  entityOf.forEach((entity, name) => {
    if (entity >= 0) keys[entity]!.push(textOf(name))
  })
  return keys.map((list) => list.sort())
}

type Counts = Map<number, number>

class EntityCounts {
  articles = 0
  private quotes = 0
  private readonly byConfidence: Record<keyof ConfidenceCounts, Counts> = {
    mentions: new Map(),
    credits: new Map(),
    articles: new Map(),
    quotes: new Map()
  }
  /** By role, as a text's number, then by confidence. */
  private readonly roles = new Map<number, Counts>()

  constructor(private readonly textOf: (text: number) => string) {}

  addMention(confidence: number, role: number): void {
    increase(this.byConfidence.mentions, confidence)
    if (role === 0) return
    const counts = this.roles.get(role - 1) ?? new Map<number, number>()
    this.roles.set(role - 1, counts)
    increase(counts, confidence)
  }

  addCredit(confidence: number): void {
    increase(this.byConfidence.credits, confidence)
  }

  addArticle(confidence: number): void {
    increase(this.byConfidence.articles, confidence)
  }

  addQuote(confidence: number): void {
    this.quotes++
    increase(this.byConfidence.quotes, confidence)
  }

  finish(): Pick<EntityDocument, 'articles' | 'quotes' | 'byConfidence' | 'roles'> {
    const { mentions, credits, articles, quotes } = this.byConfidence
    const roles = Array.from(this.roles, ([text, counts]): RoleCount[] =>
      Array.from(counts, ([confidence, count]) => ({ text: this.textOf(text), confidence, count }))
    ).flat()
    return {
      articles: this.articles,
      quotes: this.quotes,
      byConfidence: {
        mentions: encodeCounts(mentions),
        credits: encodeCounts(credits),
        articles: encodeCounts(articles),
        quotes: encodeCounts(quotes)
      },
      roles: roles.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : b.confidence - a.confidence))
    }
  }
}

const increase = (counts: Counts, key: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
