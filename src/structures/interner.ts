/** Texts by dense numbers, each stored once. Numbers are never given back. */
export class Interner {
  private readonly texts: string[] = []
  private readonly numbers = new Map<string, number>()

  get size(): number {
    return this.texts.length
  }

  add(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    const number = this.texts.push(text) - 1
    this.numbers.set(text, number)
    return number
  }

  /** By number. */
  all(): readonly string[] {
    return this.texts
  }

  find(text: string): number | undefined {
    return this.numbers.get(text)
  }

  text(number: number): string {
    return this.texts[number]!
  }
}
