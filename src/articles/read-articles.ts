import { join } from 'node:path'
import type { ArticleEvent } from './article.js'
import type { ArticleFile } from './article-file.js'
import { urlSafeId } from './article-id.js'
import { listArticleFiles } from './article-folder.js'
import { countIn } from './counts.js'
import { readJsonLines } from './json-lines.js'
import { problem } from './refusal.js'
import { readTextFile } from './text-file.js'

type Found = Extract<ArticleEvent, { kind: 'article' }>

/**
 * What is in the folder? Each article in it, and each problem that kept one out, file by file in the order of their
 * paths; at the end, what was passed by. Ids are unique: the first article with an id keeps it, later ones are problems.
 *
 * One article is held at a time, however large the file; only the ids are remembered.
 *
 * @throws {ArticleFolderError} where the folder is missing, is not a folder or cannot be read
 */
export async function* readArticles(folder: string): AsyncGenerator<ArticleEvent, void> {
  const { files, problems, ignored } = await listArticleFiles(folder)
  for (const { file, reason } of problems) yield problem(file, reason)

  const firstWithId = new Map<string, string>()
  const keys = new Map<string, number>()
  for (const file of files) {
    for await (const event of readFile(folder, file)) {
      if (event.kind !== 'article') {
        yield event
        continue
      }
      for (const key of event.unknownKeys) countIn(keys, key)
      const first = firstWithId.get(event.article.id)
      if (first === undefined) firstWithId.set(event.article.id, place(event))
      yield first === undefined ? event : duplicate(event, first)
    }
  }
  yield { kind: 'ignored', ignored: { files: ignored, keys } }
}

async function* readFile(folder: string, file: ArticleFile): AsyncGenerator<ArticleEvent, void> {
  const path = join(folder, file.path)
  if (file.form === 'json-lines') yield* readJsonLines(path, file)
  else yield await readTextFile(path, file)
}

function duplicate({ article, file, line }: Found, first: string): ArticleEvent {
  const suggestion = line === undefined && file.includes('/') ? `, such as \`${idFromPath(file)}\`,` : ''
  return problem(
    file,
    `The id \`${article.id}\` is taken by ${first}: state another \`id\`${suggestion} or rename the file`,
    line
  )
}

/** `2024/nyheter/a.txt` → `2024-nyheter-a` */
function idFromPath(path: string): string {
  return urlSafeId(path.replace(/(?<=[^/])\.[^./]+(?:\.gz)?$/i, ''))
}

function place({ file, line }: Found): string {
  return line === undefined ? file : `${file}, line ${line}`
}
