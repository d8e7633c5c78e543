import { analyzeText } from '../memory/analyze.js'
import type { Answer, Request, Verb } from '../engine.js'
import { listArticles, readOneArticle } from './articles.js'
import { withoutNames } from './clause-query.js'
import { lookupIn, overArticles, type Served } from './planning.js'
import { search } from './search.js'
import { findSnippets, findSnippetsIn } from './snippets.js'

type Answers = { readonly [V in Verb]?: (served: Served, request: Request<V>) => Promise<Answer<V>> }

/** The questions that a cluster answers; `docs/scale.md` has the table of what differs. */
const VERBS: Answers = {
  search,
  snippets: findSnippets,
  articleSnippets: findSnippetsIn,
  articles: listArticles,
  article: (served, { id }) => readOneArticle(served, id),
  analyze: (served, request) =>
    overArticles(
      served,
      {
        ...{ lookup: lookupIn(served), parsed: { warnings: [] }, articles: [] },
        options: { match: 'auto', compounds: true, variants: true, fuzzy: 'auto' }
      },
      (generation) => analyzeText(generation, request)
    )
}

/** @throws {EngineError} `not-answered`, and what the verb does */
export const answerFrom = async <V extends Verb>(
  served: Served,
  verb: V,
  request: Request<V>
): Promise<Answer<V>> => {
  const answer = VERBS[verb]
  if (answer === undefined) throw withoutNames()
  return answer(served, request)
}
