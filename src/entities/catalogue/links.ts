import type { Interner } from './interner.js'

/** Names that stand for other names. However they lead, every name ends at one head, the same for all on the way. */
export class Links {
  private readonly links = new Map<number, number>()

  constructor(private readonly texts: Interner) {}

  set(name: number, target: number | undefined): void {
    if (target !== undefined && target !== name) this.links.set(name, target)
  }

  /** Makes all that ends at `head` end at the head `target`. */
  join(head: number, target: number): void {
    if (head === target) return
    this.links.delete(target)
    this.links.set(head, target)
  }

  head(name: number): number {
    if (!this.links.has(name)) return name
    const passed = new Set<number>()
    let at = name
    for (let next = this.links.get(at); next !== undefined; next = this.links.get(at)) {
      if (passed.has(at)) return this.firstOfRing(at)
      passed.add(at)
      at = next
    }
    return at
  }

  /** Names that lead round to each other have the first of them, by its text, as their head. */
  private firstOfRing(start: number): number {
    let first = start
    for (let at = this.links.get(start)!; at !== start; at = this.links.get(at)!)
      if (this.texts.text(at) < this.texts.text(first)) first = at
    return first
  }
}
