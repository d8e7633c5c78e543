import { idFromPath } from '../../articles/article-id.js'
import { articleFile } from '../../articles/folder/article-file.js'
import type { ArticleFacts, ArticleReader } from './article-store.js'

/** Ids that articles had, or that lead to them: by alias, the numbers of all articles with it. */
export type Aliases = ReadonlyMap<string, readonly number[]>

export const findAliases = (store: ArticleReader, articles: Iterable<number>): Aliases => {
  const aliases = new Map<string, number[]>()
  for (const article of articles) {
    const facts = store.facts(article)
    for (const alias of new Set([...(facts.aliases ?? []), ...formerIds(facts)])) {
      const others = aliases.get(alias)
      if (others === undefined) aliases.set(alias, [article])
      else others.push(article)
    }
  }
  return aliases
}

/**
 * What an article alone in its file would be called if the file stated no id, and if it lay at the top of the folder:
 * an id that was added, or a file that was moved, breaks no address.
 *
 * `2019/05/leder.txt` → `2019-05-leder`, `leder`
 */
const formerIds = ({ origin }: ArticleFacts): readonly string[] => {
  const name = origin?.line === undefined ? articleFile(origin?.file ?? '')?.name : undefined
  if (name === undefined) return []
  const [, atTop = name] = /([^/]+(?:\/_?index)?)$/i.exec(name) ?? []
  return [idFromPath(name), idFromPath(atTop)]
}
