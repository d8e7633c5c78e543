/** The word classes that inflect. */
export type InflectedClass = 'noun' | 'verb' | 'adjective'

/** A word of Norsk Ordbank with its forms. */
export interface DictionaryWord {
  readonly lemma: string
  readonly wordClass: InflectedClass
  readonly forms: readonly string[]
}
