import { parseFrontMatter } from '../facts/front-matter.js'
import { sourceArticle } from '../facts/stated-facts.js'
import { decodeText } from '../text/article-text.js'
import type { ArticleFormat } from './format.js'

/** One article: its text as it stands, after the front matter that it may begin with. */
export const plainText: ArticleFormat = {
  name: 'text',
  extensions: ['txt'],
  read: async function* (file) {
    const { facts, unknownKeys, body } = parseFrontMatter(decodeText(await file.bytes()))
    yield { article: sourceArticle(file.name, facts, body), unknownKeys }
  }
}
