export interface WordOptions {
  /** The last word may be the beginning of one. */
  readonly prefix?: boolean
  /** So many are enough, the most frequent ones. */
  readonly most?: number
}

/** The names of entities as one text, in which words are found fast: each name is a line of keys, `\n-paul-chaffey-`. */
export class EntityNames {
  private readonly text: string
  /** Where each line begins, and whose it is. */
  private readonly starts: Uint32Array
  private readonly owners: Uint32Array

  /** @param names slugs with their entity, those of a more frequent entity first */
  constructor(names: readonly (readonly [slug: string, entity: number])[]) {
    this.starts = new Uint32Array(names.length)
    this.owners = Uint32Array.from(names, ([, entity]) => entity)
    let at = 0
    names.forEach(([slug], i) => {
      this.starts[i] = at
      at += slug.length + 3
    })
    this.text = `${names.map(([slug]) => `\n-${slug}-`).join('')}\n`
  }

  /** The entities with just this name, the most frequent first. */
  named(slug: string): Set<number> {
    return this.find(`\n-${slug}-\n`)
  }

  /** The entities with a name that has these words beside each other, the most frequent first. */
  containing(slug: string, { prefix = false, most = Infinity }: WordOptions = {}): Set<number> {
    return this.find(`-${slug}${prefix ? '' : '-'}`, most)
  }

  private find(pattern: string, most = Infinity): Set<number> {
    const found = new Set<number>()
    let line = 0
    for (
      let at = this.text.indexOf(pattern);
      at >= 0 && found.size < most;
      at = this.text.indexOf(pattern, at)
    ) {
      line = this.lineAt(at, line)
      found.add(this.owners[line]!)
      // The next line; the pattern may begin with the break before it.
      at = line + 1 < this.starts.length ? this.starts[line + 1]! : this.text.length
    }
    return found
  }

  private lineAt(position: number, from: number): number {
    let [low, high] = [from, this.starts.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (this.starts[middle]! <= position) low = middle
      else high = middle
    }
    return low
  }
}
