import type { ArticleEntities } from '../article/article-entities.js'
import { roleText } from '../article/roles.js'
import { idsOf, NO_RULES, type EntityRules } from '../rules/entity-rules.js'
import { NameEvidence } from './name-evidence.js'
import { keyInArticle, nameKey } from '../name-key.js'
import { storeArticle, type StoredArticle } from './stored-article.js'

/**
 * The names of a collection. An article is added, replaced or taken out in a time that its own length decides, and what
 * the catalogue then says (`identify`) is the same as if it had been made of the articles that are left.
 */
export class EntityCatalogue {
  readonly evidence = new NameEvidence()
  private readonly articles = new Map<string, StoredArticle>()

  /** By article id. */
  private readonly splits = new Map<string, EntityRules['split'][number][]>()

  /** The names that the user decides of, so that they mean the same in every article. */
  private readonly decided: ReadonlySet<string>

  constructor(readonly rules: EntityRules = NO_RULES) {
    this.decided = new Set(idsOf(rules).map(({ type, slug }) => nameKey(type, slug)))
    for (const split of rules.split)
      for (const id of split.articles) this.splits.set(id, [...(this.splits.get(id) ?? []), split])
  }

  /** @param id the article's; one that is there is replaced */
  set(id: string, text: string, entities: ArticleEntities): StoredArticle {
    const article = this.store(id, text, entities)
    this.restore(id, article)
    return article
  }

  /** Puts back an article as it was stored. @param article in numbers of `evidence.texts` */
  restore(id: string, article: StoredArticle): void {
    this.delete(id)
    this.articles.set(id, article)
    this.evidence.count(article, 1)
  }

  delete(id: string): void {
    const article = this.articles.get(id)
    if (article === undefined) return
    this.evidence.count(article, -1)
    this.articles.delete(id)
  }

  get(id: string): StoredArticle | undefined {
    return this.articles.get(id)
  }

  private store(id: string, text: string, found: ArticleEntities): StoredArticle {
    const splits = this.splits.get(id) ?? []
    const splitOf = (key: string) => splits.find(({ from }) => nameKey(from.type, from.slug) === key)
    const names = new Set(found.mentions.map(({ start }) => start))
    return storeArticle(this.evidence.texts, found, {
      roleText: (role) => roleText(text, role, names.has(role.start)),
      nameOf: ({ type, slug, name, isOfArticle }) => {
        const key = nameKey(type, slug)
        const split = splitOf(key)
        return split === undefined
          ? { key: isOfArticle === true && !this.decided.has(key) ? keyInArticle(key, id) : key, name }
          : { key: nameKey(split.into.type, split.into.slug), name: split.name ?? name }
      }
    })
  }
}
