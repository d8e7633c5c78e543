import type { ArticleEvent } from './article.js'
import { readOwnNames } from './facts/own-names.js'
import { listArticleFiles } from './folder/article-folder.js'
import { countIn } from './folder/counts.js'
import { readFiles } from './read-files.js'
import { UniqueIds } from './unique-ids.js'

/**
 * Reads a folder: each article in it, and each problem, file by file in the order of their paths; at the end, what was
 * passed by. Ids are unique: the first article with an id keeps it, a later one gets a suffix that depends on its own
 * place, and a notice.
 *
 * However large the folder is, a few articles are held at a time; only the ids are remembered.
 *
 * @param ids those that are taken
 * @throws {ArticleFolderError} where the folder is missing, is not a folder or cannot be read
 */
export async function* readArticles(
  folder: string,
  ids = new UniqueIds()
): AsyncGenerator<ArticleEvent, void> {
  const { files, problems, ignored } = await listArticleFiles(folder)
  const own = await readOwnNames(folder)
  for (const each of [...problems, ...own.problems]) yield { kind: 'problem', problem: each }

  const keys = new Map<string, number>()
  for await (const { events } of readFiles({ folder, files, names: own.names })) {
    for await (const event of events) {
      if (event.kind === 'article') for (const key of event.unknownKeys) countIn(keys, key)
      yield* ids.claim(event)
    }
  }
  yield { kind: 'ignored', ignored: { files: ignored, keys } }
}
