import type { Span } from '../../structures/span.js'
import type { NamedMention } from '../mention.js'
import { isSingularRole, isVerbAfter } from '../role-words.js'
import { roleFrom } from './role-spans.js'

/** How far on a pronoun may take the person up. */
const REACH_OF_PRONOUN = 260

const personAfter = (mentions: readonly NamedMention[], i: number): NamedMention | undefined => {
  for (let at = i + 1; at < mentions.length; at++) if (mentions[at]!.type === 'person') return mentions[at]
  return undefined
}

/** What a pronoun in one of the next sentences is said to be: `Hun er rektor`, `blant annet har han vært rektor`. */
const PRONOUN =
  /(?:^|[.!?]["»”]? |\n)(?:(?:Nå|I dag|Tidligere) (?:er|var) (?:han|hun)|(?:Han|Hun|Ho) (?:er|var|ble|har (?:tidligere |også |lenge )?vært)) (?:(?:en|ei|eit|et|også|nå|tidligere) ){0,2}|har (?:han|hun|ho) (?:også )?(?:vært|vore) |(?<=(?:sier|sa|forteller|opplyser|mener|at|fordi|der|mens|medan|da) )(?:han|hun|ho) (?:er|var) (?:(?:en|ei|også|nå) )?/gu
/** A sentence about the person: the rest of that with the name, or one that begins with a pronoun. */
const OWN_SENTENCE = /(?:^|(?<=[.!?]["»”]? |\n)(?:Han|Hun|Ho|Der er han|Der er hun) )[^.!?\n]+/gu
const AS =
  / (?:som|(?:utnevnt|utnemnd|valgt|vald|forfremmet|utdannet|utdanna) til) (?:en |ei |ny |tidligere )?/gu

/** The roles that the text gives a person behind the mention, up to the next person. */
export const rolesFurtherOn = (text: string, mentions: readonly NamedMention[], i: number): Span[] => {
  const { end } = mentions[i]!
  const limit = Math.min(personAfter(mentions, i)?.start ?? text.length, end + REACH_OF_PRONOUN)
  const stretch = text.slice(end, limit)
  const said = Array.from(stretch.matchAll(PRONOUN), ({ 0: lead, index }) => index + lead.length)
  const sentences = / som | til /.test(stretch) ? Array.from(stretch.matchAll(OWN_SENTENCE)) : []
  const as = sentences.flatMap(({ 0: sentence, index }) =>
    Array.from(sentence.matchAll(AS), (found) => index + found.index + found[0].length)
  )
  const roles = [...said, ...as.filter((at) => !isVerb(stretch, at))].flatMap(
    (at) => roleFrom(text, mentions, end + at) ?? []
  )
  const found = epithet(text, { start: end, end: limit }) ?? takenUp(text, { start: end, end: limit })
  const isNotOwn =
    found !== undefined && (isQuoted(text, found.start) || isOfAnother(text, mentions, { role: found, i }))
  const called = isNotOwn ? undefined : found
  return [...roles, ...(called === undefined ? [] : [called])].filter((role) => role.end < limit)
}

/** `som | beskytter hjernecellene`, with an object behind it, `, som | arbeider på`; not `som | leder av laget`. */
const isVerb = (stretch: string, at: number): boolean => {
  const [, word = '', next = ''] = /^(\p{Ll}+) (\p{Ll}+)/u.exec(stretch.slice(at)) ?? []
  if (/^le(?:de|ia)r$/.test(word)) return false
  if (/[ea]r$/.test(word) && stretch.slice(0, at).endsWith(', som ')) return true
  return (
    isVerbAfter(word, 'som') && !/^(?:i|for|av|ved|hos|på|til|og|under|fra|frå|mens|da|når|etter)$/.test(next)
  )
}

/** Does it stand between quotation marks: `skrev at «havet er | hovedpersonen»`? Whoever speaks speaks of others. */
const isQuoted = (text: string, at: number): boolean => {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return (
    Math.max(line.lastIndexOf('«'), line.lastIndexOf('“')) >
    Math.max(line.lastIndexOf('»'), line.lastIndexOf('”'))
  )
}

/** Is somebody else called so in the article: `XXL-sjef Per Lie … Kari Moe … | XXL-sjefen`? */
const isOfAnother = (
  text: string,
  mentions: readonly NamedMention[],
  { role, i }: { readonly role: Span; readonly i: number }
): boolean => {
  const title = `${text.slice(role.start, role.end).replace(/(?:en|a)$/u, '')} `
  const at = title.includes('-') ? text.indexOf(title) : -1
  const holder = at < 0 ? undefined : mentions.find(({ start }) => start === at + title.length)
  const surname = (one: NamedMention): string => one.name.split(' ').at(-1)!
  return holder?.type === 'person' && surname(holder) !== surname(mentions[i]!)
}

/**
 * Nouns that take up whom an article is about, wherever they stand. Not `treneren`, `advokaten`, `ministeren`, who may
 * be somebody else.
 */
const TAKING_UP =
  /(?:stjerne|veteran|vinner|vinnar|spiller|spelar|løper|løpar|proff|spiss|keeper|målvakt|angriper|stopper|hopper|hoppar|syklist|svømmer|bokser|rytter|verdensmester|mester(?=en$)(?<!politimester)|sanger|songar|artist|skuespiller|skodespelar|forfatter|forfattar|regissør|komiker|rapper|musiker|komponist|kunstner|gründer|milliardær|politiker|politikar)(?:en|a|n)$/u
/** `slått | av | vinneren`: who does something to the person is somebody else. */
const BY = /(?:^| )(?:av|enn|bak|foran|mot) $/u
const DEFINITE = /(?<![\p{L}-])(?:\p{Lu}\p{L}*-)?\p{L}\p{Ll}{3,}(?:en|a)(?= \p{Ll}|[.,?!])/gu

/** `journalisten | Kari Moe`, `journalisten, | forfatteren og kritikeren Kari Moe` */
const OWN_NAME = /^(?:(?:,| og) \p{Ll}+)* \p{Lu}/u
/** Another word with a capital than a name: `Ifølge Unge Venstre-lederen`. */
const OPENING = /^(?:Ifølg?je|Ifølge|Til|Med|Av|Mot|For|Fra|Hos|Men|Og|Da|Når|Også|Ved|Om) /u

/** `… De stanset | tysklandsproffen`, in one of the sentences after that with the name. */
const takenUp = (text: string, { start, end }: Span): Span | undefined => {
  const own = /[.!?][»”"]?\s|\n/u.exec(text.slice(start, end))
  if (own === null) return undefined
  const from = start + own.index
  for (const { 0: noun, index } of text.slice(from, end).matchAll(DEFINITE)) {
    const role = { start: from + index, end: from + index + noun.length }
    const isOther =
      BY.test(text.slice(role.start - 5, role.start)) || OWN_NAME.test(text.slice(role.end, role.end + 80))
    if (TAKING_UP.test(noun) && isSingularRole(noun) && !isOther) return role
  }
  return undefined
}

/** After these stands the subject where something else begins the sentence. */
const SUBJECT_AFTER =
  'sier|sa|seier|mener|meiner|forteller|skriver|påpeker|legger|hadde|har|kunne|kan|skal|vil|må|ble|blir|er|var|fikk|tok|svarer|' +
  'opplyser|konstaterer|innrømmer|understreker|avslutter|fortsetter|spør'

/** What begins a sentence or follows a verb, so that the person is the subject: `Sandnes-løperen ledet`. */
const EPITHET = new RegExp(
  String.raw`(?:[.!?]["»”]? |\n|(?<= (?:${SUBJECT_AFTER}) ))` +
    String.raw`(?:(?:Den|den) (?:\p{Ll}+e ){1,2}(\p{Ll}+(?:en|a))|(?:Den \p{Ll}+e )?((?:\p{Lu}[\p{L}\d]+ ){0,2}\p{Lu}[\p{L}\d]*-\p{Ll}+(?:en|a)))(?![\p{L}-])`,
  'gu'
)

/** What a later sentence calls a person: `Den tidligere samferdselsministeren har …`, `sier Sandnes-løperen`. */
const epithet = (text: string, stretch: Span): Span | undefined => {
  if (!/[Dd]en |-/.test(text.slice(stretch.start, stretch.end))) return undefined
  for (const { 0: found, 1: noun, 2: compound, index } of text
    .slice(stretch.start, stretch.end)
    .matchAll(EPITHET)) {
    const role = noun ?? compound ?? ''
    const end = stretch.start + index + found.length
    const isOwnName = OWN_NAME.test(text.slice(end, end + 80)) || OPENING.test(role)
    if (!isOwnName && isSingularRole(role)) return { start: end - role.length, end }
  }
  return undefined
}
