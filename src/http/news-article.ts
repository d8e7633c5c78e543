import type { z } from 'zod'
import type { Article, Entity } from '../engine/questions.js'
import { FIELDS, valuesOf, type SchemaOrgType } from '../fields.js'
import type { NewsArticleSchema, SchemaOrgFacts, SchemaOrgValue } from './schemas/article.js'

type NewsArticle = z.output<typeof NewsArticleSchema>

/**
 * An article in the terms of schema.org (https://schema.org/NewsArticle).
 *
 * @param mentioned who and what it names; absent: that is not known yet
 */
export const toNewsArticle = (
  article: Article,
  mentioned?: readonly Pick<Entity, 'id' | 'type' | 'name'>[]
): NewsArticle => {
  const { id, title, text, wordCount, language, publishedAt, url } = article
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: id,
    headline: title,
    articleBody: text,
    wordCount,
    ...(language !== 'und' && { inLanguage: language }),
    ...(publishedAt !== undefined && { datePublished: publishedAt }),
    ...listedFacts(article),
    ...(url !== undefined && { url }),
    ...(mentioned !== undefined && {
      mentions: mentioned.map(({ id, type, name }) => ({
        '@type': MENTIONED_TYPES[type],
        identifier: id,
        name
      }))
    })
  }
}

const MENTIONED_TYPES = {
  person: 'Person',
  organisation: 'Organization',
  place: 'Place',
  product: 'Product',
  event: 'Event'
} as const satisfies Record<Entity['type'], string>

const listedFacts = (article: Article): SchemaOrgFacts =>
  Object.fromEntries(
    FIELDS.flatMap(({ key, isList, schemaOrg: { property, type } }) => {
      const values = valuesOf(article, key).map((name) => inSchemaOrg(type, name))
      return values.length === 0 ? [] : [[property, isList ? values : values[0]!]]
    })
  )

const inSchemaOrg = (type: SchemaOrgType, name: string): SchemaOrgValue =>
  type === 'Text' ? name : { '@type': type, name }
