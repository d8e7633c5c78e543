import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeEntityModel } from '../../src/entities/recogniser/model-file.js'
import { share } from '../../tools/random.js'
import { fileOf, type LabelledDocument, readConll } from '../../tools/conll.js'
import { encodeEntityModel } from './encode-model.js'
import { measure } from './measure.js'
import { readFurtherNews } from './further-news.js'
import { newsDocuments, readLabelledArticles } from './news.js'
import { LISTS, readPublicNames } from './public-names.js'
import { CLUSTERS, factsOfModel, rawFacts, VECTORS } from './raw-facts.js'
import { type Knowledge, TRAINING, trainModel } from './train-model.js'

// Makes models/entities.bin.gz and its description models/entities.json, and prints the figures:
//
//     npm run train:entities -- --data DIR [--models DIR] [--names DIR] [--folds 5] [--facts FILE]
//
// DIR is the folder that holds norne/, news/, norquad/, norec/ and nb-nn/. The same data give the same bytes. What the
// raw text tells takes a quarter of an hour; --facts takes it from a model that was made before.
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    models: { type: 'string', default: 'models' },
    names: { type: 'string', default: 'train/entities/public-names' },
    folds: { type: 'string', default: '5' },
    facts: { type: 'string' }
  }
})
if (values.data === undefined) throw new Error('--data DIR is missing')
const { data } = values

type Standard = 'nb' | 'nn'
type Figures = Record<Standard, { f1: number; precision: number; recall: number }>
const read = (part: string) => ({
  nb: readConll(join(data, 'norne', `nb-${part}.conll`)),
  nn: readConll(join(data, 'norne', `nn-${part}.conll`))
})

const round = (value: number): number => Math.round(value * 1e4) / 1e4

const figures = (
  model: Parameters<typeof measure>[0],
  documents: Record<Standard, LabelledDocument[]>
): Figures => {
  const of = (standard: Standard) => {
    const { f1, precision, recall } = measure(model, documents[standard]).figures()
    return { f1: round(f1), precision: round(precision), recall: round(recall) }
  }
  return { nb: of('nb'), nn: of('nn') }
}

const train = read('train')
const knowledge: Knowledge = {
  raw:
    values.facts === undefined ? rawFacts(data) : factsOfModel(decodeEntityModel(readFileSync(values.facts))),
  publicNames: readPublicNames(values.names)
}
const placeBit = 1 << LISTS.indexOf('places')
const news = newsDocuments(
  [
    ...readLabelledArticles(join(data, 'news', 'labelled.jsonl')),
    ...readFurtherNews('train/entities/further-news.tsv', join(data, 'norquad', 'articles.jsonl'))
  ],
  (form) => ((knowledge.publicNames.get(form) ?? 0) & placeBit) !== 0
)
const learn = (leaveOut?: (document: LabelledDocument) => boolean) =>
  decodeEntityModel(
    encodeEntityModel(
      trainModel(
        { treebank: [...train.nb, ...train.nn].filter((d) => leaveOut?.(d) !== true), news },
        knowledge
      )
    )
  )

const folds = Number(values.folds)
const unseenFiles = Array.from({ length: folds }, (_, fold) => {
  const isHeld = ({ name }: LabelledDocument): boolean =>
    Math.floor(share(`fold ${fileOf(name)}`) * folds) === fold
  const held = { nb: train.nb.filter(isHeld), nn: train.nn.filter(isHeld) }
  const result = { fold, ...figures(learn(isHeld), held) }
  console.log(JSON.stringify(result))
  return result
})

const model = learn()
const file = encodeEntityModel(model)
const description = {
  file: 'entities.bin.gz',
  sha256: createHash('sha256').update(file).digest('hex'),
  bytes: file.length,
  data: 'NorNE, official train (bokmål and nynorsk); 237 news articles of NorQuAD with their names; raw text of NoReC and of the bokmål–nynorsk pairs; train/entities/public-names',
  training: { ...TRAINING, vectors: VECTORS, clusters: CLUSTERS },
  sizes: {
    features: model.features.length,
    newsFeatures: model.news.features.length,
    forms: model.lexicon.keys.length
  },
  dev: figures(model, read('dev')),
  unseenFiles
}
mkdirSync(values.models, { recursive: true })
writeFileSync(join(values.models, description.file), file)
writeFileSync(join(values.models, 'entities.json'), `${JSON.stringify(description, null, 2)}\n`)
console.log(JSON.stringify(description))
