import { ENTITY_TYPES } from '../entity-type.js'
import type { NameEvidence } from './name-evidence.js'
import { isPerson, slugOf, twinOf } from '../name-key.js'
import { OTHER_SLUGS } from '../standard-names.js'

/**
 * A name of which fewer mentions are people's (or fewer are not) than this share of them all has only been read wrong
 * there.
 */
const READ_WRONG = 0.2

/** In how large a share of its articles a genitive may not look like one. */
const BARE = 0.1

/**
 * A shorter name is a beginning of the longer one only where it stands beside it in so large a share of its articles.
 */
const TOGETHER = 0.5

/** An abbreviation is introduced at least once for so large a share of the articles that do not introduce it. */
const INTRODUCED = 0.05
/**
 * Two letters stand for much: `PP` of another country's party. What they stand for is named in so many articles, or
 * introduced in so large a share of those that have the letters.
 */
const FEW_LETTERS = 2
const OFTEN_NAMED = 3
const MOSTLY_INTRODUCED = 0.3

/** Shorter words have endings like these of their own: `Verden`. */
const LEAST_DEFINITE = 8

/**
 * The name that a name stands for wherever it is used, on the evidence of the whole collection; undefined where it
 * stands for itself.
 *
 *     n/paul-chaffey → p/paul-chaffey     read as an organisation once, as a person else
 *     p/kari-b-moe → p/kari-moe
 *     n/kmd → n/kommunal-og-…             introduced so in most articles that introduce it
 *     n/difis → n/difi                    the genitive
 *     n/equinor-asa → n/equinor      n/rosenborg-ballklub → n/rosenborg
 *     n/noreg → n/norge
 *     n/it-i-praksis-2016 → n/it-i-praksis
 *     n/den-norske-dataforening → n/den-norske-dataforeningen
 *     n/ramboell → n/ramboell-management-consulting   which mostly stands in the same article
 */
export const linkOf = (evidence: NameEvidence, name: number): number | undefined =>
  twin(evidence, name) ??
  initialed(evidence, name) ??
  abbreviated(evidence, name) ??
  genitive(evidence, name) ??
  company(evidence, name) ??
  body(evidence, name) ??
  inOtherStandard(evidence, name) ??
  edition(evidence, name) ??
  definite(evidence, name) ??
  begun(evidence, name)

/** People and others of one name are both kept only where both are well attested, and the name is one word: `Berg`. */
const twin = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  const other = evidence.attested(twinOf(key))
  if (other === undefined) return undefined
  const [own, others] = [evidence.mentions(name), evidence.mentions(other)]
  const isRare = key.includes('-') || own < READ_WRONG * (own + others)
  return isRare && (own < others || (own === others && !isPerson(key))) ? other : undefined
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('')

/**
 * `Kari B. Moe` is Kari Moe, where the collection has no Kari with another initial: who is told apart by it is somebody
 * else.
 */
const initialed = (evidence: NameEvidence, name: number): number | undefined => {
  const [key, first = '', initial = '', last = ''] =
    /^(p\/[^-]{2,})-([a-z])-([^-]{2,})$/.exec(evidence.texts.text(name)) ?? []
  const plain = key === undefined ? undefined : evidence.attested(`${first}-${last}`)
  const isTheOnlyOne = LETTERS.every(
    (letter) => letter === initial || evidence.attested(`${first}-${letter}-${last}`) === undefined
  )
  return isTheOnlyOne ? plain : undefined
}

/** What is introduced in hardly any of the articles that use it is known by itself: `NRK`. */
const abbreviated = (evidence: NameEvidence, name: number): number | undefined => {
  const main = evidence.abbreviations.main(name)
  if (main === undefined || main.articles < INTRODUCED * evidence.articles(name)) return undefined
  const isShort = slugOf(evidence.texts.text(name)).length <= FEW_LETTERS
  const isKnown =
    main.articles > 1 ||
    evidence.articles(main.partner) >= OFTEN_NAMED ||
    main.articles >= MOSTLY_INTRODUCED * (main.articles + evidence.articles(name))
  return isShort && !isKnown ? undefined : isAttested(evidence, main.partner)
}

const isAttested = (evidence: NameEvidence, name: number | undefined): number | undefined =>
  name !== undefined && evidence.articles(name) > 0 ? name : undefined

/**
 * Where the name without the `s` is at least as frequent, and the one with it looks like a genitive almost everywhere.
 */
const genitive = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  if (!key.endsWith('s') || evidence.bare(name) > BARE * evidence.articles(name)) return undefined
  const stem = evidence.attested(key.slice(0, -1).replace(/-$/, ''))
  return stem !== undefined && evidence.articles(stem) >= evidence.articles(name) ? stem : undefined
}

/** Without the legal form of a company, or the end of its domain: `Resett.no`. */
const company = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  const stem = key.replace(/-(?:asa?|sa|ba|ab|oy|inc|ltd|llc|gmbh|plc|no|com)$/, '')
  return isPerson(key) || stem === key ? undefined : evidence.attested(stem)
}

/** What public bodies and clubs have behind or before their names. */
const FORM =
  /-(?:rhf|hf|kf|iks|ballklubb?|fotballklubb|idrettslag|sportsklubb|fotball-elite)$|^(?:sk|fk|if|il|bk|tif|ik|fc)-/

/**
 * A body or a club without its form, where the short name is not a place's: `Helse Vest RHF`, `SK Brann`; the town of
 * Molde is not `Molde Fotballklubb`.
 */
const body = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  const stem = slugOf(key).replace(FORM, '')
  if (isPerson(key) || stem === slugOf(key) || stem === '') return undefined
  const other = evidence.attested(`n/${stem}`)
  if (other === undefined) return undefined
  const [organisations, ...rest] = (['organisation', 'place', 'product', 'event'] as const).map((type) =>
    evidence.types.get(other, ENTITY_TYPES.indexOf(type))
  )
  return rest.every((confidence) => confidence < READ_WRONG * organisations!) ? other : undefined
}

/** A country or a party in the standard that the collection has it in more often: `Noreg`, `Høgre`. */
const inOtherStandard = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  const same = isPerson(key) ? undefined : OTHER_SLUGS.get(slugOf(key))
  const other = same && evidence.attested(`n/${same.slug}`)
  if (other === undefined) return undefined
  const [own, others] = [evidence.articles(name), evidence.articles(other)]
  return others > own || (others === own && same!.isBokmal) ? other : undefined
}

/** Not of events: every year's is another. */
const edition = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  if (isPerson(key) || !/-(?:19|20)\d\d$/.test(key)) return undefined
  const [events = 0, ...others] = ['event', 'organisation', 'place', 'product'].map((type) =>
    evidence.types.get(name, (ENTITY_TYPES as readonly string[]).indexOf(type))
  )
  return others.some((confidence) => confidence > events) ? evidence.attested(key.slice(0, -5)) : undefined
}

/** Do most of its mentions say that it is a place? */
const isPlace = (evidence: NameEvidence, name: number): boolean => {
  const votes = ENTITY_TYPES.map((_, type) => evidence.types.get(name, type))
  return votes.indexOf(Math.max(...votes)) === ENTITY_TYPES.indexOf('place')
}

/**
 * `-foreningen` and `-forening`: the less frequent for the more frequent, the indefinite for the definite. Not of
 * places: the county of Vestland is not Vestlandet.
 */
const definite = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  if (isPerson(key) || slugOf(key).length < LEAST_DEFINITE || isPlace(evidence, name)) return undefined
  const count = evidence.articles(name)
  const longer = ['en', 'et', 'a'].flatMap((ending) => evidence.attested(key + ending) ?? [])
  const shorter = ['en', 'et', 'a'].flatMap((ending) =>
    key.endsWith(ending) ? (evidence.attested(key.slice(0, -ending.length)) ?? []) : []
  )
  return (
    longer.find((other) => evidence.articles(other) >= count) ??
    shorter.find((other) => evidence.articles(other) > count)
  )
}

/** The forms by which a name is known to be whole: `Helse Nord RHF` is not the beginning of `Helse Nord IKT HF`. */
const WHOLE_BY = ['rhf', 'hf', 'as', 'asa']

const begun = (evidence: NameEvidence, name: number): number | undefined => {
  const key = evidence.texts.text(name)
  if (WHOLE_BY.some((form) => evidence.attested(`${key}-${form}`) !== undefined)) return undefined
  const main = evidence.beginnings.main(name)
  return main !== undefined && main.articles >= TOGETHER * evidence.articles(name)
    ? isAttested(evidence, main.partner)
    : undefined
}
