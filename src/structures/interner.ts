/** Texts of so many beginnings and ends are found without the large map: the few words that most of a text is of. */
const RECENT = 1 << 13

/** Texts by dense numbers, each stored once. Numbers are never given back. */
export class Interner {
  private readonly texts: string[] = []
  private readonly numbers = new Map<string, number>()
  /** By `recentSlot`: the number + 1 of the text that was found there last; 0 for none. */
  private readonly recent = new Uint32Array(RECENT)

  get size(): number {
    return this.texts.length
  }

  add(text: string): number {
    return this.find(text) ?? this.append(text)
  }

  /** Adds a text that `find` has not found. */
  append(text: string): number {
    const number = this.texts.push(text) - 1
    this.numbers.set(text, number)
    return number
  }

  /** By number. */
  all(): readonly string[] {
    return this.texts
  }

  find(text: string): number | undefined {
    const slot = recentSlot(text)
    const last = this.recent[slot]!
    if (last > 0 && this.texts[last - 1] === text) return last - 1
    const number = this.numbers.get(text)
    if (number !== undefined) this.recent[slot] = number + 1
    return number
  }

  text(number: number): string {
    return this.texts[number]!
  }
}

const recentSlot = (text: string): number => {
  const { length } = text
  let hash = length
  for (let i = 0; i < 4 && i < length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash = Math.imul(hash ^ text.charCodeAt(length - 1 - i), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) & (RECENT - 1)
}
