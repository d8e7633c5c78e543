import { FINITE } from '../words/function-words.js'
import { isDefinite } from '../speakers/roles.js'
import type { Scene } from '../speakers/scene.js'
import { wordList } from '../words/word-list.js'

/** What the subject of a clause may begin with. */
const SUBJECTS = wordList(`
  han hun ho de dei det den dette denne disse desse man ein en vi jeg eg alle mange noen nokon ingen
`)

/** So far the verb stands from the beginning of its clause. */
const REACH = 6

/**
 * Does a clause with subject and verb begin at the token: `| det er feil`, `| regjeringen må innse`?
 * `| alvor`, `| historien om bonden som er` do not.
 */
export const startsClause = ({ prose, names }: Scene, from: number, limit: number): boolean => {
  const first = prose.word(from)
  const name = names.at(from)
  const isOwner = first.length > 4 && first.endsWith('s')
  if (!SUBJECTS.has(first) && !isDefinite(first) && !isOwner && name === undefined && !/^\d/.test(first))
    return false
  if (!prose.follows(from)) return false
  for (let at = name?.to ?? from + 1; at < Math.min(limit, from + REACH) && prose.follows(at); at++) {
    if (FINITE.has(prose.word(at))) return true
    if (/^(?:om|som|til|at|å)$/.test(prose.word(at))) return false
  }
  return false
}
