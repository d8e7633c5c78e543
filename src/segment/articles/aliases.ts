import { idFromPath } from '../../articles/article-id.js'
import { articleFile } from '../../articles/folder/article-file.js'
import { GrowableUint32 } from '../../structures/growable.js'
import { groupPlaces, listOfKey, type KeyedLists } from '../../structures/lists.js'
import { hashOf } from '../../structures/string-table.js'
import type { ArticleFacts, ArticleReader } from './article-store.js'

/** Ids that an article had, or that lead to it. */
const aliasesOf = (facts: ArticleFacts): ReadonlySet<string> =>
  new Set([...(facts.aliases ?? []), ...formerIds(facts)])

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

/** Gathers which articles have which aliases. */
export class AliasBuilder {
  private readonly hashes = new GrowableUint32()
  private readonly articles = new GrowableUint32()

  add(article: number, facts: ArticleFacts): void {
    for (const alias of aliasesOf(facts)) {
      this.hashes.push(hashOf(alias))
      this.articles.push(article)
    }
  }

  /** By hash of an alias: the articles with one of that hash. Lets other work run meanwhile. */
  async finish(): Promise<KeyedLists> {
    const articles = this.articles.finish()
    const places = await groupPlaces(this.hashes.finish())
    return { ...places, values: places.values.map((place) => articles[place]!) }
  }
}

interface AliasSource {
  readonly articles: Pick<ArticleReader, 'facts'>
  readonly isThere: (article: number) => boolean
}

/**
 * The article with this alias, if there is just one.
 *
 * @param runs as an `AliasBuilder` makes them, each of other articles
 */
export const findAlias = (
  alias: string,
  runs: readonly KeyedLists[],
  { articles, isThere }: AliasSource
): number | undefined => {
  let found: number | undefined
  for (const run of runs)
    for (const article of listOfKey(run, hashOf(alias))) {
      if (!isThere(article) || !aliasesOf(articles.facts(article)).has(alias)) continue
      if (found !== undefined) return undefined
      found = article
    }
  return found
}
