/*
 * All words of a cluster in this process:
 * - they answer as the index of words does: each way to words finds those whose documents say so;
 * - nothing stands under a term that they say nothing stands under, however words and parts are written.
 */
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { foldKey } from '../../src/analysis/text/fold.js'
import { LocalWords } from '../../src/engine/opensearch/lookup/local-words.js'
import { wordDocument } from '../../src/engine/opensearch/layout/word-document.js'
import { indexedForms, VocabularyBuilder } from '../../src/segment/words/vocabulary-builder.js'
import { joinedWordRuns } from '../../src/segment/words/word-growth.js'

const models = loadModels()

/** Words that come in two lots. */
const localWords = async (...lots: readonly (readonly string[])[]): Promise<LocalWords> => {
  let words: LocalWords | undefined
  for (const lot of lots) {
    const builder = new VocabularyBuilder(models.analyzeAnew, words)
    for (const word of lot) builder.idOf(word)
    const tables = await joinedWordRuns(await builder.finish(), models, { wordFrequency: () => 0 })
    words = new LocalWords(tables, models)
  }
  return words!
}

const WORDS =
  'film filmen filmene filmer spillefilm film-norge norge kafé kafe kaféen ålesund alesund aalesund strategi ' +
  'strategien strategiene digitaliseringsstrategi satt sette leder lede bøker bok bøk blåbær blaabaer 2019 ikt ' +
  'ikt-norge sykehus sjukehus sykehuset'
const someWords = fc.uniqueArray(fc.constantFrom(...WORDS.split(' ')), { minLength: 1 })

t.test('find what the documents of words say', async (t) => {
  const property = fc.asyncProperty(someWords, someWords, async (first, second) => {
    const words = await localWords(first, second)
    const documents = [...new Set([...first, ...second])].map((word) =>
      wordDocument(word, indexedForms(models.analyze(word)))
    )
    const found = (isFound: (one: (typeof documents)[number]) => boolean): string[] =>
      documents
        .filter(isFound)
        .map(({ word }) => word)
        .sort()
    for (const value of WORDS.split(' ')) {
      const by = (way: Parameters<typeof words.find>[0], key = value): string[] => words.find(way, key).sort()
      t.same(
        by('word'),
        found(({ word }) => word === value)
      )
      t.same(
        by('terms'),
        found(({ terms }) => terms.includes(value))
      )
      t.same(
        by('prefix', value.slice(0, 3)),
        found(({ word }) => word.startsWith(value.slice(0, 3)))
      )
      const key = foldKey(value).slice(0, 4)
      t.same(
        by('folded', key),
        found(({ folded }) => folded?.startsWith(key) === true)
      )
      const spelled = by('spellings')
      t.same(
        found(({ spellings, word }) => spellings.includes(value) && !spelled.includes(word)),
        []
      )
      for (const isPart of [false, true])
        if (!words.standsUnder(value, isPart))
          t.same(
            found(({ word }) => isUnder(word, value, isPart)),
            []
          )
    }
  })
  await fc.assert(property, { numRuns: 20 })
})

/** Does an article with the word stand under a term, whole or as a part? */
const isUnder = (word: string, value: string, isPart: boolean): boolean => {
  const { term, further, parts, inner, marked } = models.analyze(word)
  const isIn = [...parts, ...inner].some((part) => part.term === value)
  if (isPart) return isIn && !marked
  return term === value || further.meant.includes(value) || (isIn && marked)
}

t.test('the forms of a term stand under it alone', async (t) => {
  const words = await localWords(['film', 'filmen', 'spillefilm', 'ikt', 'ikt-norge'])
  t.equal(words.termOfAll(['filmen', 'film']), 'film')
  t.equal(words.termOfAll(['film']), undefined, 'not all forms')
  t.equal(words.termOfAll(['ikt']), undefined, 'a compound whose parts are marked stands under its part')
})
