import type { ArticleEvent } from './article.js'
import { urlSafeId } from './article-id.js'
import type { ArticleFile } from './folder/article-file.js'
import { listArticleFiles } from './folder/article-folder.js'
import { countIn } from './folder/counts.js'
import { openFile } from './folder/open-file.js'
import { readFailure } from './folder/read-failure.js'
import { formatNamed } from './formats/formats.js'
import { Refusal } from './refusal.js'

type ArticleFound = Extract<ArticleEvent, { kind: 'article' }>

/**
 * Reads a folder: each article in it, and each problem that kept one out, file by file in the order of their paths; at
 * the end, what was passed by. Ids are unique: the first article with an id keeps it, later ones are problems.
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

/** Never throws for what is wrong with the file: that is a problem. */
async function* readFile(folder: string, file: ArticleFile): AsyncGenerator<ArticleEvent, void> {
  const { path } = file
  try {
    for await (const found of formatNamed(file.form).read(openFile(folder, file))) {
      if (found instanceof Refusal) yield problem(path, found.reason, found.line)
      else yield { kind: 'article', file: path, ...found }
    }
  } catch (error) {
    if (error instanceof Refusal) yield problem(path, error.reason, error.line)
    else yield problem(path, readFailure(error, 'file'))
  }
}

/** `line` is left out where it is unknown. */
const problem = (file: string, reason: string, line?: number): ArticleEvent => ({
  kind: 'problem',
  problem: { file, reason, ...(line !== undefined && { line }) }
})

const duplicate = ({ article, file, line }: ArticleFound, first: string): ArticleEvent => {
  const suggestion = line === undefined && file.includes('/') ? `, such as \`${idFromPath(file)}\`,` : ''
  return problem(
    file,
    `The id \`${article.id}\` is taken by ${first}: state another \`id\`${suggestion} or rename the file`,
    line
  )
}

/** `2024/nyheter/a.txt` → `2024-nyheter-a` */
const idFromPath = (path: string): string => urlSafeId(path.replace(/(?<=[^/])\.[^./]+(?:\.gz)?$/i, ''))

const place = ({ file, line }: ArticleFound): string => (line === undefined ? file : `${file}, line ${line}`)
