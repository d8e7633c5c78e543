/**
 * In UTF-16 code units. Brackets without an end take the parser quadratic time: some hundredths of a second at this
 * length.
 */
const LONGEST_PART = 32 * 1024

/** What lasts over blank lines: a fence, and HTML that has an end of its own. */
const OPENINGS: readonly (readonly [RegExp, (opening: string) => RegExp])[] = [
  [/^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/, (fence) => new RegExp(`^ {0,3}${fence}[${fence[0]}]*\\s*$`)],
  [/^ {0,3}<(script|style|pre|textarea)\b/i, (tag) => new RegExp(`</${tag}>`, 'i')],
  [/^ {0,3}(<!--)/, () => /-->/],
  [/^ {0,3}(<\?)/, () => /\?>/],
  [/^ {0,3}(<!\[CDATA\[)/, () => /\]\]>/],
  [/^ {0,3}(<![a-z])/i, () => />/]
]

/**
 * A Markdown document in parts that are read one by one, cut between blocks wherever that can be: at a blank line
 * before a line at the margin that continues no list. Joined, the parts are the document.
 */
export function* markdownParts(source: string): Generator<string, void> {
  if (source.length <= LONGEST_PART) {
    yield source
    return
  }
  let part = ''
  for (const block of blocksOf(source)) {
    if (part !== '' && part.length + block.length > LONGEST_PART) {
      yield part
      part = ''
    }
    part += block
    while (part.length > LONGEST_PART) {
      const end = cutIn(part)
      yield part.slice(0, end)
      part = part.slice(end)
    }
  }
  if (part !== '') yield part
}

function* blocksOf(source: string): Generator<string, void> {
  const lasting = new Lasting()
  let start = 0
  let isAfterBlank = false
  for (let at = 0; at < source.length;) {
    const end = source.indexOf('\n', at) + 1 || source.length
    // The ends of a line tell enough of it, however long it is.
    const line = source.slice(at, Math.min(end, at + 200))
    if (!lasting.isOpen && isAfterBlank && /^[^\s>]/.test(line) && !/^(?:[*+-]|\d+[.)])\s/.test(line)) {
      yield source.slice(start, at)
      start = at
    }
    lasting.add(line)
    isAfterBlank = line.trim() === ''
    at = end
  }
  yield source.slice(start)
}

/** Knows, line by line, whether something is open that lasts over blank lines. */
export class Lasting {
  private closing: RegExp | undefined

  get isOpen(): boolean {
    return this.closing !== undefined
  }

  add(line: string): void {
    if (this.closing === undefined) this.closing = closingOf(line)
    else if (this.closing.test(line)) this.closing = undefined
  }
}

/** What ends that which a line opens and does not end itself. */
const closingOf = (line: string): RegExp | undefined => {
  for (const [opening, closing] of OPENINGS) {
    const found = opening.exec(line)
    if (!found) continue
    const end = closing(found[1]!)
    return end.test(line.slice(found[0].length)) ? undefined : end
  }
  return undefined
}

/** After the last line, else the last word, that fits; at the limit where there is neither. */
const cutIn = (part: string): number => {
  const fitting = part.slice(0, LONGEST_PART)
  const end = Math.max(fitting.lastIndexOf('\n'), 0) || fitting.lastIndexOf(' ')
  if (end > 0) return end + 1
  return /[\uD800-\uDBFF]$/.test(fitting) ? LONGEST_PART - 1 : LONGEST_PART
}

/** The lines that say where links lead, `[1]: https://…`: they hold for every part. */
export const linkDefinitions = (source: string): string =>
  source.length <= LONGEST_PART ? '' : (source.match(/^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$/gm) ?? []).join('\n')
