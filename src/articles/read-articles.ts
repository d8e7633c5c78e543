import type { ArticleEvent, ArticleProblem } from './article.js'
import { idWithSuffix } from './article-id.js'
import type { FactNames } from './facts/fact-names.js'
import { readOwnNames } from './facts/own-names.js'
import type { ArticleFile } from './folder/article-file.js'
import { listArticleFiles } from './folder/article-folder.js'
import { countIn } from './folder/counts.js'
import { openFile } from './folder/open-file.js'
import { readFailure } from './folder/read-failure.js'
import { formatNamed } from './formats/formats.js'
import { Refusal, Withheld } from './refusal.js'

type ArticleFound = Extract<ArticleEvent, { kind: 'article' }>

/**
 * Reads a folder: each article in it, and each problem, file by file in the order of their paths; at the end, what was
 * passed by. Ids are unique: the first article with an id keeps it, a later one gets a suffix that depends on its own
 * place, and a notice.
 *
 * One article is held at a time, however large the file; only the ids are remembered.
 *
 * @throws {ArticleFolderError} where the folder is missing, is not a folder or cannot be read
 */
export async function* readArticles(folder: string): AsyncGenerator<ArticleEvent, void> {
  const { files, problems, ignored } = await listArticleFiles(folder)
  const own = await readOwnNames(folder)
  for (const each of [...problems, ...own.problems]) yield { kind: 'problem', problem: each }

  const firstWithId = new Map<string, string>()
  const keys = new Map<string, number>()
  for (const file of files) {
    for await (const event of readFile(folder, file, own.names)) {
      if (event.kind !== 'article') {
        yield event
        continue
      }
      for (const key of event.unknownKeys) countIn(keys, key)
      const first = firstWithId.get(event.article.id)
      const served = first === undefined ? event : renamed(event, firstWithId)
      firstWithId.set(served.article.id, place(event))
      if (first !== undefined) yield idTaken(event, first, served.article.id)
      yield served
    }
  }
  yield { kind: 'ignored', ignored: { files: ignored, keys } }
}

/** Never throws for what is wrong with the file: that is a problem. */
async function* readFile(
  folder: string,
  file: ArticleFile,
  names: FactNames
): AsyncGenerator<ArticleEvent, void> {
  const { path } = file
  try {
    for await (const found of formatNamed(file.form).read(openFile(folder, file, names))) {
      if (found instanceof Refusal) {
        yield refused(path, found)
        continue
      }
      const { notices, ...article } = found
      for (const { kind, reason, line = found.line } of notices)
        yield problem({ kind, file: path, line, reason })
      yield { kind: 'article', file: path, ...article }
    }
  } catch (error) {
    if (error instanceof Refusal) yield refused(path, error)
    else yield problem({ file: path, reason: readFailure(error, 'file') })
  }
}

const refused = (file: string, refusal: Refusal): ArticleEvent =>
  problem({
    ...(refusal instanceof Withheld && { kind: 'withheld' }),
    file,
    line: refusal.line,
    reason: refusal.reason
  })

/** `line` is left out where it is unknown. */
const problem = ({
  line,
  ...others
}: Omit<ArticleProblem, 'line'> & { readonly line?: number | undefined }): ArticleEvent => ({
  kind: 'problem',
  problem: { ...others, ...(line !== undefined && { line }) }
})

/** With a suffix that depends on its place alone, unless another article states just that id. */
const renamed = (event: ArticleFound, taken: ReadonlyMap<string, string>): ArticleFound => {
  const { article } = event
  let id = idWithSuffix(article.id, place(event))
  while (taken.has(id)) id = idWithSuffix(article.id, `${place(event)}\n${id}`)
  return { ...event, article: { ...article, id } }
}

const idTaken = ({ article, file, line }: ArticleFound, first: string, id: string): ArticleEvent =>
  problem({
    kind: 'changed',
    file,
    line,
    reason:
      `The id \`${article.id}\` is taken by ${first}, so that this article is \`${id}\`: ` +
      'state another `id`, or rename the file'
  })

const place = ({ file, line }: ArticleFound): string => (line === undefined ? file : `${file}, line ${line}`)
