import type { SearchIndex } from '../src/segment/search-index.js'
import { readArticleText } from '../src/snippets/article-text.js'
import type { Question } from '../tools/question.js'
import type { FoundPassage, Item } from './peers/peer.js'

/** UTF-16 code units of a passage. */
export const PASSAGE_LENGTH = 300

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Place of the article that a question is about, from 0; −1 where it is not among those found. */
export const articlePlace = (found: readonly string[], { articleId }: Question): number =>
  found.indexOf(articleId)

/** Place of the first passage of that article that holds the answer. */
export const passagePlace = (found: readonly FoundPassage[], { articleId, answer }: Question): number =>
  found.findIndex(
    (passage) => passage.articleId === articleId && fold(passage.text).includes(fold(answer.text))
  )

/** The articles cut into passages of whole sentences, for engines that find none themselves: they search these. */
export const passagesOf = (
  index: SearchIndex
): { items: readonly Item[]; texts: (ids: readonly string[]) => FoundPassage[] } => {
  const items: Item[] = []
  const articleOf = new Map<string, FoundPassage>()
  for (let article = 0; article < index.size; article++) {
    const { text, sentences } = readArticleText(index, article)
    let start = 0
    for (const [i, sentence] of sentences.entries()) {
      if (i === 0) start = sentence.start
      const next = sentences[i + 1]
      if (next !== undefined && next.end - start <= PASSAGE_LENGTH) continue
      const articleId = index.articles.stated(article).id
      const passage = { id: `${articleId}-${items.length}`, text: text.slice(start, sentence.end) }
      items.push(passage)
      articleOf.set(passage.id, { articleId, text: passage.text })
      start = next?.start ?? start
    }
  }
  return { items, texts: (ids) => ids.map((id) => articleOf.get(id)!) }
}
