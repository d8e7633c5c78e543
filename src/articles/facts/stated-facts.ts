import { FIELDS, type FieldKey } from '../../fields.js'
import type { Notice, SourceArticle } from '../article.js'
import { idFromPath } from '../article-id.js'
import { NoArticle, Refusal, Withheld } from '../refusal.js'
import { isoDate } from './dates.js'
import { FACT_KEYS, plainKey, STANDARD_NAMES, type FactName, type FactNames } from './fact-names.js'
import {
  aliases,
  date,
  id,
  isWebAddress,
  keywords,
  language,
  people,
  texts,
  truth,
  url,
  words,
  type ValueReader
} from './values.js'
import { shownUntil } from './visibility.js'

/** The facts that a file states, under the names of `SourceArticle`; each one is there only where it is stated. */
export type StatedFacts = Partial<Omit<SourceArticle, 'text' | 'origin'>>

export interface Stated {
  readonly facts: StatedFacts
  /** Keys that are ignored. */
  readonly unknownKeys: readonly string[]
  /** Facts that were left out since they make no sense. */
  readonly notices: readonly Notice[]
  /** When the article expires, in milliseconds since 1970; absent where it does not. */
  readonly shownUntil?: number
}

/** The keys that files may state facts under, as the documents write them. */
export const KNOWN_KEYS: readonly string[] = [...new Set(Object.values(FACT_KEYS).flat())]

const LISTED = Object.fromEntries(
  FIELDS.map(({ key, isList, schemaOrg }) => [
    key,
    isList ? ((schemaOrg.type as string) === 'Person' ? people : keywords) : words
  ])
) as Readonly<Record<FieldKey, ValueReader<unknown>>>

/** `published: true` says that it is, and not when. */
const dateNotFlag: ValueReader<string> = (stated) => (truth(stated) === undefined ? date(stated) : undefined)

const READERS: Readonly<Record<keyof StatedFacts, ValueReader<unknown>>> = {
  id,
  title: words,
  publishedAt: dateNotFlag,
  ...LISTED,
  facets: texts,
  url,
  aliases,
  language
}

/** Groups of facts in the front matter of Hugo and Zola, and in JSON-LD; their keys count like those beside them. */
const GROUPS = new Set(['params', 'taxonomies', 'extra'])

interface StatedValue {
  readonly key: string
  readonly value: unknown
  readonly rank: number
  /** The facet of the user's own that it belongs to. */
  readonly facet?: string
}

interface Reading {
  /** Told where a key has a line of its own. */
  readonly lineOf?: (key: string) => number | undefined
  /** Keys that state facts; those of `FACT_KEYS` unless the user has others. */
  readonly names?: FactNames | undefined
}

/**
 * What front matter and records may state about an article, beside its text. Other keys are ignored: people have their
 * own. A value that makes no sense costs its fact and nothing else.
 *
 * @param record what the file states, with the file's own keys
 * @throws {Withheld} where it says that the article is not to be shown, or not now
 */
export const parseFacts = (record: object, { lineOf, names = STANDARD_NAMES }: Reading = {}): Stated => {
  const { values, unknownKeys } = sortValues(record, names)
  const valuesOf = (fact: FactName): readonly StatedValue[] => values.get(fact) ?? []
  const until = shownUntil((fact) => valuesOf(fact).map(({ value }) => value))
  const notices: Notice[] = []
  const entries = (Object.keys(READERS) as (keyof StatedFacts)[]).map((fact) => {
    const found = readValues(READERS[fact], valuesOf(fact), fact === 'tags' || fact === 'facets')
    for (const { key, reason } of found.wrong) {
      notices.push({ kind: 'fact', reason: `\`${key}\` ${reason}: it is left out`, line: lineOf?.(key) })
    }
    return [fact, found.value] as const
  })
  const facts = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as StatedFacts
  return {
    facts: withSourceAddress(facts),
    unknownKeys,
    notices,
    ...(until !== undefined && { shownUntil: until })
  }
}

const sortValues = (
  record: object,
  names: FactNames
): { values: Map<FactName, StatedValue[]>; unknownKeys: string[] } => {
  const values = new Map<FactName, StatedValue[]>()
  const unknownKeys: string[] = []
  const add = (key: string, value: unknown): void => {
    const plain = plainKey(key)
    // A text beside the one that was taken says nothing more.
    const known = names.get(plain)?.filter(({ fact }) => fact !== 'text' && fact !== 'lead') ?? []
    if (known.length === 0) {
      if (GROUPS.has(plain) && typeof value === 'object' && value !== null && !Array.isArray(value))
        for (const [inner, each] of Object.entries(value)) add(inner, each)
      else unknownKeys.push(key)
      return
    }
    for (const { fact, ...named } of known)
      values.set(fact, [...(values.get(fact) ?? []), { key, value, ...named }])
  }
  for (const [key, value] of Object.entries(record)) add(key, value)
  for (const stated of values.values()) stated.sort((a, b) => a.rank - b.rank)
  return { values, unknownKeys }
}

/** The first value that says something, or all of them together; and those before it that make no sense. */
const readValues = (
  read: ValueReader<unknown>,
  stated: readonly StatedValue[],
  joins: boolean
): { value?: unknown; wrong: readonly { key: string; reason: string }[] } => {
  const wrong: { key: string; reason: string }[] = []
  const found: unknown[] = []
  for (const { key, value, facet } of stated) {
    try {
      const fact = read(value)
      if (fact === undefined) continue
      found.push(facet === undefined ? fact : (fact as readonly string[]).map((each) => `${facet}:${each}`))
      if (!joins) break
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      wrong.push({ key, reason: error.reason })
    }
  }
  return { value: joins && found.length > 0 ? read(found) : found[0], wrong }
}

/** Obsidian's clipper states under `source` where a page was clipped from. */
const withSourceAddress = (facts: StatedFacts): StatedFacts => {
  if (facts.source === undefined || !isWebAddress(facts.source)) return facts
  const { source, ...others } = facts
  return { url: source, ...others }
}

/**
 * The article of a text and the facts stated about it.
 *
 * @param path made into the id where the facts state none, as `idFromPath` does
 * @throws {Refusal} where the text is empty
 * @throws {NoArticle} where it is that of a section's page
 * @throws {Withheld} in Jekyll's folder of drafts
 */
export const sourceArticle = (path: string, facts: StatedFacts, text: string): SourceArticle => {
  if (/(?:^|\/)_drafts\//.test(path))
    throw new Withheld('It is a draft, by the folder `_drafts`: move it to serve it')
  if (text.trim() === '') {
    if (SECTION_PAGE.test(path))
      throw new NoArticle('It is the page of a section, which has no text of its own')
    throw new Refusal(EMPTY_TEXT)
  }
  return { ...datedByName(path), ...facts, id: facts.id ?? idFromPath(path), text }
}

export const EMPTY_TEXT = 'The text is empty: write it, or remove the article'

/** Hugo and Zola name so the page that lists a folder, also with a language: `nyheter/_index.nn`. */
const SECTION_PAGE = /(?:^|\/)_index(?:\.[\w-]+)?$/

/** Jekyll and Docusaurus state in a post's name when it was published: `_posts/2019-11-28-leder`. */
const datedByName = (path: string): Pick<StatedFacts, 'publishedAt'> => {
  const day = /(?:^|\/)(?:_posts|blog)\/(?:[^/]+\/)*?(\d{4}-\d{2}-\d{2})-[^/]+(?:\/index)?$/.exec(path)?.[1]
  const publishedAt = day === undefined ? undefined : isoDate(day)
  return publishedAt === undefined ? {} : { publishedAt }
}
