import { ask } from './api.js'

/** Articles about the same that are listed beside one. */
const RELATED = 5

/** Names that are listed beside one. */
const NAMES = 24

/**
 * Asks for all that the view of an article shows, see `articleView`.
 *
 * @param {Map<string, string>} known what entities are called, by id; what is asked for is added
 */
export const readArticle = async ({ article: id, q }, known, signal) => {
  const path = `/v1/articles/${encodeURIComponent(id)}`
  // Alone: of an article that is not there, nothing else is asked.
  const article = await ask(path, {}, signal)
  const [snippets, quotes, related, names] = await Promise.all([
    q === '' ? { items: [] } : ask(`${path}/snippets`, { q, size: 100 }, signal),
    ask(`${path}/quotes`, { size: 100 }, signal).catch(() => ({ items: [] })),
    ask(`${path}/related`, { size: RELATED }, signal).catch(() => ({ items: [] })),
    namesIn(mostNamed(article), known, signal)
  ])
  const marks = snippets.items.flatMap(({ start, highlights }) =>
    highlights.map((mark) => ({ start: start + mark.start, end: start + mark.end }))
  )
  return { article, marks, quotes: quotes.items, related: related.items, names }
}

/** What the names that are shown are called, by id; those that are not known yet are asked for. */
const namesIn = async (listed, known, signal) => {
  const ids = listed.map(({ id }) => id).filter((id) => !known.has(id))
  const answers = ids.map((id) =>
    ask(`/v1/entities/${encodeURIComponent(id)}`, { fields: 'id,name' }, signal).catch(() => undefined)
  )
  for (const entity of await Promise.all(answers)) if (entity !== undefined) known.set(entity.id, entity.name)
  return listed.map(({ id, text, count }) => ({ id, count, name: known.get(id) ?? text }))
}

/** The entities that the article names most, with the first form of each in its text. Credits are none. */
const mostNamed = ({ entities = [] }) => {
  const found = new Map()
  for (const { entity: id, text, credit } of entities)
    if (!credit) found.set(id, { text, ...found.get(id), id, count: (found.get(id)?.count ?? 0) + 1 })
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, NAMES)
}
