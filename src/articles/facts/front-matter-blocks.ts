import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { Notice } from '../article.js'
import { plainYaml } from './plain-yaml.js'

/** What stands between the fences of front matter. Lines are 1-based, the opening fence being the first. */
export interface Block {
  readonly record: object
  readonly lineOf?: (key: string) => number | undefined
  /** What could not be read. */
  readonly wrong: readonly Notice[]
}

/** The fence that opens the front matter, before the lines of the block. */
const OPENING_LINE = 1

/** @param key the one that it is of, where that is known */
const brokenYaml = (why: string, line: number, key?: string): Notice => ({
  kind: 'fact',
  reason:
    `This is not valid YAML (${why}), so ${key === undefined ? 'this fact' : `\`${key}\``} is ignored: fix the line, ` +
    'and put a value that holds a colon in quotes',
  line
})

/**
 * Where a part is broken, each key with its lines is read by itself, so that one costs no other.
 *
 * @param before lines of the file that come before the block
 */
export const yamlBlock = (stated: string, before = OPENING_LINE): Block => {
  const plain = plainYaml(stated)
  if (plain) {
    const { record, lines } = plain
    const lineOf = (key: string): number | undefined => {
      const line = lines.get(key)
      return line === undefined ? undefined : line + 1 + before
    }
    return { record, lineOf, wrong: [] }
  }
  // YAML forbids tabs that indent, and people write them.
  const block = stated.replace(/^ *\t[ \t]*/gm, (indent) => indent.replaceAll('\t', '  '))
  const whole = parseYaml(block, before)
  if (whole.wrong.length === 0) return whole
  const record: Record<string, unknown> = {}
  const lines = new Map<string, number>()
  const wrong: Notice[] = []
  for (const part of keysWithLines(block, before)) {
    const { line } = part
    const read = parseKeys(part)
    wrong.push(...read.wrong)
    for (const [key, value] of Object.entries(read.record)) {
      if (lines.has(key)) wrong.push(brokenYaml(`\`${key}\` is stated twice`, line))
      else {
        record[key] = value
        lines.set(key, line)
      }
    }
  }
  // Broken as a whole and not in any part, as an alias to an anchor elsewhere.
  return { record, lineOf: (key) => lines.get(key), wrong: wrong.length > 0 ? wrong : whole.wrong }
}

/** The lines of a key. */
interface KeyLines {
  readonly text: string
  /** The first one's, in the file. */
  readonly line: number
}

const KEY_AND_VALUE = /^\s*[^\s#"':[{\]}-][^:]*:[ \t]+\S/

/** Lines of `key: value` that are indented below another one, which has no place for them, are keys as that one is. */
const keysWithin = ({ text, line }: KeyLines): readonly KeyLines[] | undefined => {
  const each = text.trimEnd().split('\n')
  return each.length > 1 && each.every((one) => KEY_AND_VALUE.test(one))
    ? each.map((one, at) => ({ text: one.trimStart(), line: line + at }))
    : undefined
}

/** A key with its lines, or several that are not parted by their indents. */
const parseKeys = (part: KeyLines): Block => {
  const { text, line } = part
  const [key] = /^[^\s"':]+(?=:)/.exec(text) ?? []
  const read = parseYaml(text, line - 1, key)
  if (read.wrong.length === 0) return read
  const asItStands = plainValue(text)
  if (asItStands !== undefined) return { record: asItStands, wrong: [readAsItStands(line)] }
  const within = keysWithin(part)
  if (within === undefined) return read
  const [first, ...others] = within.map(parseKeys)
  return {
    record: Object.assign({}, ...others.map(({ record }) => record), first!.record) as object,
    wrong: [...first!.wrong, readAtTheMargin(line + 1), ...others.flatMap(({ wrong }) => wrong)]
  }
}

const readAtTheMargin = (line: number): Notice => ({
  kind: 'changed',
  reason:
    'This is not valid YAML, so that the key was read as if it were not indented: begin the line with it',
  line
})

/** A line of a key and a text that YAML forbids and people write: `title: Skolen: ny rektor`. */
const plainValue = (text: string): Record<string, string> | undefined => {
  const [, key, value] = /^([^\s"':[{][^:\n]*):[ \t]+([\p{L}\p{N}@`%][^\n]*?)\s*$/u.exec(text) ?? []
  return key === undefined || value === undefined ? undefined : { [key]: value }
}

const readAsItStands = (line: number): Notice => ({
  kind: 'changed',
  reason: 'This is not valid YAML, so that the value was read as it stands: put it in quotes',
  line
})

/** The lines of each key that stands at the left margin, with those that are indented below it. */
export const keysWithLines = (block: string, before: number): KeyLines[] => {
  const parts: { text: string; line: number }[] = []
  block.split('\n').forEach((text, index) => {
    const last = parts.at(-1)
    if (last === undefined || /^[^\s#\-\]}][^:]*:(?:\s|$)/.test(text))
      parts.push({ text, line: index + 1 + before })
    else last.text += `\n${text}`
  })
  return parts
}

/** @param before lines of the file that come before the text @param key the only one, where that is known */
const parseYaml = (text: string, before: number, key?: string): Block => {
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + before
  const document = parseDocument(text.trimEnd(), {
    // All scalars are strings, so that `2019-11-28` stays as it is written and `007` keeps its zeros.
    schema: 'failsafe',
    customTags: ['null', 'merge'],
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: counter
  })
  const [error] = document.errors
  if (error) return { record: {}, wrong: [brokenYaml(error.message, lineAt(error.pos[0]), key)] }
  try {
    const value: unknown = document.toJS()
    const record = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
    return { record, lineOf: (key) => lineOfKey(document, key, lineAt), wrong: [] }
  } catch (failure) {
    // An alias without an anchor is found only now.
    return { record: {}, wrong: [brokenYaml(messageOf(failure), before, key)] }
  }
}

const lineOfKey = (
  { contents }: Document.Parsed,
  key: string,
  lineAt: (offset: number) => number
): number | undefined => {
  if (!isMap(contents)) return undefined
  const node = contents.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === key)
  return isScalar(node) ? lineAt(node.range[0]) : undefined
}

/** Where the TOML is broken, all lines up to there are read. */
export const tomlBlock = (block: string): Block => {
  const lineOf = (key: string): number | undefined => {
    const index = block.split('\n').findIndex((line) => line.replace(/["'\s]/g, '').startsWith(`${key}=`))
    return index === -1 ? undefined : index + 1 + OPENING_LINE
  }
  try {
    return { record: withTexts(parseToml(block)), lineOf, wrong: [] }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const wrong: Notice = {
      kind: 'fact',
      reason: `The front matter is not valid TOML here, so the facts from here on are ignored: fix the line`,
      line: error.line + OPENING_LINE
    }
    const before = block.split('\n').slice(0, error.line - 1)
    const good = before.length < block.split('\n').length ? tomlBlock(before.join('\n')) : { record: {} }
    return { record: good.record, lineOf, wrong: [wrong] }
  }
}

/** Dates as they are written. */
const withTexts = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      key,
      value instanceof TomlDate ? value.toISOString() : value
    ])
  )

/** An object of JSON between fences. */
export const fencedJsonBlock = (block: string): Block => {
  try {
    const value = JSON.parse(block) as unknown
    return { record: typeof value === 'object' && value !== null ? value : {}, wrong: [] }
  } catch (error) {
    const reason = `The front matter is not valid JSON (${messageOf(error)}), so its facts are ignored: fix it`
    return { record: {}, wrong: [{ kind: 'fact', reason, line: OPENING_LINE }] }
  }
}

/** Eleventy's `---js`. */
export const programBlock = (): Block => ({
  record: {},
  wrong: [
    {
      kind: 'fact',
      reason: 'The front matter is a program, which is not run: state the facts in YAML',
      line: OPENING_LINE
    }
  ]
})

/**
 * Lines of `key: value` without fences, as MkDocs and archives of texts have them, or of Logseq's `key:: value`.
 *
 * @param before lines of the file that come before them
 * @param isFact false for lines that are none
 */
export const headBlock = (
  lines: readonly string[],
  before: number,
  isFact: (line: string) => boolean
): Block => {
  const pairs = lines.map((line) => /^([^:]+)::?\s*(.*)$/.exec(line)!.slice(1) as [string, string])
  const keys = pairs.map(([key]) => key)
  return {
    record: Object.fromEntries(
      pairs
        .filter(([, value], at) => value !== '' && isFact(lines[at]!))
        .map(([key, value]) => [key, value.trim()])
    ),
    lineOf: (key) => before + keys.indexOf(key) + 1,
    wrong: []
  }
}

/** The JSON object that a text starts with, and its length; undefined where it is none. */
export const jsonBlock = (text: string): (Block & { readonly length: number }) | undefined => {
  // Hugo closes it with a brace at the left margin.
  for (const { index } of text.slice(0, LONGEST_JSON).matchAll(/\}[ \t]*(?=\n|$)/g)) {
    try {
      const length = index + 1
      return { record: JSON.parse(text.slice(0, length)) as object, wrong: [], length }
    } catch {
      // An inner object ends here.
    }
  }
  return undefined
}

/** In UTF-16 code units. */
const LONGEST_JSON = 16 * 1024

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
