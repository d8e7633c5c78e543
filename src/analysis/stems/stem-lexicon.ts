import type { Lexicon } from './lemma-ranker.js'

/** Form → stem. A stem is a form too, with itself as its stem. */
export type Stems = ReadonlyMap<string, string>

export const stemLexicon = (stems: Stems): Lexicon => ({ stemOf: (form) => stems.get(form) })

/**
 * The table as text, a line for a stem, a word for each of its other forms: how many letters it shares with the form
 * before it (35 at most, as one digit or letter), then its other letters.
 *
 *     bok 3a 3en 1øker 4ne      bok, boka, boken, bøker, bøkene
 */
export const encodeStems = (stems: Stems): string => {
  const families = new Map<string, string[]>()
  for (const [form, stem] of stems) {
    const forms = families.get(stem) ?? []
    families.set(stem, forms)
    if (form !== stem) forms.push(form)
  }
  const stemOrder = [...families.keys()].sort()
  return stemOrder.map((stem) => encodeFamily(stem, families.get(stem)!.sort())).join('\n')
}

const encodeFamily = (stem: string, forms: readonly string[]): string => {
  const words = [stem]
  let last = stem
  for (const form of forms) {
    let same = 0
    while (same < 35 && same < form.length && form[same] === last[same]) same++
    words.push(same.toString(36) + form.slice(same))
    last = form
  }
  return words.join(' ')
}

export const decodeStems = (text: string): Map<string, string> => {
  const stems = new Map<string, string>()
  for (let start = 0; start < text.length;) {
    const newLine = text.indexOf('\n', start)
    const end = newLine < 0 ? text.length : newLine
    decodeFamily(text.slice(start, end), stems)
    start = end + 1
  }
  return stems
}

const decodeFamily = (line: string, stems: Map<string, string>): void => {
  const space = line.indexOf(' ')
  const stem = space < 0 ? line : line.slice(0, space)
  stems.set(stem, stem)
  if (space < 0) return
  let last = stem
  for (const word of line.slice(space + 1).split(' ')) {
    last = last.slice(0, sharedLetters(word.charCodeAt(0))) + word.slice(1)
    stems.set(last, stem)
  }
}

/** `0` to `9`, then `a` to `z` */
const sharedLetters = (unit: number): number => (unit < 0x3a ? unit - 0x30 : unit - 0x57)
