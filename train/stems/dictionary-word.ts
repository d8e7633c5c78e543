/** The word classes that inflect. */
export type InflectedClass = 'noun' | 'verb' | 'adjective'

/** A word of Norsk Ordbank with its forms. */
export interface DictionaryWord {
  readonly lemma: string
  readonly wordClass: InflectedClass
  readonly forms: readonly string[]
  /** Those of a verb's forms that are adjectives too: `kastet`, `kastede`. */
  readonly participles?: readonly string[]
  /** Are the forms what its class seems to have, rather than what a dictionary lists? */
  readonly isGuess?: boolean
  /** Those of its forms that it has only by what its class seems to be: see `withSharedForms`. */
  readonly likely?: readonly string[]
  /** Those of its forms that articles may mean, however rarely they do: `satt` is of `sette` and of `sitte`. */
  readonly always?: readonly string[]
  /** Is it listed by hand: see `irregularWords`? */
  readonly isIrregular?: boolean
}
