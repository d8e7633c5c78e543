import { LineTable } from '../../structures/line-table.js'
import { rememberLast } from '../../structures/memoise.js'
import { openModel, signedBytes } from '../model-container.js'
import { isUninflected } from '../text/abbreviations.js'

/** Form → stem. A stem is a form too, with itself as its stem. */
export interface Stems {
  get(form: string): string | undefined
  has(form: string): boolean
}

/** The stems of a form that may be of several words. */
export interface FormStems {
  /** Of the words that articles mean by it, the likeliest first: `satt` → sette, sitte. */
  readonly meant: readonly string[]
  /** Of those that they seldom mean by it, but that a search for their dictionary form does: `skriver`, the noun. */
  readonly asked: readonly string[]
  /**
   * Of the words that share a stem, such as a noun and a verb, those that the form is of, as `STEM_KINDS`; without
   * those stems of which it may be any word. `starten` is of the noun of starte.
   */
  readonly kinds?: ReadonlyMap<string, string>
  /** What the form is in compounds, where that is not what its stems say. */
  readonly inCompounds?: CompoundTerms
}

/** What words that share a stem are: a noun, a noun for who does what the verb says, a verb or an adjective. */
export const STEM_KINDS = { noun: 'n', agent: 'g', verb: 'v' } as const

/**
 * A compound's part is a dictionary form: `ordfører` has `fører`, which a search for `føreren` finds, and one for
 * `førte` does not, though all three share a stem as words.
 */
export interface CompoundTerms {
  /** The terms of the parts that a search for the form finds; those of its stems, if absent. */
  readonly found?: readonly string[]
  /** The term that it has as a part; itself, if absent. */
  readonly part?: string
  /** The term that it has as the last part, where it may be inflected; `part`, or the first stem, if absent. */
  readonly head?: string
}

/** The known forms with all the stems that each may have. Abbreviations are forms of nothing else. */
export class StemTable implements Stems {
  private readonly table: LineTable<FormStems>

  /**
   * @param text a sorted line a form, a word for each of its stems: how many letters at the form's end are others (35
   *   at most, as one digit or letter), then the stem's; `?` before it where it is only asked for. A form without any
   *   is its own stem. In the same way its `CompoundTerms`, `+` before what is found, `=` the part, `!` the head. The
   *   kinds of a stem's words that the form is of stand behind it.
   *
   *     bok      bøkene 5ok      satt 3ette 3itte      starten 1:n      → bok; bok; sette, sitte; starte, the noun
   */
  constructor(text: string) {
    this.table = new LineTable(text, decodeForm)
  }

  /** See `LineTable.prepare`. */
  prepare(): Promise<void> {
    return this.table.prepare()
  }

  get(form: string): string | undefined {
    const codes = this.table.rest(form)
    if (isUninflected(form)) return form
    if (codes === undefined || codes === '') return codes === undefined ? undefined : form
    if (/^[?+=!]/.test(codes)) return this.of(form)?.meant[0]
    const end = codes.search(/[ :]/)
    return decodeStem(form, end < 0 ? codes : codes.slice(0, end))
  }

  has(form: string): boolean {
    return isUninflected(form) || this.table.has(form)
  }

  /** The word, or what it is the genitive of, where the table has that alone. */
  knownForm(word: string): string {
    return word.endsWith('s') && !this.has(word) ? word.slice(0, -1) : word
  }

  /** All stems of a known form, as the table has them. */
  listed(form: string): FormStems | undefined {
    return this.table.get(form)
  }

  /** All stems of a known form. */
  readonly of = rememberLast((form: string): FormStems | undefined => {
    const known = this.listed(form)
    return isUninflected(form) && known?.meant[0] !== form ? { meant: [form], asked: [] } : known
  })

  forms(): Iterable<string> {
    return this.table.keys()
  }
}

const decodeForm = (codes: readonly string[], form: string): FormStems => {
  const meant: string[] = []
  const asked: string[] = []
  const found: string[] = []
  const parts: string[] = []
  const heads: string[] = []
  const kinds = new Map<string, string>()
  const stemIn = (field: string): string => {
    const [code = '', own] = field.split(':')
    const stem = decodeStem(form, code)
    if (own !== undefined) kinds.set(stem, own)
    return stem
  }
  for (const code of codes) {
    const mark = code.charAt(0)
    if (mark === '?') asked.push(stemIn(code.slice(1)))
    else if (mark === '+') found.push(decodeStem(form, code.slice(1)))
    else if (mark === '=') parts.push(decodeStem(form, code.slice(1)))
    else if (mark === '!') heads.push(decodeStem(form, code.slice(1)))
    else meant.push(stemIn(code))
  }
  if (meant.length === 0) meant.push(form)
  const stems = { meant, asked, ...(kinds.size > 0 && { kinds }) }
  if (found.length + parts.length + heads.length === 0) return stems
  return {
    ...stems,
    inCompounds: {
      ...(found.length > 0 && { found }),
      ...(parts[0] !== undefined && { part: parts[0] }),
      ...(heads[0] !== undefined && { head: heads[0] })
    }
  }
}

const decodeStem = (form: string, code: string): string =>
  form.slice(0, form.length - parseInt(code.charAt(0), 36)) + code.slice(1)

/** Takes `strip` from the end of a form and puts `add` there: bøkene, strip økene, add ok → bok. */
export interface SuffixRule {
  readonly strip: string
  readonly add: string
}

/** What training has learned: a table of words, and how to inflect others. Made by `train/stems/stems.ts`. */
export interface StemModel {
  readonly stems: StemTable
  readonly rules: readonly SuffixRule[]
  readonly weights: Int8Array | Float32Array
}

/** The file's first line: the rules, and how many bytes the table has, which the weights follow. */
export interface StemModelHeader {
  readonly rules: readonly (readonly [strip: string, add: string])[]
  readonly tableBytes: number
}

/** @param file a header, the table as Latin-1 text, one byte for each weight */
export const decodeStemModel = (file: Uint8Array): StemModel => {
  const { header, body } = openModel<StemModelHeader>(file)
  return {
    stems: new StemTable(body.toString('latin1', 0, header.tableBytes)),
    rules: header.rules.map(([strip, add]) => ({ strip, add })),
    weights: signedBytes(body.subarray(header.tableBytes))
  }
}
