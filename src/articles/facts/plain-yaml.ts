/** What simple front matter states, and the line of each key: the first line is 0. */
export interface PlainYaml {
  readonly record: Readonly<Record<string, unknown>>
  readonly lines: ReadonlyMap<string, number>
}

const KEY = /^([\p{L}_][\p{L}\p{N}_-]{0,60}):(?: +([^\t]*?))? *$/u
const ITEM = /^( *)- +([^\t]*?) *$/
/** A colon that ends a word would make it a key, and a sign of number a comment. */
const PLAIN = /^[\p{L}\p{N}](?:[^:#\p{Cc}]|:(?=[^ ]))*$/u
/** Escapes that mean the same in JSON. */
const QUOTED = /^(?:"(?:[^"\\\p{Cc}]|\\["\\/nt])*"|'(?:[^'\p{Cc}]|'')*')$/u
const LIST = /^\[([^[\]{}]*)\]$/
const NULL = /^null$/i

/**
 * Reads the YAML that nearly all front matter is: keys at the margin, each with a word, a quotation with simple escapes
 * or a list of those, on one line or a line each. It says the same as a parser of all of YAML, which takes much longer.
 *
 * - `title: Ny bru\ntags: [skole, "vei"]\n` → `{ title: 'Ny bru', tags: ['skole', 'vei'] }`
 * - left to that parser: `title: Skolen: ny rektor`, `text: |`, `# a comment`, a key that is stated twice
 *
 * @returns undefined for what is not as plain
 */
export const plainYaml = (block: string): PlainYaml | undefined => {
  const record: Record<string, unknown> = {}
  const lines = new Map<string, number>()
  let open: OpenList | undefined
  for (const [at, line] of block.trimEnd().split('\n').entries()) {
    const item = open && ITEM.exec(line)
    if (item) {
      const value = scalar(item[2]!)
      if (value === undefined || !joins(open!, item[1]!.length)) return undefined
      open!.items.push(value)
      record[open!.key] = open!.items
      continue
    }
    const [, key, text = ''] = KEY.exec(line) ?? []
    if (key === undefined || key === '__proto__' || lines.has(key)) return undefined
    const value = text === '' ? null : (scalar(text) ?? listIn(text))
    if (value === undefined) return undefined
    record[key] = value
    lines.set(key, at)
    open = value === null ? { key, items: [] } : undefined
  }
  return { record, lines }
}

/** A list that may begin below its key, each item on a line of its own. */
interface OpenList {
  readonly key: string
  readonly items: string[]
  /** Of its first item, in spaces. */
  indent?: number
}

const joins = (list: OpenList, indent: number): boolean => (list.indent ??= indent) === indent

const scalar = (text: string): string | undefined => {
  if (PLAIN.test(text)) return NULL.test(text) ? undefined : text
  if (!QUOTED.test(text)) return undefined
  const inside = text.slice(1, -1)
  if (text.startsWith("'")) return inside.replaceAll("''", "'")
  return inside.includes('\\') ? (JSON.parse(text) as string) : inside
}

const listIn = (text: string): readonly string[] | undefined => {
  const inside = LIST.exec(text)?.[1]
  if (inside === undefined) return undefined
  // A comma in a quotation parts it in two that are none.
  const items = inside.split(',').map((each) => scalar(each.replace(/^ +| +$/g, '')))
  return items.some((item) => item === undefined) ? undefined : (items as readonly string[])
}
