import { isRole, roleOf } from '../../entities/role-nouns.js'
import type { Prose, TokenRange } from '../prose.js'
import type { Scene, SourcePhrase } from '../speakers/source.js'
import { FINITE, isFinite } from '../words/function-words.js'

/** So many words may stand before the colon. */
const LONGEST_LABEL = 3
const LONGEST_LEAD = 16
/** Who speaks of themselves behind the colon. */
const FIRST_PERSON = /^(?:jeg|eg|vi|me)$/

/**
 * Where what is said begins in a sentence with its speaker behind it: all of the sentence, but for who it is about and
 * a colon, or for how the writer leads up to the speaker's own words.
 *
 *     Venstre: | Skolen trenger flere lærere, mener Guri Melby.     Det er klart: Vi må handle, sier hun. → all
 *     Egeland var i Rafah: | Jeg har aldri sett noe lignende, sier han.
 *
 * @returns an offset
 */
export const statementStart = (scene: Scene, sentence: TokenRange, source: SourcePhrase): number => {
  const colon = colonIn(scene, sentence)
  const isApart =
    colon !== undefined && (isLabel(scene, sentence, colon) || isLead(scene, sentence, colon, source))
  return isApart ? scene.prose.start(colon) : behindTime(scene.prose.text, sentence)
}

/** The time of day that an entry of a live report begins with: `12.41 – | Strømmen er borte`, `Kl. 9.05: | …`. */
const TIME = /^(?:kl\. )?\d{1,2}[.:]\d{2}(?: ?[–—:-])? +(?=\p{Lu})/iu

const behindTime = (text: string, { start }: TokenRange): number => {
  const time = start === 0 || text[start - 1] === '\n' ? TIME.exec(text.slice(start, start + 16)) : null
  return start + (time?.[0].length ?? 0)
}

/** The token behind the first colon, where it begins with a capital. */
const colonIn = ({ prose }: Scene, { from, to }: TokenRange): number | undefined => {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_LEAD + 1); at++)
    if (/^[»”")]?:\s$/.test(prose.gap(at))) return prose.isCapital(at) ? at : undefined
  return undefined
}

/** A name or a role and nothing else. */
const isLabel = ({ prose, names }: Scene, { from }: TokenRange, colon: number): boolean => {
  if (names.at(from)?.to === colon) return true
  const last = prose.word(colon - 1)
  return colon - from <= LONGEST_LABEL && (isRole(last) || roleOf(last) !== undefined)
}

/** What the writer tells of the one who then says `jeg` or `vi`. */
const isLead = (
  { prose, names }: Scene,
  { from }: TokenRange,
  colon: number,
  source: SourcePhrase
): boolean => {
  if (!FIRST_PERSON.test(prose.word(colon))) return false
  const name = names.before(from, colon)
  const isSpeaker = source.kind === 'pronoun' || (source.kind === 'name' && source.name.key === name?.key)
  return name !== undefined && isSpeaker && hasVerb(prose, name.to, colon)
}

const hasVerb = (prose: Prose, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (FINITE.has(prose.word(at)) || isFinite(prose.word(at))) return true
  return false
}
