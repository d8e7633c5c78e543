import { parseFrontMatter } from '../facts/front-matter.js'
import { sourceArticle } from '../facts/stated-facts.js'
import { readText } from '../text/article-text.js'
import type { ArticleFormat } from './format.js'

/** One article: its text as it stands, after the front matter that it may begin with. */
export const plainText: ArticleFormat = {
  read: async function* (file) {
    const { text, notices } = readText(await file.bytes())
    const { facts, body, ...stated } = parseFrontMatter(text, file.names)
    const article = sourceArticle(file.name, facts, body)
    yield { article, ...stated, notices: [...notices, ...stated.notices] }
  }
}
