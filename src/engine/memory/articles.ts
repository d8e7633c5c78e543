import { filterArticles } from '../../query/selection/filter.js'
import { sortByDate } from '../../ranking/date-order.js'
import type { Generation } from '../../segment/generation.js'
import type { Article, ArticlesRequest, Page } from '../questions.js'

/** The articles that pass the filter, by date. @param isKept leaves out further ones */
export const listArticles = (
  generation: Generation,
  { filter, sort, offset, size }: ArticlesRequest,
  isKept: (article: number) => boolean = () => true
): Page<Article> => {
  const { articles: store, facts, ...segment } = generation.segment
  const articles = filterArticles(generation, segment.all().toArray(), filter).filter(isKept)
  const page = sortByDate(facts, articles, { sort, offset, count: offset + size })
  return { total: articles.length, items: page.map((article) => store.article(article)) }
}
