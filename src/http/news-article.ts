import type { z } from 'zod'
import type { Article } from '../engine/questions.js'
import { FIELDS, valuesOf, type SchemaOrgType } from '../fields.js'
import type { NewsArticleSchema, SchemaOrgFacts, SchemaOrgValue } from './schemas/article.js'

/** An article in the terms of schema.org (https://schema.org/NewsArticle). */
export const toNewsArticle = (article: Article): z.output<typeof NewsArticleSchema> => {
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
    ...(url !== undefined && { url })
  }
}

const listedFacts = (article: Article): SchemaOrgFacts =>
  Object.fromEntries(
    FIELDS.flatMap(({ key, isList, schemaOrg: { property, type } }) => {
      const values = valuesOf(article, key).map((name) => inSchemaOrg(type, name))
      return values.length === 0 ? [] : [[property, isList ? values : values[0]!]]
    })
  )

const inSchemaOrg = (type: SchemaOrgType, name: string): SchemaOrgValue =>
  type === 'Text' ? name : { '@type': type, name }
