import type { DictionaryWord } from './dictionary-word.js'

/**
 * Gives nouns that differ in a final -e alone the forms that they have in common. Norsk Ordbank's list gives a form one
 * lemma a class, so that one of the two lacks it:
 *
 *     kalv, kalve + kalven, kalver, kalvene → both      renn, rennet, renne + rennene → both, but renn has no `renner`
 */
export const withSharedForms = (words: readonly DictionaryWord[]): DictionaryWord[] => {
  const nouns = new Map(words.flatMap((word) => (word.wordClass === 'noun' ? [[word.lemma, word]] : [])))
  return words.map((word) => {
    if (word.wordClass !== 'noun') return word
    const root = word.lemma.replace(/e$/, '')
    const other = nouns.get(root === word.lemma ? `${root}e` : root)
    const shared = endingsOf(word, root).map((ending) => root + ending)
    const missing = shared.filter((form) => other?.forms.includes(form) === true)
    const likely = [...missing, ...regularForms(word, root)].filter((form) => !word.forms.includes(form))
    return { ...word, forms: [...new Set([...word.forms, ...likely])], likely }
  })
}

/** A noun that has two of these has the third: `kopp` lacks koppene, which is of `kopper` in the list. */
const REGULAR = ['en', 'er', 'ene']

const regularForms = ({ forms }: DictionaryWord, root: string): string[] => {
  const regular = REGULAR.map((ending) => root + ending)
  return regular.filter((form) => forms.includes(form)).length === 2 ? regular : []
}

/** The endings that a noun may have by its gender. */
const endingsOf = ({ lemma, forms }: DictionaryWord, root: string): readonly string[] => {
  if (!forms.includes(`${root}et`)) return ['en', 'er', 'ene', 'a']
  return lemma === root ? ['et', 'ene', 'a'] : ['et', 'er', 'ene', 'a']
}
