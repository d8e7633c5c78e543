import type { DictionaryWord } from './dictionary-word.js'

/** Shorter participles are alike other words: `svart`, of svare. */
export const SHORTEST_PARTICIPLE = 6

/**
 * Verbs with the participles that the dictionary also has as adjectives of their own, which articles may mean however
 * rarely they do: a search for `bevare` finds `bevart`, and one for `bekjent` (acquainted) does not find `bekjenne`
 * (confess).
 */
export const withOwnParticiples = (words: readonly DictionaryWord[]): DictionaryWord[] => {
  const adjectives = new Map(
    words.flatMap((word) => (word.wordClass === 'adjective' ? [[word.lemma, word]] : []))
  )
  return words.map((word) => {
    if (word.wordClass !== 'verb') return word
    const always = word.forms.flatMap((form) =>
      form.length >= SHORTEST_PARTICIPLE && /[td]$/.test(form)
        ? (adjectives.get(form)?.forms.filter((one) => word.forms.includes(one)) ?? [])
        : []
    )
    return always.length === 0 ? word : { ...word, always }
  })
}
