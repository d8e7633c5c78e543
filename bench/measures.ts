import { readText } from '../src/analysis/text/reading.js'
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

/** Passages as items of their own, and the passages that have some ids. */
interface Passages {
  readonly items: readonly Item[]
  readonly texts: (ids: readonly string[]) => FoundPassage[]
}

/** The articles cut into passages of whole sentences, for engines that find none themselves: they search these. */
export const passagesOf = (articles: readonly Item[]): Passages => {
  const items: Item[] = []
  const articleOf = new Map<string, FoundPassage>()
  for (const { id: articleId, text } of articles) {
    const { sentences } = readText(text)
    let start = 0
    for (const [i, sentence] of sentences.entries()) {
      if (i === 0) start = sentence.start
      const next = sentences[i + 1]
      if (next !== undefined && next.end - start <= PASSAGE_LENGTH) continue
      const passage = { id: `${articleId}-${items.length}`, text: text.slice(start, sentence.end) }
      items.push(passage)
      articleOf.set(passage.id, { articleId, text: passage.text })
      start = next?.start ?? start
    }
  }
  return { items, texts: (ids) => ids.map((id) => articleOf.get(id)!) }
}
