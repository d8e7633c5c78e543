import type { Plan } from '../../query/planning/plan.js'
import { newestFirst } from '../../ranking/date-order.js'
import type { Generation } from '../../segment/generation.js'
import { selectArticles, type Selection, type SelectionRequest } from './select.js'

export interface Collapsed {
  /** Of each group of copies the newest one. */
  readonly articles: readonly number[]
  /** The others of its group among the articles, newest first. */
  readonly copiesOf: (article: number) => readonly number[]
}

/** Takes articles that are nearly the same text for one, the newest of them. */
export const collapseCopies = ({ segment }: Generation, articles: readonly number[]): Collapsed => {
  const groups = new Map<number, number[]>()
  for (const article of articles) {
    const group = segment.copyGroupOf(article)
    const others = groups.get(group)
    if (others === undefined) groups.set(group, [article])
    else others.push(article)
  }
  const others = new Map<number, readonly number[]>()
  const kept = [...groups.values()].map((group) => {
    const [newest, ...older] = group.sort(newestFirst(segment.facts))
    if (older.length > 0) others.set(newest!, older)
    return newest!
  })
  return { articles: kept.sort((a, b) => a - b), copiesOf: (article) => others.get(article) ?? [] }
}

/** The articles that match and count: with `collapse`, one of those that are nearly the same text. */
export const selectCounted = (
  generation: Generation,
  plan: Plan,
  request: SelectionRequest & { readonly collapse?: boolean | undefined }
): Selection => {
  const selection = selectArticles(generation, plan, request)
  if (request.collapse !== true) return selection
  return { ...selection, articles: collapseCopies(generation, selection.articles).articles }
}
