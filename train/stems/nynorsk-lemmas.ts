import type { NynorskEvidence } from './nynorsk-forms.js'

/**
 * The dictionary forms among the words of nynorsk's list, which has participles, comparisons and neuters too.
 *
 *     kaste, kasta, fin, finare, fint, spesiell, spesielt, bevare, bevart → kaste, fin, spesiell, bevare
 */
export const nynorskLemmas = (evidence: NynorskEvidence): string[] =>
  [...evidence.listed].filter((word) => !isInflection(word, evidence))

const isInflection = (word: string, evidence: NynorskEvidence): boolean => {
  const { listed } = evidence
  const rest = (letters: number): string => word.slice(0, word.length - letters)
  if (word.endsWith('a') && listed.has(`${rest(1)}e`)) return true
  if (word.endsWith('ande') && (listed.has(`${rest(4)}e`) || listed.has(rest(4)))) return true
  if (isWordApart(word, evidence)) return false
  if (/(?:are|ast|aste)$/.test(word) && positivesOf(word).some((one) => listed.has(one))) return true
  if (word.endsWith('t') && word.length > 3 && listed.has(rest(1)) && listed.has(`${rest(1)}are`)) return true
  return isNeuter(word, evidence) || isParticiple(word, evidence)
}

/** What a comparison may be of: `finare` → fin, `vakrare` → vakker, `travlast` → travel, `dummare` → dum. */
const positivesOf = (word: string): string[] => {
  const root = word.replace(/(?:are|aste?)$/, '')
  const [, start = '', middle = '', last = ''] = /^(.*?)([^aeiouyæøå])([lnr])$/.exec(root) ?? []
  const whole = middle === '' ? [] : [`${start}${middle}e${last}`, `${start}${middle}${middle}e${last}`]
  return [
    root,
    `${root}e`,
    root.replace(/(.)\1$/, '$1'),
    ...whole,
    ...(last === 'l' ? [`${start}${middle}al`] : [])
  ]
}

/** Do bokmål or the treebank have the word as a noun or an adjective of its own: `vekt`, `lengd` (lengde), `kjend`? */
const isWordApart = (word: string, { bokmål, annotated }: NynorskEvidence): boolean =>
  [word, `${word}e`].some((lemma) => bokmål.get(lemma)?.some(({ wordClass }) => wordClass === 'noun')) ||
  bokmål.get(word)?.some(({ wordClass }) => wordClass === 'adjective') === true ||
  annotated.get(word)?.has('noun') === true ||
  annotated.get(word)?.has('adjective') === true

/** `spesielt` of spesiell, `snøgt` of snøgg, `umedvite` of umedviten. */
const isNeuter = (word: string, { listed, bokmål }: NynorskEvidence): boolean => {
  if (word.endsWith('te') && listed.has(`${word}n`)) return true
  if (!/[^aeiouyæøåt]t$/.test(word) || word.length < 5) return false
  const root = word.slice(0, -1)
  const double = root + root.at(-1)!
  return listed.has(double) && (/(?:ell|ull)$/.test(double) || hasClass(bokmål, double, 'adjective'))
}

/** `bevart` of bevare, `fylgd` of fylgje: of a verb, as the list of bokmål, or another of its participles, tells. */
const isParticiple = (word: string, { listed, bokmål, annotated }: NynorskEvidence): boolean => {
  if (!/[^aeiouyæøå][td]$/.test(word) || word.length < 5) return false
  const root = word.slice(0, -1)
  const isVerb = (lemma: string): boolean =>
    lemma.endsWith('ere') || hasClass(bokmål, lemma, 'verb') || annotated.get(lemma)?.has('verb') === true
  const [weak, inJ] = [`${root}e`, `${root}je`]
  return (listed.has(weak) && isVerb(weak)) || (listed.has(inJ) && (isVerb(inJ) || isVerb(weak)))
}

const hasClass = (bokmål: NynorskEvidence['bokmål'], lemma: string, wordClass: string): boolean =>
  bokmål.get(lemma)?.some((word) => word.wordClass === wordClass) === true
