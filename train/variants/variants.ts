import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { VariantModel } from '../../src/analysis/variants/variant-model.js'
import { reviewTexts } from '../shared/reviews.js'
import { STANDARDS, treebankWords } from '../shared/treebank.js'
import { measureVariants } from './figures.js'
import { LEARNING } from './learn-correspondences.js'
import { readCounterparts, readListedWords } from './listed-words.js'
import { modelText } from './model-text.js'
import { namesIn, taggedNames } from './names.js'
import { readSentencePairs, wordsOf } from './sentence-pairs.js'
import { countStandard, wordStandards } from './word-standards.js'
import { ALIGNMENT, alignWords } from './word-alignment.js'

// Makes models/variants.txt.gz and its description models/variants.json, and prints the figures:
//
//     npm run train:variants -- --data DIR [--out DIR]
//
// DIR is the folder that holds nb-nn/, norne/, norec/ and ordbank/. The same data give the same bytes.
const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models' } }
})
if (values.data === undefined) throw new Error('Usage: variants --data DIR [--out DIR]')
const { data, out } = values

const pairs = readSentencePairs(path.join(data, 'nb-nn', 'train.tsv'))
const counts = alignWords(pairs)
const tagged = STANDARDS.flatMap((standard) =>
  (['train', 'dev'] as const).flatMap((part) => taggedNames(treebankWords(data, standard, part)))
)
const names = new Set([...tagged, ...namesIn(reviewTexts(data))])

function* reviews(): Generator<string[]> {
  for (const text of reviewTexts(data)) yield wordsOf(text)
}

const news = (standard: 'nb' | 'nn') => {
  const treebank = [...treebankWords(data, standard, 'train')].map(({ form }) => form.toLowerCase())
  return countStandard([treebank, ...pairs.map((pair) => pair[standard])])
}

const lists = readListedWords(data)
const nynorsk = news('nn')
const standards = wordStandards([countStandard(reviews()), news('nb')], nynorsk, lists)
const isUsed = (word: string): boolean => standards.has(word)
const listed = [...readCounterparts(), ...lists.agents.filter((pair) => pair.some(isUsed))]
const { text, sizes } = modelText({ counts, names, standards, listed })
const bytes = gzipSync(Buffer.from(text, 'latin1'), { level: 9 })
mkdirSync(out, { recursive: true })
const file = path.join(out, 'variants.txt.gz')
writeFileSync(file, bytes)

const dev = readSentencePairs(path.join(data, 'nb-nn', 'dev.tsv'))
const model = new VariantModel(text)
const report = {
  model: path.basename(file),
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  seed: 'none: nothing is drawn',
  data: [
    'nb-nn/train.tsv (NorBench translation sets: Nynorsk pressekontor, Målfrid)',
    'norne (names; where words are used: train)',
    'norec (names; where words are used)',
    'ordbank (where rare words are used)'
  ],
  sizes,
  options: { alignment: ALIGNMENT, correspondences: LEARNING },
  dev: measureVariants(dev, model)
}
const json = `${JSON.stringify(report, undefined, 2)}\n`
writeFileSync(path.join(out, 'variants.json'), json)
process.stdout.write(json)
