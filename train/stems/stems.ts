import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeStemModel } from '../../src/analysis/stems/stem-model.js'
import { createStemmer, type Stemmer } from '../../src/analysis/stems/stemmer.js'
import { pairScore } from './pair-score.js'
import { TRAINING } from './ranker-training.js'
import { encodeStemModel } from './stem-file.js'
import { buildStemTable } from './stem-table.js'
import { trainStemModel } from './stem-training.js'
import { snowballStemmer } from '../../tools/snowball.js'
import { readDocuments, type Document } from './documents.js'
import { STANDARDS } from '../shared/treebank.js'

// Makes models/stems.bin.gz and its description models/stems.json, and prints the figures:
//
//     npm run train:stems -- --data DIR [--out DIR] [--folds 5]
//
// DIR is the folder that holds norne/. The same data give the same bytes.
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

/** The measure on bokmål and on nynorsk. */
const figures = (documents: readonly Document[], stem: Stemmer): Record<'nb' | 'nn', object> => {
  const of = (standard: 'nb' | 'nn'): object => {
    const score = pairScore(
      documents.filter((d) => d.standard === standard),
      stem
    )
    return Object.fromEntries(Object.entries(score).map(([key, value]) => [key, round(value as number)]))
  }
  return { nb: of('nb'), nn: of('nn') }
}

/** Each fold of whole documents measured with a model of the others; the mean F1. */
const crossValidate = (documents: readonly Document[], folds: number): Record<'nb' | 'nn', number> => {
  const sum = { nb: 0, nn: 0 }
  for (let fold = 0; fold < folds; fold++) {
    const stem = createStemmer(trainStemModel(documents.filter((_, i) => i % folds !== fold)))
    for (const standard of STANDARDS) {
      const part = documents.filter((d, i) => i % folds === fold && d.standard === standard)
      sum[standard] += pairScore(part, stem).f1 / folds
    }
  }
  return { nb: round(sum.nb), nn: round(sum.nn) }
}

/** What a table alone gives, with Snowball's stemmer for the words that it lacks. */
const ablation = (train: readonly Document[], dev: readonly Document[]): object => {
  const withTable = (search: boolean): object => {
    const { stems } = buildStemTable(train, { search })
    return figures(dev, (word) => stems.get(word) ?? snowballStemmer(word))
  }
  return {
    snowball: figures(dev, snowballStemmer),
    tableOfLemmas: withTable(false),
    tableOfFamilies: withTable(true)
  }
}

const train = read('train')
const dev = read('dev')
const file = encodeStemModel(trainStemModel(train))
const model = decodeStemModel(file)
const folds = Number(values.folds)
const description = {
  file: 'stems.bin.gz',
  sha256: createHash('sha256').update(file).digest('hex'),
  bytes: file.length,
  data: 'NorNE, official train (bokmål and nynorsk)',
  training: TRAINING,
  sizes: { forms: model.stems.size, stems: new Set(model.stems.values()).size, rules: model.rules.length },
  dev: figures(dev, createStemmer(model)),
  ...(folds > 0 ? { crossValidation: { folds, f1: crossValidate(train, folds) } } : {}),
  ablation: ablation(train, dev)
}
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, description.file), file)
writeFileSync(join(values.out, 'stems.json'), `${JSON.stringify(description, null, 2)}\n`)
console.log(JSON.stringify(description, null, 2))
