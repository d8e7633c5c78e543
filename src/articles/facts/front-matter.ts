import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { Refusal } from '../refusal.js'
import { parseFacts, type Stated } from './stated-facts.js'

export interface FrontMatter extends Stated {
  /** What follows the closing `---` line; all of the text where there is no front matter. */
  readonly body: string
}

/**
 * Parts a text from the YAML front matter that it may start with:
 *
 *     ---
 *     title: Digital agenda
 *     published: 2019-11-28
 *     ---
 *     The text starts here.
 *
 * News starts with `---` for other reasons too, as a rule or a line of dialogue. It is front matter only where the
 * block's first line reads `key:`, or the block is empty; else the text is all body, `---` and all.
 *
 * @param text with `\n` line ends
 * @throws {Refusal} where the closing line is missing, the YAML is broken or a fact is wrong
 */
export const parseFrontMatter = (text: string): FrontMatter => {
  const none = { facts: {}, unknownKeys: [], body: text }
  const opening = /^---[ \t]*\n/.exec(text)?.[0]
  if (opening === undefined) return none
  const rest = text.slice(opening.length)
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest)
  const block = rest.slice(0, closing?.index)
  if (!opensWithKey(block) && !(closing && block.trim() === '')) return none
  if (!closing) {
    throw new Refusal('The front matter is never closed: add a line `---` where the text starts', 1)
  }
  return { ...parseYaml(block), body: rest.slice(closing.index + closing[0].length) }
}

/** `title: Digital agenda` and `# a comment` before it; not `– Nei, sa han`, `Han sa: Nei` or `kl. 12:30`. */
const opensWithKey = (block: string): boolean =>
  /^(?:[ \t]*(?:#.*)?\n)*["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*:(?:\s|$)/u.test(block)

const parseYaml = (block: string): Stated => {
  const lines = new LineCounter()
  const lineAt = (offset: number): number => lines.linePos(offset).line + OPENING_LINE
  const document = parseDocument(block.trimEnd(), {
    // All scalars are strings, so that `2019-11-28` stays as it is written and `007` keeps its zeros.
    schema: 'failsafe',
    customTags: ['null'],
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines
  })
  const [error] = document.errors
  if (error) {
    throw new Refusal(
      `The front matter is not valid YAML (${error.message}): mend the line, ` +
        'and put a value that holds a colon in quotes',
      lineAt(error.pos[0])
    )
  }
  return parseFacts(toRecord(document), (key) => lineOfKey(document, key, lineAt))
}

/** The `---` that opens the front matter, before the lines that YAML counts. */
const OPENING_LINE = 1

const toRecord = (document: Document.Parsed): object => {
  try {
    return (document.toJS() ?? {}) as object
  } catch (error) {
    // An alias without an anchor is found only now.
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The front matter is not valid YAML (${why}): write the value out`, OPENING_LINE)
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
