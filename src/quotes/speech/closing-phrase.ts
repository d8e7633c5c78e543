import type { Prose } from '../prose.js'
import { type Scene, type SourcePhrase, sourceAfter } from '../speakers/source.js'
import type { Cue } from './cue.js'
import { wordSet } from '../../structures/word-list.js'

const BEING = /^(?:er|var|lyder|lød|lydde|lyd|heter|heiter)$/
/** What is said, as a noun; compounds end so. */
const SAID =
  /(?:råd(?:et)?|beskjed(?:en)?|budskap(?:et)?|bodskap(?:en)?|svar(?:et)?|kommentar(?:en)?|dom(?:men)?|melding(?:a|en)?|oppfordring(?:a|en)?|oppmoding(?:a|en)?|konklusjon(?:en)?|ord(?:ene|a)?|hilsen(?:en)?|helsing(?:a)?|reaksjon(?:en)?|påstand(?:en)?|forklaring(?:a|en)?|oppsummering(?:a|en)?|vurdering(?:a|en)?|spådom(?:men)?|ønske(?:t)?|krav(?:et)?|løfte(?:t)?|trøst(?:en)?|tips(?:et)?)$/u
const POSSESSIVE = wordSet('hans hennes hennar')
const PRONOUN = wordSet('han hun ho')
const WILLING = /^(?:vil|ville|kan|kunne|rakk|fikk|fekk|har|hadde)$/
/** So many words a phrase may have. */
const LONGEST = 12

/**
 * The phrase that closes speech without a verb of saying, from its verb to the end of the sentence:
 *
 *     –…, er hans klare råd.   –…, er alt hun vil si.   –…, lyder den korte kommentaren fra Kari Moe.
 *     – Slik det er nå, er rådet delt. → undefined
 *
 * @param at token of `er`, `lyder`
 */
export const closingPhrase = (scene: Scene, at: number, limit: number): Cue | undefined => {
  const { prose } = scene
  if (!BEING.test(prose.word(at)) || limit - at > LONGEST || limit - at < 3) return undefined
  if (!/^[»”"]?,\s$|^[?!…][»”"]?,?\s$/.test(prose.gap(at))) return undefined
  const source = willing(scene, at + 1, limit) ?? whose(scene, at + 1, limit)
  return source && { cue: { start: prose.start(at), end: prose.end(at) }, source, to: limit }
}

/** `alt | hun | vil si`, `det eneste | Kari Moe | vil si` */
const willing = (scene: Scene, from: number, limit: number): SourcePhrase | undefined => {
  const { prose } = scene
  if (!/^(?:alt|det)$/.test(prose.word(from))) return undefined
  const next = prose.word(from + 1) === 'eneste' ? from + 2 : from + 1
  const who = prose.word(next) === 'som' ? next + 1 : next
  const source: SourcePhrase | undefined = PRONOUN.has(prose.word(who))
    ? { kind: 'pronoun', from: who, to: who + 1 }
    : sourceAfter(scene, who, limit)
  if (source === undefined || !WILLING.test(prose.word(source.to))) return undefined
  return says(prose, source.to + 1, limit) ? source : undefined
}

/** `si`, `å si`, `sagt`, `si om saken` */
const says = (prose: Prose, at: number, limit: number): boolean => {
  for (let token = at; token < Math.min(limit, at + 3); token++)
    if (/^(?:si|seie|sagt|svare|kommentere)$/.test(prose.word(token))) return true
  return false
}

/** `| hans | klare råd`, `| Moes | råd`, `beskjeden fra | Kari Moe` */
const whose = (scene: Scene, from: number, limit: number): SourcePhrase | undefined => {
  const { prose } = scene
  for (let at = from; at < limit; at++) {
    if (!/^\s$/.test(prose.gap(at))) return undefined
    if (!SAID.test(prose.word(at)) || prose.isCapital(at)) continue
    if (/^fr[aå]$/.test(prose.word(at + 1)))
      return at + 2 < limit ? sourceAfter(scene, at + 2, limit) : undefined
    return at + 1 === limit ? owner(scene, from, at) : undefined
  }
  return undefined
}

const owner = ({ prose, names }: Scene, from: number, noun: number): SourcePhrase | undefined => {
  if (noun === from) return undefined
  if (POSSESSIVE.has(prose.word(from))) return { kind: 'pronoun', from, to: from + 1 }
  const name = names.at(from)
  const isOwner = name !== undefined && name.to <= noun && /s['’]?$/.test(prose.word(name.to - 1))
  return isOwner ? { kind: 'name', name, from, to: name.to } : undefined
}
