import { analyzeText } from '../memory/analyze.js'
import { EngineError, type Answer, type Request, type Verb } from '../engine.js'
import { listArticles, readOneArticle } from './articles.js'
import { listArticlesNaming, listEntities, readOneEntity } from './names/entities.js'
import { drawGraph } from './names/graph.js'
import { findMentions, listMentionsIn } from './names/mentions.js'
import { findQuotes, listQuotesBy, listQuotesIn } from './names/quotes.js'
import { relatedEntities } from './names/related.js'
import { listSpeakers } from './names/speakers.js'
import { lookupIn, overArticles, type Served } from './planning.js'
import { search } from './search.js'
import { listVersions } from './versions.js'
import { findSnippets, findSnippetsIn } from './snippets.js'

type Answers = { readonly [V in Verb]?: (served: Served, request: Request<V>) => Promise<Answer<V>> }

/** The questions that a cluster answers; `docs/scale.md` has the table of what differs. */
const VERBS: Answers = {
  search,
  snippets: findSnippets,
  articleSnippets: findSnippetsIn,
  articles: listArticles,
  versions: listVersions,
  article: readOneArticle,
  entities: listEntities,
  entity: readOneEntity,
  articleEntities: listMentionsIn,
  entityArticles: listArticlesNaming,
  mentions: findMentions,
  related: relatedEntities,
  quotes: findQuotes,
  articleQuotes: listQuotesIn,
  entityQuotes: listQuotesBy,
  speakers: listSpeakers,
  graph: drawGraph,
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
  if (answer === undefined) throw notAnswered(verb)
  return answer(served, request)
}

const notAnswered = (verb: Verb): EngineError =>
  new EngineError(
    'not-answered',
    `The engine on OpenSearch does not answer such questions (${verb}): serve the articles with ENGINE=embedded.`
  )
