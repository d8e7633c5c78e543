import type { DictionaryWord, InflectedClass } from './dictionary-word.js'

/** What tells the class of a nynorsk word. */
export interface NynorskEvidence {
  /** All words of the list: beside dictionary forms also participles, comparisons and neuters. */
  readonly listed: ReadonlySet<string>
  /** The words of bokmål by their dictionary form. */
  readonly bokmål: ReadonlyMap<string, readonly DictionaryWord[]>
  /** The classes that the treebank gives dictionary forms. */
  readonly annotated: ReadonlyMap<string, ReadonlySet<InflectedClass>>
  /** Verbs whose present and past are listed: see `irregularWords`. */
  readonly strong: ReadonlySet<string>
  /** The last parts of the dictionary's compounds: `laksefjord` → fjord. */
  readonly heads: ReadonlyMap<string, string>
}

/**
 * The words that a nynorsk dictionary form may be, with the forms that the classes of inflection give it.
 *
 *     jente → jenta, jenter, jentene      kaste → kastar, kasta, kastast      lærar → læraren, lærarar, lærarane
 *
 * The list tells no class. It has the participles of verbs (`kasta` beside `kaste`) and the comparisons of
 * adjectives (`finare` beside `fin`); bokmål has many of the words with a class; the rest are nouns. Strong verbs and
 * irregular plurals are in `irregularWords`. A compound is inflected as its last part.
 */
export const nynorskWords = (lemma: string, evidence: NynorskEvidence): DictionaryWord[] => {
  const head = evidence.heads.get(lemma)
  if (head === undefined || !evidence.listed.has(head)) return wordsOf(lemma, evidence)
  const prefix = lemma.slice(0, -head.length)
  return wordsOf(head, evidence).map(({ wordClass, forms, participles, isGuess }) => ({
    lemma,
    wordClass,
    forms: forms.map((form) => prefix + form),
    isGuess: isGuess === true,
    ...(participles && { participles: participles.map((form) => prefix + form) })
  }))
}

const wordsOf = (lemma: string, evidence: NynorskEvidence): DictionaryWord[] => {
  const classes = classesOf(lemma, evidence)
  if (classes.length === 0) return [{ lemma, wordClass: 'noun', forms: [lemma] }]
  return classes.map((wordClass) => {
    const isCompared = wordClass === 'adjective' && /(?:re|st)$/.test(lemma)
    const forms = isCompared ? [] : formsOf(lemma, wordClass, evidence)
    const participles = forms.filter((form) => /(?:ande|[atd])$/.test(form) && evidence.listed.has(form))
    return {
      lemma,
      wordClass,
      forms: [lemma, ...forms],
      isGuess: !isSure(lemma, wordClass, evidence),
      ...(wordClass === 'verb' && { participles })
    }
  })
}

/** Are the forms those of a class that something tells? Of verbs nothing does. */
const isSure = (lemma: string, wordClass: InflectedClass, evidence: NynorskEvidence): boolean =>
  wordClass === 'adjective' && evidence.listed.has(`${lemma}are`)

const classesOf = (lemma: string, { listed, bokmål, annotated }: NynorskEvidence): InflectedClass[] => {
  const known = new Set([
    ...(bokmål.get(lemma)?.map(({ wordClass }) => wordClass) ?? []),
    ...(annotated.get(lemma) ?? [])
  ])
  const root = lemma.replace(/e$/, '')
  if (root !== lemma && [`${root}a`, `${root}ande`, `${root}t`].some((form) => listed.has(form)))
    known.add('verb')
  if (/(?:ere|ast)$/.test(lemma)) known.add('verb')
  if (/(?:ar|ing|heit|leik|skap|dom|sjon|tet|isme)$/.test(lemma)) known.add('noun')
  if (listed.has(`${root}are`) || /(?:leg|ig|isk|sam|laus|bar)$/.test(lemma)) known.add('adjective')
  return [...known]
}

const formsOf = (lemma: string, wordClass: InflectedClass, { bokmål, strong }: NynorskEvidence): string[] => {
  if (wordClass === 'verb') return strong.has(lemma) ? commonForms(lemma) : verbForms(lemma)
  const same = bokmål.get(lemma)?.filter((word) => word.wordClass === wordClass) ?? []
  const forms = same.flatMap((word) => word.forms)
  return wordClass === 'adjective' ? adjectiveForms(lemma, forms) : nounForms(lemma, forms)
}

/** What the endings are put to: with two consonants where bokmål has two, `dam` → damm. */
const rootOf = (lemma: string, bokmål: readonly string[]): string => {
  const double = lemma + lemma.at(-1)!
  if (!VOWEL.test(lemma) && bokmål.some((form) => form.startsWith(double))) return double
  return lemma.replace(/e$/, '')
}

const VOWEL = /[aeiouyæøå]$/

/** @param bokmål the forms of the same noun in bokmål, which tell its gender; none if it is unknown */
const nounForms = (lemma: string, bokmål: readonly string[]): string[] => {
  const root = rootOf(lemma, bokmål)
  const forms = (...endings: string[]): string[] => endings.map((ending) => root + ending)
  if (/(?:ar|ing|leik|skap|dom|ist|isme)$/.test(lemma))
    return forms('en', 'ar', 'ane', ...(lemma.endsWith('ing') ? ['a'] : []))
  if (/(?:heit|sjon|tet)$/.test(lemma)) return forms('en', 'a', 'er', 'ene', 'ar', 'ane')
  if (/[^aeiouyæøå](?:el|er|en)$/.test(lemma)) {
    const short = lemma.slice(0, -2).replace(/(.)\1$/, '$1') + lemma.slice(-1)
    return [`${lemma}en`, `${lemma}et`, `${short}ar`, `${short}ane`, `${short}a`]
  }
  const has = (ending: string): boolean =>
    bokmål.includes(root + ending) || bokmål.includes(`${lemma}${ending}`)
  const isNeuter = has('et')
  const isFeminine = has('a') && !isNeuter
  const isMasculine = has('en')
  const isUnknown = !isNeuter && !isFeminine && !isMasculine
  return [
    ...(isNeuter || isUnknown ? forms('et', 'a', ...(VOWEL.test(lemma) ? ['e'] : [])) : []),
    ...(isFeminine || isUnknown ? forms('a', 'er', 'ene', 'en') : []),
    ...(isMasculine || isUnknown ? forms('en', 'ar', 'ane') : [])
  ]
}

/** Those that weak and strong verbs have. */
const commonForms = (lemma: string): string[] => {
  const root = lemma.replace(/e$/, '')
  return [`${root}a`, `${root}ande`, `${root}ast`, `${root}est`]
}

const verbForms = (lemma: string): string[] => {
  if (!lemma.endsWith('e')) return ['r', 'dde', 'dd', 'tt', 'ande', 'st'].map((ending) => lemma + ending)
  const root = lemma.slice(0, -1)
  const stem = root.replace(/(?<=[kgdtlnsvrp])j$/, '')
  const short = stem.replace(/(.)\1$/, '$1')
  const forms = (base: string, ...endings: string[]): string[] => endings.map((ending) => base + ending)
  const common = [...forms(root, 'a', 'ande', 'ast', 'est'), ...forms(stem, '')]
  // `-ere`, and what ends in two consonants or a single one after a long vowel, may go either way.
  const strong = [...forms(stem, 'er', 'te', 't', 'd', 'de'), ...forms(short, 'te', 't', 'de', 'd')]
  const weak = forms(root, 'ar', 'a')
  // `spreie` → spreidde, spreidd
  if (VOWEL.test(stem))
    return [...common, ...weak, ...forms(stem, 'r', 'er', 'dde', 'dd', 'tt', 'de', 'd', 't')]
  if (lemma.endsWith('ere')) return [...common, ...forms(root, 'er', 'te', 't')]
  return [...common, ...weak, ...strong]
}

/** @param bokmål the forms of the same adjective in bokmål */
const adjectiveForms = (lemma: string, bokmål: readonly string[]): string[] => {
  const match = /^(.*[^aeiouyæøå])(?:e[lnr]|al)$/.exec(lemma)
  const short = match === null ? rootOf(lemma, bokmål) : match[1]!.replace(/(.)\1$/, '$1') + lemma.at(-1)!
  const neuter = /(?:leg|ig|isk|t)$/.test(lemma)
    ? []
    : [`${lemma.replace(/(.)\1$/, '$1').replace(/d$/, '')}t`, `${lemma}t`]
  const ofN = lemma.endsWith('en') ? [lemma.slice(0, -1)] : []
  return [...neuter, ...ofN, `${short}e`, `${short}are`, `${short}ast`, `${short}aste`]
}
