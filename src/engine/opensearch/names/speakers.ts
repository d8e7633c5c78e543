import { parseQuery } from '../../../query/language/parser.js'
import { queryAnswer } from '../../memory/query-answer.js'
import type { QueriedPage, Speaker, SpeakersRequest } from '../../questions.js'
import { lookupIn, planQuery, type Served } from '../planning/planning.js'
import { matchingQuery } from '../searching/search.js'
import { countSpeakers, type SpeakerCount } from './count-entities.js'
import { byMentions } from './name-lookup.js'
import { namesIn } from './names-not-ready.js'

/** Who is quoted in the articles that match, those with most quotes (or articles) first. @throws {EngineError} */
export const listSpeakers = async (
  served: Served,
  request: SpeakersRequest
): Promise<QueriedPage<Speaker>> => {
  const lookup = lookupIn(served)
  namesIn(lookup)
  const planned = await planQuery(served, lookup, parseQuery(request.q), request)
  const { query, relaxed } = await matchingQuery(served, planned, request)
  const { type, sort, minConfidence, offset, size } = request
  const counted = await countSpeakers(query, { served, lookup, minConfidence })
  const quotesOf = ({ direct, reported }: SpeakerCount): number => direct + reported
  const articlesOf = ({ articles }: SpeakerCount): number => articles
  const [first, second] = sort === 'quotes' ? [quotesOf, articlesOf] : [articlesOf, quotesOf]
  const speakers = counted
    .filter(({ row }) => type?.includes(row.type) ?? true)
    .sort((a, b) => first(b) - first(a) || second(b) - second(a) || byMentions(a.row, b.row))
  const items = speakers.slice(offset, offset + size).map((one) => ({
    ...{ id: one.row.id, type: one.row.type, name: one.row.name },
    ...{ quotes: quotesOf(one), direct: one.direct, reported: one.reported, articles: one.articles }
  }))
  const answer = queryAnswer(planned.generation, planned.plan, request.q, { relaxed })
  return { query: answer, total: speakers.length, items }
}
