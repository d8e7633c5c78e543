import { memoise } from '../../structures/memoise.js'

export interface NameSearchOptions {
  /** The name has no other words. */
  readonly whole?: boolean
  /** The name begins with them. */
  readonly first?: boolean
  /** The last word may be the beginning of one. */
  readonly prefix?: boolean
  /** So many entities are enough, the most frequent ones. */
  readonly most?: number
}

/**
 * The names of entities as one text, in which words are found fast: each name is a line of keys, `\n-paul-chaffey-`.
 */
export interface NameLines {
  /** The lines in UTF-8, with a line break at the end. */
  readonly bytes: Uint8Array
  /** By line, ascending: its first byte. */
  readonly starts: Uint32Array
  /** By line: the entity that is called so. */
  readonly owners: Uint32Array
}

/** @param names slugs with their entity, those of a more frequent entity first */
export const nameLines = (names: readonly (readonly [slug: string, entity: number])[]): NameLines => {
  const starts = new Uint32Array(names.length)
  let at = 0
  names.forEach(([slug], line) => {
    starts[line] = at
    at += Buffer.byteLength(slug) + 3
  })
  const bytes = new Uint8Array(at + 1)
  new TextEncoder().encodeInto(`${names.map(([slug]) => `\n-${slug}-`).join('')}\n`, bytes)
  return { bytes, starts, owners: Uint32Array.from(names, ([, entity]) => entity) }
}

/** By entity: the slugs that lines were made of. @param size how many entities there are */
export const nameSlugs = ({ bytes, owners }: NameLines, size: number): string[][] => {
  const slugs = Array.from({ length: size }, (): string[] => [])
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').split('\n')
  owners.forEach((entity, line) => slugs[entity]!.push(lines[line + 1]!.slice(1, -1)))
  return slugs
}

/** Patterns whose entities are remembered, and those entities together, of 4 bytes, at most. */
const REMEMBERED_PATTERNS = 1000
const REMEMBERED_ENTITIES = 1_000_000

/** Finds entities by their names. */
export class EntityNames {
  private readonly text: Buffer
  /** A search asks for the same names several times. */
  private readonly containingAll = memoise<Uint32Array>(
    { answers: REMEMBERED_PATTERNS, size: { most: REMEMBERED_ENTITIES, of: ({ length }) => length + 1 } },
    (pattern) => Uint32Array.from(this.find(pattern))
  )

  constructor(private readonly lines: NameLines) {
    const { buffer, byteOffset, length } = lines.bytes
    this.text = Buffer.from(buffer, byteOffset, length)
  }

  /** The entities with just this name, the most frequent first. */
  named(slug: string): Set<number> {
    return this.find(`\n-${slug}-\n`)
  }

  /** The entities with a name that has these words beside each other, the most frequent first. */
  containing(
    slug: string,
    { whole = false, first = false, prefix = false, most }: NameSearchOptions = {}
  ): readonly number[] {
    const begun = `${whole || first ? '\n' : ''}-${slug}`
    const pattern = whole ? `${begun}-\n` : prefix ? begun : `${begun}-`
    return [...(most === undefined ? this.containingAll(pattern) : this.find(pattern, most))]
  }

  private find(pattern: string, most = Infinity): Set<number> {
    const found = new Set<number>()
    const { text } = this
    const { starts, owners } = this.lines
    const bytes = Buffer.from(pattern)
    let next = 0
    for (let at = text.indexOf(bytes); at >= 0 && found.size < most; at = text.indexOf(bytes, at)) {
      // A pattern that begins with a line break begins at the start of its line.
      while (next < starts.length && starts[next]! <= at) next++
      found.add(owners[next - 1]!)
      at = starts[next] ?? text.length
    }
    return found
  }
}
