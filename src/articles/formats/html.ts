import { parseFrontMatter } from '../facts/front-matter.js'
import { sourceArticle } from '../facts/stated-facts.js'
import { NoArticle } from '../refusal.js'
import { articleText, readText } from '../text/article-text.js'
import { htmlText } from '../text/html-text.js'
import { withoutTemplateTags } from '../text/template-tags.js'
import type { ArticleFormat } from './format.js'

/**
 * One article: the main text of a page and what its JSON-LD, microdata and meta tags state; or a piece of HTML, which
 * may begin with front matter.
 */
export const html: ArticleFormat = {
  read: async function* (file) {
    const decoded = readText(await file.bytes())
    const { facts, body, unknownKeys, notices } = parseFrontMatter(decoded.text, file.names)
    const isPiece = body !== decoded.text || !/<(?:html|body|!doctype)[\s>]/i.test(body)
    if (isPiece) {
      const text = htmlText(withoutTemplateTags(body))
      if (TEMPLATE.test(body) && (body === decoded.text || text === ''))
        throw new NoArticle('It is a template of a site generator')
      const article = sourceArticle(file.name, { ...headingOf(body), ...facts }, articleText(text))
      yield { article, unknownKeys, notices: [...decoded.notices, ...notices] }
      return
    }
    if (TEMPLATE.test(body)) throw new NoArticle('It is a template of a site generator')
    // Takes a tenth of a second to load, which those with pages pay.
    const { readPage } = await import('./html/page.js')
    const page = readPage(body, file.names)
    const article = sourceArticle(file.name, page.facts, articleText(page.text))
    yield { article, unknownKeys: [], notices: [...decoded.notices, ...page.notices] }
  }
}

/** Tags of Liquid, Jinja, Go and EJS that only a template has. */
const TEMPLATE =
  /\{%-?\s*(?:if|for|include|block|extends|assign|layout|render|capture|unless)\b|\{\{-?\s*(?:define|block|template|partial|range|with|end|content\s*\}|page\.|site\.|\$|\.[A-Z])|<%[-=]/

const headingOf = (body: string): { readonly title?: string } => {
  const [, heading] = /<h1(?:\s[^>]{0,500})?>([^]{1,1000}?)<\/h1>/i.exec(body) ?? []
  const title = heading && htmlText(heading).replace(/\s+/g, ' ')
  return title ? { title } : {}
}
