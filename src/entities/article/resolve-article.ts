import type { NamedMention, RecognisedMention } from '../mention.js'
import { slug } from '../slug.js'
import type { ArticleEntities } from './article-entities.js'
import { addCredits, outsideCredits, typeGuesses } from '../credits/add-credits.js'
import { findCredits } from '../credits/find-credits.js'
import { type ShortName, abbreviationsIn, beginningsIn, ownAbbreviation } from './short-names.js'
import { quotedVesselName } from './regular-kinds.js'
import { StateBodies } from './state-bodies.js'
import { correct } from './corrections.js'
import { type ArticleName, commonType, namesOf } from './article-names.js'
import { joinMisspellings } from './misspellings.js'
import { NameLinks } from './name-links.js'
import { isBeforeWord } from './before-word.js'
import { nominativeNames, withoutGenitive } from './written-names.js'
import { agencyName, isPartyLetters, partyName } from './parties.js'
import { joinShorterNames } from './shorter-names.js'
import { joinPersonNames } from './person-names.js'
import { relatives } from './relatives.js'
import { type SharedName, SharedNames } from './shared-names.js'
import type { Span } from '../../structures/span.js'
import { isCommonGivenName } from '../given-names.js'
import { isKnownByGivenName, reigningNames } from './regents.js'
import { rolesAt } from './roles.js'

/**
 * What names that were found in an article mean there. A pure function of its arguments.
 *
 * @param separate names that stand for no other, by `nameKey`
 */
export const resolveArticle = (
  text: string,
  found: readonly RecognisedMention[],
  separate: ReadonlySet<string> = new Set()
): ArticleEntities => {
  const people = found.filter(({ type }) => type === 'person')
  const credits = typeGuesses(findCredits(text, people), found)
  return addCredits(text, resolve(text, outsideCredits(correct(text, found), credits), separate), credits)
}

const resolve = (
  text: string,
  recognised: readonly RecognisedMention[],
  separate: ReadonlySet<string>
): ArticleEntities => {
  const nominatives = nominativeNames(text, recognised)
  const named = recognised.flatMap((mention, i) => {
    const name = nominatives[i]
    return name === undefined ? [] : { ...mention, name }
  })
  const own = named.map((mention, i) => longName(text, mention, named[i - 1]))
  const bodies = new StateBodies(text)
  const mentions = named.map((mention, i) => ({
    ...mention,
    name:
      agencyName(text, mention) ??
      own[i]?.long ??
      quotedVesselName(text, mention) ??
      bodies.nameOf(mention) ??
      mention.name
  }))
  const names = namesOf(mentions)
  const links = new NameLinks(new Set([...separate, ...reigningNames(text, mentions)]))
  const abbreviations = [
    ...own.filter((one) => one !== undefined),
    ...abbreviationsIn(text, mentions, names.values())
  ]
  for (const { short, long } of abbreviations) {
    const [from, to] = [names.get(slug(short)), names.get(slug(long))]
    if (from !== undefined && to !== undefined) links.add(from, to, 0.97)
  }
  joinShorterNames(text, names.values(), links)
  joinMisspellings(names.values(), links)
  const shared = joinPersonNames(names.values(), links, { text, mentions })
  const meant = meanings(text, mentions, { names, links, shared })
  return {
    ...divide(text, mentions, named, meant),
    abbreviations: abbreviations.filter((one) => !isPartyLetters(one)),
    beginnings: beginningsIn([...names.values()].filter((name) => !links.has(name)))
  }
}

/** The long name of what a mention calls by a short one, or by both. */
const longName = (
  text: string,
  mention: NamedMention,
  before: NamedMention | undefined
): ShortName | undefined => {
  const party = partyName(text, mention, before)
  if (party !== undefined) return { short: mention.name, long: party }
  return mention.type === 'person' ? undefined : ownAbbreviation(mention.name)
}

interface Meaning {
  readonly name: ArticleName
  readonly certainty: number
  readonly isGuess?: true
}

interface NamesOfArticle {
  readonly names: ReadonlyMap<string, ArticleName>
  readonly links: NameLinks
  readonly shared: readonly SharedName[]
}

/** The name that each mention stands for. */
const meanings = (
  text: string,
  mentions: readonly NamedMention[],
  { names, links, shared }: NamesOfArticle
): Meaning[] => {
  const heads = mentions.map(({ name }) => links.head(names.get(slug(name))!))
  const sharedNames = new SharedNames(
    text,
    shared.map(({ name, owners, surnamed }) => ({
      name,
      owners: [...headsOf(owners, links)],
      surnamed: headsOf(surnamed ?? [], links)
    })),
    mentions,
    heads.map(({ to }) => to)
  )
  const family = relatives(text, mentions)
  return heads.map(({ to, certainty }, i) => {
    const relative = family.get(i)
    if (relative !== undefined) return { name: heads[relative]!.to, certainty: certainty * TOLD_APART }
    if (family.has(i)) return { name: names.get(slug(mentions[i]!.name))!, certainty, isGuess: true }
    if (isPlaceOfPersonsName(mentions[i]!, to))
      return { name: names.get(slug(mentions[i]!.name))!, certainty }
    if (!sharedNames.has(to)) return { name: to, certainty }
    const meant = sharedNames.meaning(to, i)
    return meant === undefined
      ? { name: to, certainty, isGuess: true }
      : { name: meant, certainty: certainty * TOLD_APART }
  })
}

/** `på garden | Moe`, where the article calls Kari Moe so too. */
const isPlaceOfPersonsName = (mention: NamedMention, meant: ArticleName): boolean =>
  mention.type === 'place' &&
  mention.confidence >= SURE_PLACE &&
  meant.type === 'person' &&
  meant.slug !== slug(mention.name)

const SURE_PLACE = 0.85

const headsOf = (names: Iterable<ArticleName>, links: NameLinks): ReadonlySet<ArticleName> =>
  new Set(Array.from(names, (name) => links.head(name).to))

/** What the article shows of a name that several of its people share is so sure. */
const TOLD_APART = 0.8

const divide = (
  text: string,
  mentions: readonly NamedMention[],
  written: readonly NamedMention[],
  meant: readonly Meaning[]
): Pick<ArticleEntities, 'entities' | 'mentions'> => {
  const groups = new Map<ArticleName, number[]>()
  meant.forEach(({ name }, i) => {
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [i])
    else group.push(i)
  })
  const heads = [...groups.keys()]
  const numbers = new Map(heads.map((head, number) => [head, number]))
  const entities = Array.from(groups, ([{ slug, name }, group]) => {
    const type = commonType(group.map((i) => mentions[i]!))
    const isOfArticle =
      type === 'person' &&
      (group.every((i) => meant[i]!.isGuess) ||
        (isCommonGivenName(name.toLowerCase()) && !group.some((i) => isKnownByGivenName(text, mentions[i]!))))
    return {
      slug,
      name,
      type,
      mayBeGenitive: group.every((i) => mayBeGenitive(text, mentions[i]!)),
      ...(isOfArticle && { isOfArticle: true as const })
    }
  })
  const roles = shareRoles(groups, (i) =>
    entities[numbers.get(meant[i]!.name)!]!.type === 'person' ? rolesAt(text, mentions, i) : []
  )
  return {
    entities,
    mentions: written.map((mention, i) => {
      const entity = numbers.get(meant[i]!.name)!
      const role = roles.get(i)
      return {
        ...mention,
        entity,
        confidence: mention.confidence * meant[i]!.certainty,
        ...(meant[i]!.isGuess && { isGuess: true as const }),
        ...(role !== undefined && { role })
      }
    })
  }
}

/** `Difis regi`; not `ICES kjem`, nor `ICES rapport`: behind capitals the ending is in small letters. */
const mayBeGenitive = (text: string, { start, end }: Span): boolean =>
  isBeforeWord(text, end) && withoutGenitive(text.slice(start, end)) !== undefined

/**
 * A role for each mention that has any: its own, or one that another mention of the person has besides its own, as
 * `advokat Kari Moe er leder av utvalget` has two.
 */
const shareRoles = (
  groups: ReadonlyMap<ArticleName, readonly number[]>,
  rolesOf: (mention: number) => readonly Span[]
): ReadonlyMap<number, Span> => {
  const shared = new Map<number, Span>()
  for (const group of groups.values()) {
    const taken = new Set<number>()
    const spare: Span[] = []
    for (const mention of group) {
      const [own, ...others] = rolesOf(mention).filter(({ start }) => !taken.has(start))
      if (own !== undefined) shared.set(mention, own)
      for (const role of own === undefined ? [] : [own, ...others]) taken.add(role.start)
      spare.push(...others)
    }
    for (const mention of group) {
      const role = shared.has(mention) ? undefined : spare.shift()
      if (role !== undefined) shared.set(mention, role)
    }
  }
  return shared
}
