import { loadModels } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import { BatchReader, type ReadBatch } from '../segment/batch-reader.js'
import type { FieldLengths } from '../segment/postings/impacts.js'
import { indexRange, type ArticleRange } from '../segment/postings/index-articles.js'
import type { PostingTables } from '../segment/postings/sealed-postings.js'
import type { PositionTables } from '../segment/positions/positions.js'
import type { VocabularyTables } from '../segment/words/vocabulary-tables.js'
import { Vocabulary } from '../segment/words/vocabulary.js'
import { answerQuestions } from '../threads/answering.js'

// A thread that `parallel-builder.ts` starts: it reads batches of articles, and later indexes ranges of all of them.

/** It tells how many more articles are indexed. */
export interface ReadingWork {
  readonly question: ReadingQuestion
  readonly answer: { readonly batch: ReadBatch } | { readonly postings: PostingTables }
  readonly note: number
}

type ReadingQuestion =
  | { readonly kind: 'read'; readonly articles: readonly SourceArticle[] }
  | { readonly kind: 'index'; readonly range: ArticleRange; readonly of: IndexedTables }

/** What ranges are indexed of, in shared memory. */
interface IndexedTables {
  readonly positions: Pick<PositionTables, 'first' | 'text' | 'words'>
  readonly averages: FieldLengths
  readonly words: VocabularyTables
}

const models = loadModels()

answerQuestions<ReadingWork>(() => {
  /** Its words are not needed any more when all articles are read. */
  let reader: BatchReader | undefined
  return async (question, tell) => {
    if (question.kind === 'read') {
      reader ??= new BatchReader(models)
      return { batch: reader.read(question.articles) }
    }
    reader = undefined
    const { positions, averages, words } = question.of
    const source = { positions, averages, words: new Vocabulary(words, models) }
    return { postings: await indexRange(source, question.range, tell) }
  }
})
