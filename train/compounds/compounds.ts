import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createSplitter } from '../../src/analysis/compounds/splitter.js'
import { makeArtefact } from './artefact.js'
import { STANDARDS, type Standard } from '../shared/treebank.js'
import { type GoldCompound, readGold } from './gold.js'
import { measureBoundaries, measureSimplex } from './measure.js'
import { SOFTMAX, trainModel } from './model.js'
import { share } from '../../tools/random.js'
import { readContentWords, simplexForms } from './content-words.js'
import { countWords } from './word-counts.js'

/** Of ten parts of the heads, these are held out in turn. */
const FOLDS = [0, 1]
const THRESHOLDS = [-2, -1, -0.5, -0.2, 0, 0.5, 1, 1.5, 2]
/** A part must be a compound by this much more than a whole word. */
const INNER = 0.5

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models' } }
})
if (values.data === undefined) throw new Error('Usage: compounds --data DIR [--out DIR]')
const { data, out } = values

const gold = { nb: readGold(data, 'nb'), nn: readGold(data, 'nn') }
const { words: counts, names } = countWords(data)
const treebank = STANDARDS.flatMap((standard) => readContentWords(data, standard, 'train'))
const simplex = Object.fromEntries(
  STANDARDS.map((standard) => [
    standard,
    simplexForms(readContentWords(data, standard, 'dev'), new Set(gold[standard].map(({ word }) => word)))
  ])
) as Record<Standard, string[]>

const train = (compounds: readonly GoldCompound[]) => trainModel({ gold: compounds, treebank, counts })
const foldOf = ({ head }: GoldCompound): number => Math.floor(share(`head ${head}`) * 10)

/** Figures of a model that has not seen the heads of this fold, at each threshold. */
const measureFold = (fold: number) => {
  const compounds = [...gold.nb, ...gold.nn].filter((compound) => foldOf(compound) !== fold)
  const { model } = makeArtefact(train(compounds), names)
  return THRESHOLDS.map((threshold) => {
    const split = createSplitter(model, { threshold, innerThreshold: threshold + INNER })
    const figures = STANDARDS.map((standard) => ({
      [standard]: {
        ...measureBoundaries(
          gold[standard].filter((compound) => foldOf(compound) === fold),
          split
        ),
        falseSplits: measureSimplex(simplex[standard], split)
      }
    }))
    return { fold, threshold, ...figures[0], ...figures[1] }
  })
}

const unseenHeads = FOLDS.flatMap(measureFold)
const { file, strings, exceptions } = makeArtefact(train([...gold.nb, ...gold.nn]), names)
mkdirSync(out, { recursive: true })
writeFileSync(path.join(out, 'compounds.bin.gz'), file)
const card = {
  file: 'compounds.bin.gz',
  bytes: file.length,
  sha256: createHash('sha256').update(file).digest('hex'),
  seed: SOFTMAX.seed,
  strings,
  exceptions,
  data: 'Norsk Ordbank compounds (nb, nn); NorNE train (nb, nn); NoReC word counts; nb-nn train',
  unseenHeads
}
writeFileSync(path.join(out, 'compounds.json'), `${JSON.stringify(card, undefined, 2)}\n`)
console.log(JSON.stringify(card))
