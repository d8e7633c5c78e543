import { answerQuestions } from '../threads/answering.js'
import type { ArticleFile } from './folder/article-file.js'
import { readArticleFile, type FileEvent, type FilesToRead } from './read-file.js'

// A thread that `file-threads.ts` starts: it is sent files, and answers with what is in them.

export interface FileWork {
  readonly question:
    | { readonly kind: 'files'; readonly files: readonly ArticleFile[] }
    | { readonly kind: 'parts'; readonly file: ArticleFile }
    | { readonly kind: 'more' }
  /** By file, or the next part of a large one. */
  readonly answer:
    | { readonly files: readonly (readonly FileEvent[])[] }
    | { readonly events: readonly FileEvent[]; readonly isLast: boolean }
  readonly data: Pick<FilesToRead, 'folder' | 'names'>
}

/** What a part holds at most, but for its last article: copying it holds up the thread that gets it. */
const MOST_EVENTS = 256
const MOST_TEXT = 256 * 1024

answerQuestions<FileWork>(({ folder, names }) => {
  /** What is left of a large file. */
  let rest: AsyncGenerator<FileEvent, void> | undefined
  return async (question) => {
    if (question.kind === 'files') {
      const files: FileEvent[][] = []
      for (const file of question.files) files.push(await allOf(readArticleFile(folder, file, names)))
      return { files }
    }
    if (question.kind === 'parts') rest = readArticleFile(folder, question.file, names)
    return nextPart(rest!)
  }
})

const allOf = async (events: AsyncIterable<FileEvent>): Promise<FileEvent[]> => {
  const found: FileEvent[] = []
  for await (const event of events) found.push(event)
  return found
}

const nextPart = async (
  left: AsyncGenerator<FileEvent, void>
): Promise<{ readonly events: readonly FileEvent[]; readonly isLast: boolean }> => {
  const events: FileEvent[] = []
  for (let size = 0; events.length < MOST_EVENTS && size < MOST_TEXT;) {
    const next = await left.next()
    if (next.done === true) return { events, isLast: true }
    events.push(next.value)
    if (next.value.kind === 'article') size += next.value.article.text.length
  }
  return { events, isLast: false }
}
