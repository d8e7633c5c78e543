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

const parseOwnNames = (
  text: string
): { own: Partial<Record<FactName, string[]>>; wrong: readonly WrongName[] } => {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', stringKeys: true, lineCounter: counter })
  const lineAt = (offset: number): number => counter.linePos(offset).line
  const [error] = document.errors
  if (error)
    return { own: {}, wrong: [{ line: lineAt(error.pos[0]), reason: `This is not valid YAML: ${EXAMPLE}` }] }
  const own: Partial<Record<FactName, string[]>> = {}
  const wrong: WrongName[] = []
  const { contents } = document
  if (contents !== null && !isMap(contents))
    return { own, wrong: [{ reason: `No facts are named: ${EXAMPLE}` }] }
  for (const { key, value } of contents?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : ''
    const fact = factNamed(name)
    const keys = keysOf((value as Node | null)?.toJS(document))
    if (fact === undefined) wrong.push({ line: lineAt((key as Node).range![0]), reason: whyUnknown(name) })
    else if (keys === undefined)
      wrong.push({ line: lineAt((key as Node).range![0]), reason: `\`${name}\` has no key: ${EXAMPLE}` })
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
