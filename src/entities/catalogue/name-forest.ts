import type { Interner } from '../../structures/interner.js'

/**
 * Names that stand for other names. However they lead, every name ends at one head, the same for all on the way. All
 * are `set` before the first head is asked for: from then on what has been passed leads straight to its head.
 */
export class NameForest {
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

  /** Paths are compressed, as in a disjoint-set forest (Tarjan 1975), so that a long chain is walked once. */
  head(name: number): number {
    const passed = new Set<number>()
    let at = name
    for (let next = this.links.get(at); next !== undefined && !passed.has(at); next = this.links.get(at)) {
      passed.add(at)
      at = next
    }
    const head = this.links.has(at) ? this.openRing(at) : at
    for (const one of passed) if (one !== head) this.links.set(one, head)
    return head
  }

  /** Names that lead round to each other have the first of them, by its text, as their head: it leads no further. */
  private openRing(start: number): number {
    let first = start
    for (let at = this.links.get(start)!; at !== start; at = this.links.get(at)!)
      if (this.texts.text(at) < this.texts.text(first)) first = at
    this.links.delete(first)
    return first
  }
}
