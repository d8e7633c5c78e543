import { isRole, roleOf } from '../../entities/role-nouns.js'
import { isRoleAdjective } from '../../entities/role-words.js'
import type { Prose } from '../prose.js'
import { isFeeling } from '../words/feelings.js'
import { PREPOSITIONS } from '../words/function-words.js'
import type { Name } from './names.js'
import { endsInGenitive, type Scene } from './source.js'

/** So many words a title and a name may have before the verb. */
const TITLE = 9

interface Clause {
  readonly from: number
  readonly to: number
}

/** Who a clause begins with, as its subject: `Leder av Ottar | Kari Moe | sier`, not `Kari Moes far sier`. */
export const subjectOf = (scene: Scene, { from, to }: Clause): Name | undefined => {
  const name = firstName(scene, from, Math.min(from + TITLE, to))
  return name !== undefined && isSubject(scene.prose, name) ? name : undefined
}

/** The name that a clause begins with, past a title and where that is held. */
const firstName = ({ prose, names }: Scene, from: number, limit: number): Name | undefined => {
  for (let at = from; at < limit;) {
    const name = names.at(at)
    const isHeldAt = at > from + 1 && name?.isPerson === false && PREPOSITIONS.has(prose.word(at - 1))
    if (name !== undefined && !isHeldAt) return name
    const word = prose.word(at)
    const isTitle =
      isRole(word) ||
      isRoleAdjective(word) ||
      roleOf(word) !== undefined ||
      (at > from ? PREPOSITIONS.has(word) : isBeforeName({ prose, names }, at))
    if (!isHeldAt && !isTitle) return undefined
    at = name?.to ?? at + 1
  }
  return undefined
}

/** `Også | Kari Moe`, `Oslos | Kari Moe` */
const isBeforeName = ({ prose, names }: Scene, at: number): boolean =>
  !PREPOSITIONS.has(prose.word(at)) && prose.follows(at + 1) && names.at(at + 1) !== undefined

/** The name and its verb, and no genitive: `Kari Moe | sier`, not `Kari Moes | far`, `Kari Moe | og`. */
const isSubject = (prose: Prose, { to }: Name): boolean =>
  !endsInGenitive(prose.word(to - 1)) &&
  prose.word(to) !== 'og' &&
  (prose.follows(to) || /^(?: \(|,)/.test(prose.gap(to)))

/** So far behind a name its verb may stand, and what it feels behind that. */
const REACH = 8
/** `er ikke | imponert`, `er langt fra | fornøyd` */
const BETWEEN = 4
const REACTION =
  /^(?:reagerer|reagerte|reagerar|protesterer|protesterte|protesterar|raser|raste|rasar|etterlyser|etterlyste)$/

/** Does a sentence tell what its subject thinks, who then speaks: `Per Lie i KS | er ikke enig`? */
export const takesStance = (prose: Prose, { to }: Name, limit: number): boolean => {
  for (let at = to; at < Math.min(limit, to + REACH); at++) {
    if (REACTION.test(prose.word(at))) return true
    if (!/^(?:er|var)$/.test(prose.word(at))) continue
    for (let next = at + 1; next < Math.min(limit, at + BETWEEN); next++)
      if (isFeeling(prose.word(next))) return true
    return false
  }
  return false
}
