import type { z } from 'zod'
import type { Article } from '../engine/questions.js'
import type { NewsArticleSchema } from './schemas/article.js'

/** An article in the terms of schema.org (https://schema.org/NewsArticle). */
export const toNewsArticle = (article: Article): z.output<typeof NewsArticleSchema> => {
  const { id, title, text, wordCount, language, publishedAt, source, authors, url, tags } = article
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: id,
    headline: title,
    articleBody: text,
    wordCount,
    ...(language !== 'und' && { inLanguage: language }),
    ...(publishedAt !== undefined && { datePublished: publishedAt }),
    ...(source !== undefined && { publisher: { '@type': 'Organization', name: source } }),
    ...(authors !== undefined && { author: authors.map((name) => ({ '@type': 'Person' as const, name })) }),
    ...(url !== undefined && { url }),
    ...(tags !== undefined && { keywords: [...tags] })
  }
}
