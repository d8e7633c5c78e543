import { z } from 'zod'
import { FIELDS, type FieldKey } from '../../fields.js'
import type { SourceArticle } from '../article.js'
import { idFault, urlSafeId } from '../article-id.js'
import { Refusal } from '../refusal.js'
import { date, id, language, url, wordList, words } from './values.js'

/** The facts that a file states, under the names of `SourceArticle`; each one is there only where it is stated. */
export type StatedFacts = Partial<Omit<SourceArticle, 'text'>>

interface Statement {
  readonly value: z.ZodType
  /** The keys that it may be stated under; the first of them that is stated wins. */
  readonly keys: readonly string[]
  /** Keys that come after those; a wrong value under one of them is ignored. */
  readonly otherKeys?: readonly string[]
}

const LISTED = Object.fromEntries(
  FIELDS.map(({ key, otherKeys, isList }): [string, Statement] => [
    key,
    { value: isList ? wordList : words, keys: [key], otherKeys }
  ])
) as Record<FieldKey, Statement>

/**
 * What front matter and records may state about an article, beside its text. Other keys are ignored: people have their
 * own.
 */
const STATEMENTS: Readonly<Record<keyof StatedFacts, Statement>> = {
  id: { value: id, keys: ['id'] },
  title: { value: words, keys: ['title'] },
  publishedAt: { value: date, keys: ['published', 'publishedAt'] },
  ...LISTED,
  url: { value: url, keys: ['url'] },
  language: { value: language, keys: ['language'] }
}

/** The values by the keys that they are stated under. */
const STATED = z.object(
  Object.fromEntries(
    Object.values(STATEMENTS).flatMap(({ value, keys, otherKeys = [] }) => [
      ...keys.map((key) => [key, value]),
      ...otherKeys.map((key) => [key, value.catch(undefined)])
    ])
  ) as Readonly<Record<string, z.ZodType>>
)

/** The keys that may be stated. */
export const KNOWN_KEYS: readonly string[] = Object.keys(STATED.shape)

export interface Stated {
  readonly facts: StatedFacts
  /** Keys that are ignored. */
  readonly unknownKeys: readonly string[]
}

/**
 * @param record what the file states, with the file's own keys
 * @param lineOf the line of a key, where the record is spread over lines
 * @throws {Refusal} that names every key with a wrong value, with the line of the first one
 */
export const parseFacts = (record: object, lineOf?: (key: string) => number | undefined): Stated => {
  const parsed = STATED.safeParse(record)
  if (parsed.success) {
    const unknownKeys = Object.keys(record).filter((key) => !KNOWN_KEYS.includes(key))
    return { facts: byFact(parsed.data), unknownKeys }
  }
  const faults = parsed.error.issues.map(({ path, message }) => ({ key: String(path[0]), message }))
  const lines = faults.map(({ key }) => lineOf?.(key)).filter((line) => line !== undefined)
  throw new Refusal(
    faults.map(({ key, message }) => `\`${key}\` ${message}`).join('; '),
    lines.length > 0 ? Math.min(...lines) : undefined
  )
}

const byFact = (stated: Readonly<Record<string, unknown>>): StatedFacts =>
  Object.fromEntries(
    Object.entries(STATEMENTS).flatMap(([fact, { keys, otherKeys = [] }]) => {
      const key = [...keys, ...otherKeys].find((one) => stated[one] !== undefined)
      return key === undefined ? [] : [[fact, stated[key]]]
    })
  )

/**
 * The article of a text and the facts stated about it.
 *
 * @param name made into the id where the facts state none
 * @throws {Refusal} where the text is empty, or the name makes no id
 */
export const sourceArticle = (name: string, facts: StatedFacts, text: string): SourceArticle => {
  if (text.trim() === '') throw new Refusal('The text is empty: write it, or remove the article')
  return { ...facts, id: facts.id ?? idFromName(name), text }
}

const idFromName = (name: string): string => {
  const made = urlSafeId(name)
  const fault = idFault(made)
  if (fault)
    throw new Refusal(`The id, made from the file's name, ${fault}: rename the file or state an \`id\``)
  return made
}
