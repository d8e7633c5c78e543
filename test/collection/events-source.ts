import type { ArticleEvent } from '../../src/articles/article.js'
import type { ArticleSource } from '../../src/collection/article-source.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'

/** @param end awaited after the last of them */
export const sourceOf = (
  events: readonly ArticleEvent[],
  end: () => Promise<void> = () => Promise.resolve()
): ArticleSource => ({
  rules: () => Promise.resolve({ rules: NO_RULES, problems: [] }),
  articles: async function* () {
    yield* events
    await end()
  }
})

export const articleEvent = (id: string, text = 'En vei.'): ArticleEvent => ({
  kind: 'article',
  article: { id, text },
  file: `${id}.txt`,
  unknownKeys: []
})
