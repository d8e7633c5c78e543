import type { JsonObject } from './ninjs.js'

/**
 * The tables of an export of Ghost, each post with the names of its authors and tags, which stand in tables of their
 * own. Any other object stays as it is. https://ghost.org/docs/migration/custom/
 *
 * `{posts: [{id: 1}], users: [{id: 2, name: 'Kari'}], posts_authors: [{post_id: 1, author_id: 2}]}` →
 * `{posts: [{id: 1, authors: ['Kari']}]}`
 */
export const ghostTables = (tables: JsonObject): JsonObject => {
  if (!Array.isArray(tables.posts) || !(Array.isArray(tables.users) || Array.isArray(tables.posts_tags)))
    return tables
  const users = namesOf(tables.users)
  const authors = joined(tables.posts_authors, 'author_id', users)
  const tags = joined(tables.posts_tags, 'tag_id', namesOf(tables.tags))
  const posts = rowsOf(tables.posts).map((post) => {
    const id = String(post.id)
    const writers = authors.get(id) ?? [post.author_id].flatMap((user) => users.get(String(user)) ?? [])
    const named = tags.get(id) ?? []
    return {
      ...(writers.length > 0 && { authors: writers }),
      ...(named.length > 0 && { tags: named }),
      ...post
    }
  })
  return { posts }
}

const rowsOf = (table: unknown): readonly JsonObject[] =>
  Array.isArray(table)
    ? table.filter((row): row is JsonObject => typeof row === 'object' && row !== null && !Array.isArray(row))
    : []

const namesOf = (table: unknown): ReadonlyMap<string, string> =>
  new Map(
    rowsOf(table).flatMap(({ id, name }) => (typeof name === 'string' ? [[String(id), name] as const] : []))
  )

/** The names that a table joins each post with, in their order. */
const joined = (
  table: unknown,
  key: string,
  names: ReadonlyMap<string, string>
): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  const order = ({ sort_order: place }: JsonObject): number => (typeof place === 'number' ? place : 0)
  for (const row of [...rowsOf(table)].sort((a, b) => order(a) - order(b))) {
    const name = names.get(String(row[key]))
    const post = String(row.post_id)
    // An internal tag of Ghost.
    if (name !== undefined && !name.startsWith('#')) found.set(post, [...(found.get(post) ?? []), name])
  }
  return found
}
