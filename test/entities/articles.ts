import fc from 'fast-check'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import { EntityCatalogue } from '../../src/entities/catalogue/entity-catalogue.js'
import type { EntityRules } from '../../src/entities/rules/entity-rules.js'
import { EntityIndex } from '../../src/segment/annotations/entity-index.js'
import { buildEntityTables } from '../../src/segment/annotations/entity-index-builder.js'
import { anyMarked, marked } from './marked.js'

/** Articles by id, their names marked as in `marked`. */
export type MarkedArticles = Readonly<Record<string, string>>

export const put = (catalogue: EntityCatalogue, id: string, source: string): void => {
  const { text, mentions } = marked(source)
  catalogue.set(id, text, resolveArticle(text, mentions))
}

/** The entities of marked articles. */
export const entitiesOf = async (articles: MarkedArticles, rules?: EntityRules): Promise<EntityIndex> => {
  const catalogue = new EntityCatalogue(rules)
  for (const [id, source] of Object.entries(articles)) put(catalogue, id, source)
  return new EntityIndex(await buildEntityTables(catalogue, Object.keys(articles)))
}

/** All that an index says, in words. */
export const describe = (index: EntityIndex, articleIds: readonly string[]) => ({
  entities: Array.from({ length: index.size }, (_, entity) => ({
    id: index.id(entity),
    name: index.name(entity),
    aliases: index.aliases(entity),
    sureNames: index.namesBeside(index.name(entity))?.names.toSorted() ?? [],
    roles: index.roles(entity),
    mentionCount: index.mentionCount(entity),
    articles: Array.from(index.articles(entity), (article) => articleIds[article])
  })),
  mentions: articleIds.map((_, article) =>
    index.mentions(article).map(({ entity, ...mention }) => ({ entity: index.id(entity), ...mention }))
  )
})

export const anyMarkedArticles: fc.Arbitrary<MarkedArticles> = fc
  .array(anyMarked, { maxLength: 6 })
  .map((sources) => Object.fromEntries(sources.map((source, i) => [`a${i}`, source])))
