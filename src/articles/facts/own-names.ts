import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
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
 * A fact is named by any of the names that files may state it under. A line that is wrong is a problem, and the others
 * hold.
 */
export const readOwnNames = async (folder: string): Promise<OwnNames> => {
  // A folder that cannot be listed is reported where its articles are read.
  const files = await readdir(folder).catch((): string[] => [])
  const misnamed = files.filter((name) => /^fields\.ya?ml$/i.test(name) && name !== NAMES_FILE)
  const problems: ArticleProblem[] = misnamed.map((file) => ({
    file,
    reason: `Names of facts are read from ${NAMES_FILE} alone: name the file ${NAMES_FILE}`
  }))
  if (!files.includes(NAMES_FILE)) return { names: STANDARD_NAMES, problems }
  try {
    const { own, wrong } = parseOwnNames(decodeText(await readFile(join(folder, NAMES_FILE))))
    return {
      names: factNames(own),
      problems: [...problems, ...wrong.map((each) => ({ file: NAMES_FILE, ...each }))]
    }
  } catch (error) {
    const reason = error instanceof Refusal ? error.reason : readFailure(error, 'file')
    return { names: STANDARD_NAMES, problems: [...problems, { file: NAMES_FILE, reason }] }
  }
}

const EXAMPLE = 'write a fact and your key for it, such as `source: departement`'

interface Parsed {
  readonly own: Partial<Record<FactName, string[]>>
  readonly wrong: readonly WrongName[]
}

/** Where the YAML is broken, each key with its lines is read by itself, so that all mistakes are told at once. */
const parseOwnNames = (text: string): Parsed => {
  const whole = parsePart(text, 0)
  if (whole !== undefined) return whole
  const own: Partial<Record<FactName, string[]>> = {}
  const wrong: WrongName[] = []
  for (const part of keysWithLines(text, 0)) {
    const parsed = parsePart(part.text, part.line - 1)
    wrong.push(...(parsed?.wrong ?? [{ line: part.line, reason: `This is not valid YAML: ${EXAMPLE}` }]))
    for (const [fact, keys] of Object.entries(parsed?.own ?? {}) as [FactName, string[]][])
      own[fact] = [...(own[fact] ?? []), ...keys]
  }
  return { own, wrong }
}

/** Undefined where it is no YAML. @param before lines of the file that come before the text */
const parsePart = (text: string, before: number): Parsed | undefined => {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', stringKeys: true, lineCounter: counter })
  if (document.errors.length > 0) return undefined
  const own: Partial<Record<FactName, string[]>> = {}
  const wrong: WrongName[] = []
  const { contents } = document
  if (contents !== null && !isMap(contents))
    return { own, wrong: [{ line: before + 1, reason: `No facts are named: ${EXAMPLE}` }] }
  for (const { key, value } of contents?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : ''
    const line = before + counter.linePos((key as Node).range![0]).line
    const fact = factNamed(name)
    const keys = keysOf((value as Node | null)?.toJS(document))
    if (fact === undefined) wrong.push({ line, reason: whyUnknown(name) })
    else if (keys === undefined) wrong.push({ line, reason: `\`${name}\` has no key: ${EXAMPLE}` })
    else own[fact] = [...(own[fact] ?? []), ...keys]
  }
  return { own, wrong }
}

const FACTS = Object.entries(FACT_KEYS) as [FactName, readonly string[]][]

const factNamed = (name: string): FactName | undefined =>
  FACTS.find(([fact, keys]) => [fact, ...keys].some((key) => plainKey(key) === plainKey(name)))?.[0]

const whyUnknown = (name: string): string => {
  const known = FACTS.map(([, keys]) => keys[0]).join(', ')
  return `There is no fact \`${name}\`: the facts are ${known}`
}

/** Undefined unless the value is a key, or a list of keys. */
const keysOf = (value: unknown): string[] | undefined => {
  const keys = [value].flat()
  return keys.length > 0 && keys.every((key) => typeof key === 'string' && key.trim() !== '')
    ? (keys as string[])
    : undefined
}
