import { inClass } from './pair-worth.js'

/** Roots of words of two classes that are one group have so many letters: `arbeid`, but not `lag`, `vis`, `stol`. */
const SHORTEST_ROOT = 5

/** Verbs of bokmål by nynorsk's, which have most of their forms in common. */
const NYNORSK_VERBS: Readonly<Record<string, string>> = {
  gjere: 'gjøre',
  gjøre: 'gjere',
  kome: 'komme',
  komme: 'kome',
  vere: 'være',
  være: 'vere'
}

/** Nouns whose last letter may be another one. */
type Spelling = readonly [ending: RegExp, other: Readonly<Record<string, string>>]
/** `kafé`, `kafe`. */
const ACUTE: Spelling = [/[eé]$/, { e: 'é', é: 'e' }]
/** Weak neuters have two dictionary forms in nynorsk: `auge`, `auga`. */
const WEAK_NEUTER: Spelling = [/^(?:aug|hjart|nyr|øyr)[ae]$/, { a: 'e', e: 'a' }]

/**
 * Lemmas that are one word with this one: alike in another class (`vise`, noun and verb), a noun and the verb
 * that is made of it (`arbeid`, `arbeide`), a verb of both standards (`bygge`, `byggje`), and a noun's other spelling.
 */
export const kinOf = (lemma: string, wordClass: string): string[] => {
  const keys = ['noun', 'verb', 'adjective'].map((other) => inClass(lemma, other))
  if (wordClass === 'noun') keys.push(...kinOfNoun(lemma))
  if (wordClass === 'verb' && lemma.endsWith('e')) keys.push(...kinOfVerb(lemma))
  return keys
}

const kinOfNoun = (lemma: string): string[] => {
  const spelling = [ACUTE, WEAK_NEUTER].flatMap(([ending, other]) =>
    ending.test(lemma) ? inClass(lemma.slice(0, -1) + other[lemma.at(-1)!]!, 'noun') : []
  )
  if (lemma.length < SHORTEST_ROOT) return spelling
  return [...spelling, inClass(`${lemma}e`, 'verb'), inClass(`${lemma}${lemma.at(-1)!}e`, 'verb')]
}

const kinOfVerb = (lemma: string): string[] => {
  const keys: string[] = []
  const root = lemma.slice(0, -1)
  // `vitje` (visit) is of no standard what `vite` (know) is of the other.
  if (!/tj?$/.test(root))
    keys.push(
      inClass(NYNORSK_VERBS[lemma] ?? (root.endsWith('j') ? `${root.slice(0, -1)}e` : `${root}je`), 'verb')
    )
  if (root.length >= SHORTEST_ROOT) keys.push(inClass(root, 'noun'))
  if (root.length > SHORTEST_ROOT && root.at(-1) === root.at(-2))
    keys.push(inClass(root.slice(0, -1), 'noun'))
  return keys
}
