/** The text of an article; undefined: there is none. */
export type Text = string | undefined

/**
 * What a service that may be killed at any moment has to have afterwards: all that it has acknowledged. A change that
 * was under way may have happened or not, but not by half.
 */
export class Ledger {
  private readonly texts = new Map<string, string>()
  /** By id: what the article becomes by a change that is not acknowledged yet. */
  private readonly open = new Map<string, Text>()

  constructor(texts: Iterable<readonly [id: string, text: string]> = []) {
    for (const [id, text] of texts) this.texts.set(id, text)
  }

  get ids(): readonly string[] {
    return [...this.texts.keys()]
  }

  get openChanges(): number {
    return this.open.size
  }

  /** An id that has no change under way. */
  isFree(id: string): boolean {
    return !this.open.has(id)
  }

  /** A change is sent; the article has no other one under way. */
  send(id: string, text: Text): void {
    this.open.set(id, text)
  }

  /** What was sent is acknowledged. */
  acknowledge(id: string): void {
    const text = this.open.get(id)
    this.open.delete(id)
    if (text === undefined) this.texts.delete(id)
    else this.texts.set(id, text)
  }

  /** Compares with what there is after a crash, and takes that over. @returns what is not as it must be */
  settle(found: ReadonlyMap<string, string>): readonly string[] {
    const faults = [...new Set([...this.texts.keys(), ...this.open.keys(), ...found.keys()])].flatMap(
      (id) => {
        const [expected, text] = [this.texts.get(id), found.get(id)]
        if (text === expected || (this.open.has(id) && text === this.open.get(id))) return []
        return `${id} is ${told(text)}; acknowledged is ${told(expected)}${
          this.open.has(id) ? `, under way was ${told(this.open.get(id))}` : ''
        }`
      }
    )
    this.open.clear()
    this.texts.clear()
    for (const [id, text] of found) this.texts.set(id, text)
    return faults
  }
}

const told = (text: Text): string => (text === undefined ? 'absent' : JSON.stringify(text.slice(0, 80)))
