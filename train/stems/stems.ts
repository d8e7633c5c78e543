import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeStemModel, type StemModel } from '../../src/analysis/stems/stem-model.js'
import { createFurtherStems, createStemmer, type Stemmer } from '../../src/analysis/stems/stemmer.js'
import { snowballStemmer } from '../../tools/snowball.js'
import { readGold } from '../compounds/gold.js'
import { countWords } from '../compounds/word-counts.js'
import { STANDARDS } from '../shared/treebank.js'
import { modifierLemmas } from './compound-terms.js'
import { readDictionary, withoutSlips } from './dictionary.js'
import { readDocuments, type Document } from './documents.js'
import { pairScore } from './pair-score.js'
import { frequentPairs, pairShare, unseenPairs } from './pairs.js'
import { TRAINING } from './ranker-training.js'
import { encodeStemModel } from './stem-file.js'
import { buildStemTable } from './stem-table.js'
import { trainStemModel, type StemData } from './stem-training.js'
import { WordGroups } from './word-groups.js'

// Makes models/stems.bin.gz and its description models/stems.json, and prints the figures:
//
//     npm run train:stems -- --data DIR [--out DIR] [--folds 5]
//
// DIR is the folder that holds norne/, ordbank/, compounds/, norec/ and nb-nn/. The same data give the same bytes.
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models' },
    folds: { type: 'string', default: '5' }
  }
})
if (values.data === undefined) throw new Error('Usage: stems --data DIR [--out DIR] [--folds N]')

const { data } = values
const read = (part: 'train' | 'dev'): Document[] =>
  STANDARDS.flatMap((standard) => readDocuments(data, standard, part))

const round = (value: number): number => Math.round(value * 1e4) / 1e4
const rounded = (score: object): object =>
  Object.fromEntries(Object.entries(score).map(([key, value]) => [key, round(value as number)]))

/** The measure on bokmål and on nynorsk. */
const figures = (documents: readonly Document[], stem: Stemmer): Record<'nb' | 'nn', object> => {
  const of = (standard: 'nb' | 'nn'): object =>
    rounded(
      pairScore(
        documents.filter((d) => d.standard === standard),
        stem
      )
    )
  return { nb: of('nb'), nn: of('nn') }
}

const stemsOf = (model: StemModel): ((word: string) => readonly string[]) => {
  const [stem, further] = [createStemmer(model), createFurtherStems(model)]
  return (word) => [stem(word), ...further(word).meant, ...further(word).asked]
}

/** How many inflected forms of bokmål's and of nynorsk's documents share a stem with their dictionary form. */
const pairFigures = (documents: readonly Document[], model: StemModel): Record<'nb' | 'nn', object> => {
  const of = (standard: 'nb' | 'nn'): object => {
    const own = documents.filter((document) => document.standard === standard)
    const pairs = unseenPairs(own, () => true)
    return rounded(pairShare(pairs, stemsOf(model)))
  }
  return { nb: of('nb'), nn: of('nn') }
}

/** Each fold of whole documents measured with a model of the others. */
const crossValidate = (all: StemData, folds: number): object => {
  const f1 = { nb: 0, nn: 0 }
  const pairs = { nb: { pairs: 0, first: 0, any: 0 }, nn: { pairs: 0, first: 0, any: 0 } }
  for (let fold = 0; fold < folds; fold++) {
    const rest = all.documents.filter((_, i) => i % folds !== fold)
    const model = trainStemModel({ ...all, documents: rest })
    for (const standard of STANDARDS) {
      const part = all.documents.filter((d, i) => i % folds === fold && d.standard === standard)
      f1[standard] += pairScore(part, createStemmer(model)).f1 / folds
      const seen = new Set(
        rest.flatMap((d) => (d.standard === standard ? d.readings.map(({ lemma }) => lemma) : []))
      )
      const unseen = pairShare(
        unseenPairs(part, (lemma) => !seen.has(lemma)),
        stemsOf(model)
      )
      pairs[standard].first += unseen.first / folds
      pairs[standard].any += unseen.any / folds
      pairs[standard].pairs += unseen.pairs
    }
  }
  return { folds, f1: rounded(f1), unseenWords: { nb: rounded(pairs.nb), nn: rounded(pairs.nn) } }
}

/** What a table alone gives, with Snowball's stemmer for the words that it lacks. */
const ablation = (dev: readonly Document[], train: StemData): object => {
  const { readings } = buildStemTable(
    train.documents,
    new WordGroups(train.documents, train.dictionary),
    train
  )
  return {
    snowball: figures(dev, snowballStemmer),
    tableOfFamilies: figures(dev, (word) => readings.get(word)?.meant[0] ?? snowballStemmer(word))
  }
}

const documents = read('train')
const dictionary = readDictionary(data, documents)
const { words: counts } = countWords(data)
const gold = STANDARDS.flatMap((standard) => readGold(data, standard))
const compounds = new Set(gold.map(({ word }) => word))
const train: StemData = {
  documents: withoutSlips(documents, dictionary),
  dictionary,
  counts,
  compounds,
  modifiers: modifierLemmas(gold)
}
const dev = read('dev')
const file = encodeStemModel(trainStemModel(train))
const model = decodeStemModel(file)
const folds = Number(values.folds)
const forms = [...model.stems.forms()]
const description = {
  file: 'stems.bin.gz',
  sha256: createHash('sha256').update(file).digest('hex'),
  bytes: file.length,
  data: [
    'NorNE, official train (bokmål and nynorsk)',
    'Norsk Ordbank (forms of bokmål, dictionary forms of nynorsk, compounds)',
    'NoReC, nb-nn (word counts)'
  ],
  training: TRAINING,
  sizes: {
    forms: forms.length,
    stems: new Set(forms.map((form) => model.stems.get(form))).size,
    ambiguous: forms.filter((form) => model.stems.of(form)!.meant.length > 1).length,
    rules: model.rules.length
  },
  dev: figures(dev, createStemmer(model)),
  devPairs: pairFigures(dev, model),
  /** The 20,000 words of the dictionary that reviews have most often: the table is made of it, so this is no test. */
  frequentBokmål: rounded(pairShare(frequentPairs(dictionary.bokmål, counts, 20_000), stemsOf(model))),
  ...(folds > 0 ? { crossValidation: crossValidate(train, folds) } : {}),
  ablation: ablation(dev, train)
}
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, description.file), file)
writeFileSync(join(values.out, 'stems.json'), `${JSON.stringify(description, null, 2)}\n`)
console.log(JSON.stringify(description, null, 2))
