import { ask } from './api.js'

/** Articles about the same that are listed beside one. */
const RELATED = 5

/** Names that are asked for, at most. */
const MOST_NAMES = 24

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
  return {
    article,
    marks,
    quotes: quotes.items,
    related: related.items,
    names: await namesIn(article, signal)
  }
}

/** What entities are called, by id, of which the article has no form but one that may be a genitive. */
const namesIn = async ({ entities = [] }, signal) => {
  const named = entities.filter(({ credit }) => !credit)
  const bare = new Set(named.filter(({ text }) => !/(?:s|['’])$/.test(text)).map(({ entity }) => entity))
  const ids = [...new Set(named.map(({ entity }) => entity))]
    .filter((id) => !bare.has(id))
    .slice(0, MOST_NAMES)
  const told = ids.map((id) =>
    ask(`/v1/entities/${encodeURIComponent(id)}`, { fields: 'id,name' }, signal).catch(() => undefined)
  )
  return new Map((await Promise.all(told)).flatMap((entity) => (entity ? [[entity.id, entity.name]] : [])))
}
