import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml'
import type { ArticleProblem } from '../article.js'
import { NAMES_FILE } from '../folder/article-file.js'
import { readFailure } from '../folder/read-failure.js'
import { Refusal } from '../refusal.js'
import { decodeText } from '../text/article-text.js'
import {
  FACT_KEYS,
  factNames,
  plainKey,
  STANDARD_NAMES,
  type FactName,
  type FactNames
} from './fact-names.js'
import { keysWithLines } from './front-matter-blocks.js'
import { wordSet } from '../../structures/word-list.js'

interface OwnNames {
  readonly names: FactNames
  readonly problems: readonly ArticleProblem[]
}

interface WrongName {
  readonly reason: string
  readonly line?: number
}

/**
 * Reads under which keys of their own the articles of a folder state facts, from `fields.yaml` beside them:
 *
 *     source: departement
 *     published: [ikrafttredelse, kunngjort]
 *
 *     rettsområde: [rettsområde, rettsomraade]
 *
 * A fact is named by any of the names that files may state it under; any other name is a facet of the user's own. A
 * line that is wrong is a problem, and the others hold.
 */
export const readOwnNames = async (folder: string): Promise<OwnNames> => {
  // A folder that cannot be listed is reported where its articles are read.
  const files = await readdir(folder).catch((): string[] => [])
  const misnamed = files
    .filter((name) => /^fields\.ya?ml$/i.test(name) && name !== NAMES_FILE)
    .map((file): ArticleProblem => ({
      file,
      reason: `Names of facts are read from ${NAMES_FILE} alone: name the file ${NAMES_FILE}`
    }))
  const { names, wrong } = files.includes(NAMES_FILE)
    ? await readNamesFile(folder)
    : { names: STANDARD_NAMES, wrong: [] }
  return { names, problems: [...misnamed, ...wrong].map((problem) => ({ ...problem, kind: 'setting' })) }
}

const readNamesFile = async (
  folder: string
): Promise<Pick<OwnNames, 'names'> & { readonly wrong: readonly ArticleProblem[] }> => {
  try {
    const { own, facets, wrong } = parseOwnNames(decodeText(await readFile(join(folder, NAMES_FILE))))
    return { names: factNames(own, facets), wrong: wrong.map((each) => ({ file: NAMES_FILE, ...each })) }
  } catch (error) {
    const reason = error instanceof Refusal ? error.reason : readFailure(error, 'file')
    return { names: STANDARD_NAMES, wrong: [{ file: NAMES_FILE, reason }] }
  }
}

const EXAMPLE = 'write a fact and your key for it, such as `source: departement`'

/** What `fields.yaml` says, as far as it makes sense. */
class OwnFields {
  readonly own: Partial<Record<FactName, string[]>> = {}
  readonly facets = new Map<string, string[]>()
  readonly wrong: WrongName[] = []

  /** @param value of plain objects, lists and strings */
  state(name: string, value: unknown, line: number): void {
    const fact = factNamed(name)
    if (fact === 'facets' && isRecord(value))
      for (const [facet, keys] of Object.entries(value)) this.addFacet(facet, keysOf(keys), line)
    else if (fact === 'facets') for (const key of keysOf(value) ?? ['']) this.addFacet(key, keysOf(key), line)
    else if (fact === undefined) this.addOther(name, keysOf(value), line)
    else if (keysOf(value) === undefined) this.wrong.push({ line, reason: whyNoKey(name) })
    else this.own[fact] = [...(this.own[fact] ?? []), ...keysOf(value)!]
  }

  /** A name that is no fact is a facet, unless it looks like a slip. */
  private addOther(name: string, keys: string[] | undefined, line: number): void {
    const isItself = keys?.some((key) => plainKey(key) === plainKey(name)) === true
    const meant = isItself ? undefined : ALL_NAMES.find((known) => isSlip(name, known))
    if (meant === undefined) this.addFacet(name, keys, line)
    else this.wrong.push({ line, reason: whyUnknown(name, meant) })
  }

  private addFacet(name: string, keys: string[] | undefined, line: number): void {
    if (keys === undefined) this.wrong.push({ line, reason: whyNoKey(name) })
    else if (!FACET_NAME.test(name) || TAKEN.has(name.toLowerCase()))
      this.wrong.push({ line, reason: whyNoFacet(name) })
    else this.facets.set(name, [...(this.facets.get(name) ?? []), ...keys])
  }
}

/** Where the YAML is broken, each key with its lines is read by itself, so that all mistakes are told at once. */
const parseOwnNames = (text: string): OwnFields => {
  const fields = new OwnFields()
  if (parsePart(text, 0, fields)) return fields
  for (const part of keysWithLines(text, 0))
    if (!parsePart(part.text, part.line - 1, fields))
      fields.wrong.push({ line: part.line, reason: `This is not valid YAML: ${EXAMPLE}` })
  return fields
}

/** @param before lines of the file that come before the text @returns whether it is YAML */
const parsePart = (text: string, before: number, fields: OwnFields): boolean => {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', stringKeys: true, lineCounter: counter })
  if (document.errors.length > 0) return false
  const { contents } = document
  if (contents !== null && !isMap(contents))
    fields.wrong.push({ line: before + 1, reason: `No facts are named: ${EXAMPLE}` })
  else
    for (const { key, value } of contents?.items ?? []) {
      const line = before + counter.linePos((key as Node).range![0]).line
      fields.state(isScalar(key) ? String(key.value) : '', (value as Node | null)?.toJS(document), line)
    }
  return true
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const FACTS = Object.entries(FACT_KEYS) as [FactName, readonly string[]][]
const ALL_NAMES = FACTS.flatMap(([, keys]) => keys)

const factNamed = (name: string): FactName | undefined =>
  FACTS.find(([fact, keys]) => [fact, ...keys].some((key) => plainKey(key) === plainKey(name)))?.[0]

/** Two letters of six may differ, as in `sauce` for `source`. */
const isSlip = (name: string, known: string): boolean => {
  const [a, b] = [plainKey(name), plainKey(known)]
  return distance(a, b) <= Math.min(2, Math.max(a.length, b.length) / 3)
}

/** It is a parameter of a search: `?rettsområde=Havnerett`. */
const FACET_NAME = /^[\p{L}\p{N}_-]{1,40}$/u
/** Facets that every collection has. */
const TAKEN = wordSet('year month person organisation place product event speaker')

const whyNoKey = (name: string): string => `\`${name}\` has no key: ${EXAMPLE}`

const whyNoFacet = (name: string): string =>
  TAKEN.has(name.toLowerCase())
    ? `There is a facet \`${name}\` already: give yours another name`
    : `\`${name}\` is no name of a facet: write letters, digits, - and _ alone, 40 at most`

const whyUnknown = (name: string, meant: string): string => {
  const known = FACTS.map(([, keys]) => keys[0]).join(', ')
  return (
    `There is no fact \`${name}\`: the facts are ${known}. Write \`${meant}\` if that was meant, ` +
    `or \`facets: {${name}: …}\` for a facet of that name`
  )
}

/** Undefined unless the value is a key, or a list of keys. */
const keysOf = (value: unknown): string[] | undefined => {
  const keys = [value].flat()
  return keys.length > 0 && keys.every((key) => typeof key === 'string' && key.trim() !== '')
    ? (keys as string[])
    : undefined
}
