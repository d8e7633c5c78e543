import { analyzeText } from '../memory/analyze.js'
import type { Answer, Request, Verb } from '../engine.js'
import { findExisting, listArticles, readOneArticle } from './searching/articles.js'
import { listArticlesMentioning, listEntities, readOneEntity } from './names/entities.js'
import { drawGraph } from './names/graph.js'
import { findMentions, listMentionsIn } from './names/mentions.js'
import { findQuotes, listQuotesBy, listQuotesIn } from './names/quotes.js'
import { relatedArticles } from './searching/related-articles.js'
import { suggest } from './searching/suggest.js'
import { relatedEntities } from './names/related.js'
import { listSpeakers } from './names/speakers.js'
import { lookupIn, overArticles, type Served } from './planning/planning.js'
import { search } from './searching/search.js'
import { listVersions } from './searching/versions.js'
import { findSnippets, findSnippetsIn } from './searching/snippets.js'

type VerbTable = { readonly [V in Verb]: (served: Served, request: Request<V>) => Promise<Answer<V>> }

/** The questions that a cluster answers; `docs/scale.md` has the table of what differs. */
const VERBS: VerbTable = {
  search,
  snippets: findSnippets,
  articleSnippets: findSnippetsIn,
  articles: listArticles,
  versions: listVersions,
  article: readOneArticle,
  existingArticles: findExisting,
  entities: listEntities,
  entity: readOneEntity,
  articleEntities: listMentionsIn,
  entityArticles: listArticlesMentioning,
  mentions: findMentions,
  related: relatedEntities,
  quotes: findQuotes,
  articleQuotes: listQuotesIn,
  entityQuotes: listQuotesBy,
  speakers: listSpeakers,
  graph: drawGraph,
  relatedArticles,
  suggest,
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

/** @throws {EngineError} */
export const answerFrom = <V extends Verb>(
  served: Served,
  verb: V,
  request: Request<V>
): Promise<Answer<V>> => VERBS[verb](served, request)
