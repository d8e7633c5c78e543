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
import { modelText } from './model-text.js'
import { namesIn, taggedNames } from './names.js'
import { readSentencePairs } from './sentence-pairs.js'
import { ALIGNMENT, alignWords } from './word-alignment.js'

// Makes models/variants.txt.gz and its description models/variants.json, and prints the figures:
//
//     npm run train:variants -- --data DIR [--out DIR]
//
// DIR is the folder that holds nb-nn/, norne/ and norec/. The same data give the same bytes.
const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models' } }
})
if (values.data === undefined) throw new Error('Usage: variants --data DIR [--out DIR]')
const { data, out } = values

const counts = alignWords(readSentencePairs(path.join(data, 'nb-nn', 'train.tsv')))
const tagged = STANDARDS.flatMap((standard) =>
  (['train', 'dev'] as const).flatMap((part) => taggedNames(treebankWords(data, standard, part)))
)
const names = new Set([...tagged, ...namesIn(reviewTexts(data))])
const { text, sizes } = modelText(counts, names)
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
    'norne (names)',
    'norec (names)'
  ],
  sizes,
  options: { alignment: ALIGNMENT, correspondences: LEARNING },
  dev: measureVariants(dev, model)
}
const json = `${JSON.stringify(report, undefined, 2)}\n`
writeFileSync(path.join(out, 'variants.json'), json)
process.stdout.write(json)
