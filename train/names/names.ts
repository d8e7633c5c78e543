import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { decodeCompoundModel } from '../../src/analysis/compounds/compound-model.js'
import { createSplitter, exceptNames, type CompoundSplitter } from '../../src/analysis/compounds/splitter.js'
import { modelFile } from '../../src/analysis/models.js'
import { decodeNames, NAMES_FORMAT, type NameLexiconHeader } from '../../src/analysis/name-lexicon.js'
import { readGold } from '../compounds/gold.js'
import { measureBoundaries } from '../compounds/measure.js'
import { frontCode, isEncodable } from '../shared/front-coding.js'
import { sealModel } from '../shared/model-container.js'
import { STANDARDS, treebankWords } from '../shared/treebank.js'
import { countCapitals } from './count-capitals.js'
import { dictionaryForms } from './dictionary.js'

// Makes models/names.bin.gz and its description models/names.json, and prints the figures:
//
//     npm run train:names -- --data DIR [--out DIR]
//
// DIR is the folder that holds norec/, nb-nn/, norne/, ordbank/ and compounds/. The same data give the same bytes. The
// figures depend on models/compounds.bin.gz too; the lexicon doesn't.

/** A name is written with a capital inside sentences this often at least, and in a larger share of its occurrences. */
interface NameLimits {
  readonly capitals: number
  readonly share: number
}

const LIMITS: NameLimits = { capitals: 2, share: 0.8 }
/** For a word that the dictionary has in lower case: `Hageby` and `Folkehjelp` are parts of names only. */
const DICTIONARY_LIMITS: NameLimits = { capitals: 10, share: 0.9 }

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string', default: 'models' } }
})
if (values.data === undefined) throw new Error('Usage: names --data DIR [--out DIR]')
const { data, out } = values

const dictionary = dictionaryForms(data)
const names = [...countCapitals(data)]
  .filter(([word, { capitals, all }]) => {
    const limits = dictionary.has(word) ? DICTIONARY_LIMITS : LIMITS
    return capitals >= limits.capitals && capitals > limits.share * all
  })
  .map(([word]) => word)
  .filter((word) => /^\p{L}{2,}$/u.test(word) && isEncodable(word))
  .sort()
const header: NameLexiconHeader = { format: NAMES_FORMAT, names: names.length }
const file = sealModel(header, [frontCode(names)])

const plain = createSplitter(decodeCompoundModel(readFileSync(modelFile('compounds.bin.gz'))))
const careful = exceptNames(decodeNames(file), plain)

/** Share of the long names in NorNE's official dev part that are split. */
const splitNames = (split: CompoundSplitter): number => {
  const forms = STANDARDS.flatMap((standard) => [...treebankWords(data, standard, 'dev')])
    .filter(
      ({ form, tag }) => /^[BI]-(PER|ORG|GPE|LOC|PROD|EVT)/.test(tag) && /^\p{Lu}\p{L}{5,}$/u.test(form)
    )
    .map(({ form }) => form.toLowerCase())
  return round(forms.filter((form) => split(form).length > 0).length / forms.length)
}

const compounds = (split: CompoundSplitter): object =>
  Object.fromEntries(
    STANDARDS.map((standard) => [
      standard,
      measureBoundaries(readGold(data, standard), split).boundaryAccuracy
    ])
  )

const round = (value: number): number => Math.round(value * 1e4) / 1e4

const card = {
  file: 'names.bin.gz',
  bytes: file.length,
  sha256: createHash('sha256').update(file).digest('hex'),
  seed: 'none: nothing is drawn',
  data: 'NoReC; nb-nn train; NorNE train (nb, nn); Norsk Ordbank (nb, nn)',
  options: { limits: LIMITS, dictionaryLimits: DICTIONARY_LIMITS },
  names: names.length,
  namesSplit: { without: splitNames(plain), with: splitNames(careful) },
  compoundBoundaries: { without: compounds(plain), with: compounds(careful) }
}
mkdirSync(out, { recursive: true })
writeFileSync(path.join(out, card.file), file)
writeFileSync(path.join(out, 'names.json'), `${JSON.stringify(card, undefined, 2)}\n`)
console.log(JSON.stringify(card))
