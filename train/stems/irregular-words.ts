import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Standard } from '../shared/treebank.js'
import type { DictionaryWord, InflectedClass } from './dictionary-word.js'

/** What stands before a strong verb in another one: `oppgi`, `motta`, `foreslå`. */
const PREFIXES = (
  'an av be bi bort del etter fast for fore forut fra fram frem frå full gjen gjennom grunn heim hjem i inn med mis mot ' +
  'ned om opp over på rund sam sammen stad til tilbake under unn unna ut ved vidare videre å'
).split(' ')

/**
 * Nouns with another vowel in the plural, strong verbs and adjectives that are compared irregularly, written for this
 * model, with the verbs made of them that `hasVerb` knows. The list of bokmål gives a form one lemma a class
 * (`museer` is only of `muse`, `verre` of `vond`), and that of nynorsk has no inflections.
 *
 * `irregular/{nb,nn}.txt` has a word class a section, a word a line with its forms, `+` before those of `always`.
 */
export const irregularWords = (standard: Standard, hasVerb: (lemma: string) => boolean): DictionaryWord[] => {
  const words = readFileSync(path.join('train/stems/irregular', `${standard}.txt`), 'utf8')
    .trim()
    .split('\n\n')
    .flatMap(wordsOf)
  const verbs = words.filter(({ wordClass }) => wordClass === 'verb')
  const prefixed = PREFIXES.flatMap((prefix) =>
    verbs.filter(({ lemma }) => hasVerb(prefix + lemma)).map((verb) => withPrefix(prefix, verb))
  )
  return [...words, ...prefixed]
}

const wordsOf = (section: string): DictionaryWord[] => {
  const [wordClass, ...lines] = section.split('\n') as [InflectedClass, ...string[]]
  return lines.map((line) => {
    const written = line.split(' ')
    const forms = written.map((form) => form.replace('+', ''))
    const always = written.filter((form) => form.startsWith('+')).map((form) => form.slice(1))
    return { lemma: forms[0]!, wordClass, forms, always, isIrregular: true }
  })
}

const withPrefix = (prefix: string, { lemma, wordClass, forms }: DictionaryWord): DictionaryWord => ({
  lemma: prefix + lemma,
  wordClass,
  forms: forms.map((form) => prefix + form),
  always: [],
  isIrregular: true
})
