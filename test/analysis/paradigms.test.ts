import { readFileSync } from 'node:fs'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'

// Properties, for the words of paradigms/, written for this test:
// - there are 300 nouns, 100 verbs and 60 adjectives or more of each standard
// - the dictionary form of a word finds each of its forms, those of `OTHER_WORDS` aside
// - all but a few forms have the dictionary form's stem as their first

/** Forms that are another word's so much oftener that articles do not mean this one by them. */
const OTHER_WORDS: Readonly<Record<'bokmål' | 'nynorsk', readonly string[]>> = {
  bokmål: [
    'hage hagen',
    'tank tanken',
    'tank tanker',
    'tank tankene',
    'side siden',
    'ski skien',
    'sel selene',
    'se så',
    'le ledd',
    'nyte nytt',
    'nå når'
  ],
  nynorsk: [
    'stein steinar',
    'hage hagen',
    'tank tanken',
    'tank tankar',
    'tank tankane',
    'tak taka',
    'le ledd',
    'liggje lege',
    'vinne vann',
    'bite bit',
    'velje vel',
    'skjere skjer',
    'ete et',
    'eige åtte',
    'nå når',
    'brenne brann'
  ]
}

interface Paradigm {
  readonly wordClass: string
  readonly lemma: string
  readonly forms: readonly string[]
}

const read = (standard: string): Paradigm[] => {
  const text = readFileSync(new URL(`paradigms/${standard}.txt`, import.meta.url), 'utf8')
  return text.split('\n\n').flatMap(readBlock)
}

/** A block's heading is a word class with endings, or `list` with a word class; lines with `#` are comments. */
const readBlock = (block: string): Paradigm[] => {
  const [heading = '', ...lines] = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [first = '', ...rest] = heading.split(' ')
  if (first === 'list')
    return lines.map((line) => {
      const [lemma = '', ...forms] = line.split(' ')
      return { wordClass: rest[0]!, lemma, forms }
    })
  return lines.flatMap((line) =>
    line.split(' ').map((lemma) => {
      const root = lemma.replace(/e$/, '')
      return { wordClass: first, lemma, forms: rest.map((ending) => root + ending) }
    })
  )
}

const { stem, further } = loadModels()
/** The stems that a query searches, and those that an article's word is indexed under. */
const searched = (word: string): string[] => [stem(word), ...further(word).meant, ...further(word).asked]
const indexed = (word: string): string[] => [stem(word), ...further(word).meant]

for (const standard of ['bokmål', 'nynorsk'] as const)
  t.test(standard, (t) => {
    const words = read(standard)
    const count = (wordClass: string): number => words.filter((word) => word.wordClass === wordClass).length
    t.ok(count('noun') >= 300 && count('verb') >= 100 && count('adjective') >= 60, 'has words of each class')
    const pairs = words.flatMap(({ lemma, forms }) => forms.map((form) => [lemma, form] as const))
    const missed = pairs.filter(
      ([lemma, form]) => !searched(lemma).some((one) => indexed(form).includes(one))
    )
    t.same(
      missed.map((pair) => pair.join(' ')),
      OTHER_WORDS[standard],
      'the dictionary form finds each form'
    )
    const first = pairs.filter(([lemma, form]) => stem(lemma) === stem(form))
    t.ok(first.length / pairs.length > 0.9, `${first.length} of ${pairs.length} share the first stem`)
    t.end()
  })
