import { ask } from './api.js'

/** Articles about the same that are listed beside one. */
const RELATED = 5

/** Asks for all that the view of an article shows, see `articleView`. */
export const readArticle = async ({ article: id, q }, signal) => {
  const path = `/v1/articles/${encodeURIComponent(id)}`
  const [article, snippets, quotes, related] = await Promise.all([
    ask(path, {}, signal),
    q === '' ? { items: [] } : ask(`${path}/snippets`, { q, size: 100 }, signal),
    ask(`${path}/quotes`, { size: 100 }, signal).catch(() => ({ items: [] })),
    ask(`${path}/related`, { size: RELATED }, signal).catch(() => ({ items: [] }))
  ])
  const marks = snippets.items.flatMap(({ start, highlights }) =>
    highlights.map((mark) => ({ start: start + mark.start, end: start + mark.end }))
  )
  return { article, marks, quotes: quotes.items, related: related.items }
}
