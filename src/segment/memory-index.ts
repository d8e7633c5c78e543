import { createHash } from 'node:crypto'
import type { Annotations } from './annotations/annotations.js'
import { matchClause } from './match.js'
import type { ImpactReader } from './postings/impacts.js'
import type { Postings } from './postings/postings.js'
import type { SearchIndex } from './search-index.js'

type Parts = Pick<
  SearchIndex,
  'generation' | 'vocabulary' | 'forward' | 'facts' | 'articles' | 'completions'
> & {
  readonly postings: Postings
  readonly impacts: ImpactReader
  readonly annotations?: Annotations
}

/** A generation in memory. Nothing in it changes once it is built. */
export const createMemoryIndex = (all: Parts): SearchIndex => {
  const { postings, impacts, annotations, ...parts } = all
  const { size } = parts.articles
  // Used again for each search: so much memory a search would keep the garbage collector busy.
  const scores = new Float64Array(size)
  const matchable = { ...parts, size, postings, annotations }
  return {
    ...parts,
    size,
    annotations,
    annotated: (made) =>
      createMemoryIndex({ ...all, annotations: made, generation: annotatedName(parts.generation, made) }),
    documentFrequency: (key) => postings.count(key),
    match: (clause) => matchClause(matchable, clause),
    score: (keys) => {
      scores.fill(0)
      for (const { key, weight } of keys)
        postings.forEach(key, (article, impact) => (scores[article]! += weight * impact))
      return scores
    },
    fieldImpacts: (article) => impacts.fieldImpacts(article)
  }
}

const annotatedName = (generation: string, { version }: Annotations): string =>
  createHash('sha256').update(`${generation}\n${version}`).digest('base64url').slice(0, 16)
