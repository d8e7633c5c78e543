import type { Finding } from './finding.js'
import type { Paragraph, Prose, TokenRange } from '../prose.js'
import { type Scene, type SourcePhrase, nameSource } from '../speakers/source.js'
import type { Name } from '../speakers/names.js'
import { isRole, roleOf } from '../../entities/role-nouns.js'
import { wordSet } from '../../structures/word-list.js'
import { FINITE, isFinite } from '../words/function-words.js'
import { isFeeling } from '../words/feelings.js'
import { isMedium } from '../words/media.js'
import { takesClause } from '../words/speech-verbs.js'

/** So many words may stand before the colon. */
const LONGEST_SOURCE = 9
const LEAST_WORDS = 2
/** A source without a name has so many words. */
const MOST_WORDS = 3
/** Who speaks without a name: `Italienske medier:`, `Eksperter:`, `Kilder:`. */
const SOURCES =
  /(?:medier|media|kilder|kjelder|ekspert(?:er|ar)?|forsker(?:e|ar)?|forskar(?:ar)?|politiet|rapport|studie|undersøkelse)$/u

/** What stands behind a label and says nothing: `Journalist: | Kari Moe`. */
const ONLY_NAME = /^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3}$/u

const FIRST_PERSON = wordSet('jeg eg vi me meg oss min mitt mine vår vårt våre')

/** What else of a text is told to a reader of its headlines. */
export interface HeadlineOptions {
  /** Is it the first line? */
  readonly isTitle: boolean
  /** Does the text report something else that the bearer of a name says? */
  readonly isHeard: (name: Name) => boolean
}

/**
 * The statement of a headline that names who says it: `Reuters: USA og Kina nær enighet` → USA og Kina nær enighet.
 * What a dash begins is direct speech. Not `MUREN: Prototyper`, `Saken oppdateres: …`, nor a sentence, nor what the
 * text is about: `Hurtigruten: 80 mister jobben`, `Brann: Tre poeng i Molde`.
 */
export const headlineStatement = (
  scene: Scene,
  paragraph: Paragraph,
  options: HeadlineOptions
): Finding[] => {
  const { prose } = scene
  const [line, ...more] = paragraph.sentences
  if (line === undefined || more.length > 0 || /[.!…]$/.test(prose.text.slice(line.start, line.end)))
    return []
  const colon = colonIn(prose, line)
  if (colon === undefined || line.to - colon < LEAST_WORDS) return []
  if (ONLY_NAME.test(prose.text.slice(prose.start(colon), line.end))) return []
  const source = sourceOf(scene, line.from, colon, options.isTitle)
  if (source === undefined) return []
  if (source.kind === 'name' && isTopic(prose, source.name, { from: colon, to: line.to }, options)) return []
  return [{ kind: 'reported', basis: 'headline', start: prose.start(colon), end: line.end, source }]
}

/**
 * Is a name before a colon what the line is about? Media report; others speak where the line is a clause or tells how
 * they feel, and the text has more of what they say, or they say *vi*. A person may say anything who speaks below.
 */
const isTopic = (
  prose: Prose,
  name: Name,
  { from, to }: { readonly from: number; readonly to: number },
  { isHeard }: HeadlineOptions
): boolean => {
  if (isMedium(name.form)) return false
  const words = Array.from({ length: to - from }, (_, i) => prose.word(from + i))
  const isClause = words.some((word) => FINITE.has(word) || isFinite(word) || takesClause(word))
  if (name.isPerson) return !isClause && !isFeeling(words[0]!) && !isHeard(name)
  if (words.some((word) => FIRST_PERSON.has(word))) return false
  return !(isClause || isFeeling(words[0]!)) || !isHeard(name)
}

/** The token after the first colon; none where a quotation mark follows. */
const colonIn = (prose: Prose, { from, to }: TokenRange): number | undefined => {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_SOURCE + 1); at++) {
    if (/^[»”")]?:\s$/.test(prose.gap(at))) return at
    if (/[,;.!?]/.test(prose.gap(at))) return undefined
  }
  return undefined
}

const sourceOf = (scene: Scene, from: number, to: number, isTitle: boolean): SourcePhrase | undefined => {
  const { names, prose } = scene
  const name = names.at(from)
  if (name !== undefined && speaks(prose, name, to, isTitle)) return nameSource(name)
  if (!isTitle || to - from > MOST_WORDS) return undefined
  const last = prose.word(to - 1)
  const isSomebody = SOURCES.test(last) || isRole(last) || roleOf(last) !== undefined
  return isSomebody && !isShouted(prose, to - 1) ? { kind: 'noun', from, to } : undefined
}

/** What may stand between a person and the colon of a title: `Kari Moe (H) om budsjettet:`, `Kari Moe i ny bok:`. */
const ABOUT = /^(?:om|i|på|etter|\p{Lu}+)$/u

const speaks = (prose: Prose, name: Name, to: number, isTitle: boolean): boolean => {
  if (name.to === to) return name.mention !== undefined && (isTitle || !name.isPerson)
  return isTitle && name.isPerson && ABOUT.test(prose.form(name.to))
}

/** Captions begin with a word in capitals. */
const isShouted = (prose: Prose, token: number): boolean => /^\p{Lu}{2,}$/u.test(prose.form(token))
