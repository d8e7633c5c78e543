import type { Span } from '../../structures/span.js'
import type { ArticleName } from './article-names.js'
import { isInHeading } from './headings.js'
import type { NameLinks } from './name-links.js'
import type { SharedName } from './shared-names.js'

const CERTAINTY = { variant: 0.95, surname: 0.97, firstName: 0.85 } as const

/** How many people with one surname are told apart. */
const MOST = 20

/** A text and where its mentions stand, by their numbers. */
interface Mentioned {
  readonly text: string
  readonly mentions: readonly Span[]
}

/**
 * Joins the names of each person of an article with the full name:
 *
 *     Jan Tore Sanner: Jan Sanner, Sanner, J. T. Sanner     Torstein Tvedt Solberg: Tvedt Solberg, Solberg, Torstein
 *
 * What could be two people's name is given back; `Kari Hansen` and `Ola Hansen` stay two.
 */
export const joinPersonNames = (
  names: Iterable<ArticleName>,
  links: NameLinks,
  article: Mentioned
): SharedName[] => {
  const people = [...names].filter(({ type }) => type === 'person')
  const full = people.filter(({ words }) => words.length > 1)
  const byLast = groupBy(full, ({ words }) => words.at(-1)!)
  joinVariants(full, byLast, links)
  const { shared, others, surnamed } = joinSurnames(people, byLast, links)
  const byFirst = groupBy(full, ({ words }) => words[0]!)
  for (const name of others) {
    const introduced = (byFirst.get(name.words[0]!) ?? []).filter((other) =>
      isIntroduced(name, other, article)
    )
    const owners = heads(introduced, links)
    if (owners.length === 1) links.add(name, owners[0]!, CERTAINTY.firstName)
    if (owners.length > 1) shared.push({ name, owners, surnamed })
  }
  return shared
}

type Grouped = ReadonlyMap<string, readonly ArticleName[]>

const joinVariants = (full: readonly ArticleName[], byLast: Grouped, links: NameLinks): void => {
  const longestFirst = [...full].sort((a, b) => b.words.length - a.words.length)
  for (const name of longestFirst) {
    const longer = (byLast.get(name.words.at(-1)!) ?? []).filter((other) =>
      isVariant(name.words, other.words)
    )
    const owners = heads(longer, links)
    if (owners.length === 1) links.add(name, owners[0]!, CERTAINTY.variant)
  }
}

interface Surnames {
  readonly shared: SharedName[]
  /** Single words that are no surname of the article. */
  readonly others: readonly ArticleName[]
  /** Whom the article calls by the surname alone. */
  readonly surnamed: ReadonlySet<ArticleName>
}

const joinSurnames = (people: readonly ArticleName[], byLast: Grouped, links: NameLinks): Surnames => {
  const shared: SharedName[] = []
  const others: ArticleName[] = []
  const surnamed = new Set<ArticleName>()
  for (const name of people) {
    if (links.has(name)) continue
    const longer = (byLast.get(name.words.at(-1)!) ?? []).filter(({ words }) => endsWith(words, name.words))
    const owners = heads(longer, links)
    const isSingle = name.words.length === 1
    if (owners.length > 1) shared.push({ name, owners })
    else if (owners.length === 1) {
      links.add(name, owners[0]!, CERTAINTY.surname)
      if (isSingle) surnamed.add(owners[0]!)
    } else if (isSingle) others.push(name)
  }
  return { shared, others, surnamed }
}

/** Is it the longer name with words left out or cut to their first letters, the last word being the same? */
const isVariant = (words: readonly string[], longer: readonly string[]): boolean => {
  if (words.length > longer.length || !isSameWord(words[0]!, longer[0]!)) return false
  let at = 0
  for (const word of longer) if (at < words.length && isSameWord(words[at]!, word)) at++
  const isShorter = words.length < longer.length || words.some((word, i) => word !== longer[i])
  return at === words.length && isShorter
}

/** `j` for `jan`. */
const isSameWord = (short: string, long: string): boolean =>
  short === long || (short.length === 1 && long.startsWith(short))

/**
 * A first name alone is somebody else's where the full name comes later, `kong Harald … Harald Eia`, except below a
 * heading: `Gyro vant gull⏎Gyro Dale fra Valle …`.
 */
const isIntroduced = (first: ArticleName, full: ArticleName, { text, mentions }: Mentioned): boolean => {
  const introduced = full.mentions[0]!
  return first.mentions.every((mention) => {
    if (mention > introduced) return true
    const here = mentions[mention]!
    return isInHeading(text, here) && text.slice(here.end, mentions[introduced]!.start).includes('\n')
  })
}

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  end.length < words.length && end.every((word, i) => word === words[words.length - end.length + i])

const heads = (names: readonly ArticleName[], links: NameLinks): ArticleName[] => [
  ...new Set(names.slice(0, MOST).map((name) => links.head(name).to))
]

const groupBy = (
  names: readonly ArticleName[],
  keyOf: (name: ArticleName) => string
): ReadonlyMap<string, ArticleName[]> => {
  const groups = new Map<string, ArticleName[]>()
  for (const name of names) {
    const group = groups.get(keyOf(name))
    if (group === undefined) groups.set(keyOf(name), [name])
    else group.push(name)
  }
  return groups
}
