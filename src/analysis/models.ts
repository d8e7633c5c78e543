import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { packageFile } from '../package-file.js'
import { memoise, rememberLast } from '../structures/memoise.js'
import { createAnalyzer, type Analyzer } from './analyzer.js'
import { createCommonness, type Commonness } from './commonness.js'
import { decodeCompoundModel } from './compounds/compound-model.js'
import { splitLemmas } from './compounds/inflections.js'
import { createSplitter, exceptNames, type CompoundSplitter } from './compounds/splitter.js'
import { createDescriptionTest } from './descriptive-names.js'
import { decodeNames, type NameTest } from './name-lexicon.js'
import { decodeStemModel } from './stems/stem-model.js'
import { createPartTerms, type PartTerms } from './stems/compound-terms.js'
import {
  createFurtherStems,
  createStemmer,
  createWordKinds,
  keepNames,
  type FurtherStems,
  type Stemmer,
  type WordKinds
} from './stems/stemmer.js'
import { decodeVariantModel, type VariantModel } from './variants/variant-model.js'

/** What the service knows of bokmål and nynorsk. Every function is pure: its answer depends on its argument alone. */
export interface Models {
  /**
   * Names the models, the weights of ranking and the code that applies them: with the same version, a text is always
   * read the same way, and the same question has the same hits in the same order.
   */
  readonly version: string
  readonly stem: Stemmer
  /** The stems of the other words that a form may be of. */
  readonly further: (word: string) => FurtherStems
  readonly split: CompoundSplitter
  readonly partTerms: PartTerms
  /** Of the words that share a stem, those that a form is of. */
  readonly kindsOf: WordKinds
  /** The whole chain; remembers its latest answers. */
  readonly analyze: Analyzer
  /** The same for who asks once for each word: remembers nothing. */
  readonly analyzeAnew: Analyzer
  /** Words that bokmål and nynorsk spell otherwise. */
  readonly variants: VariantModel
  /** Is it one of the words that the stemmer knows by heart, in this very form? */
  readonly isKnownForm: (word: string) => boolean
  /** Makes ready what the first word would wait for. Lets other work run meanwhile. */
  readonly prepare: () => Promise<void>
  readonly isName: NameTest
  /** Of Norwegian texts in general, whatever a collection has. */
  readonly commonness: Commonness
}

/**
 * Part of `Models.version`. Raise it when code that reads or analyses texts answers differently with the same models.
 */
const ANALYSIS_VERSION = 18
/** The weights of ranking, in `models/`. */
export const RANKING_FILE = 'ranking.json'
/** Words whose analysis is remembered. */
const REMEMBERED_WORDS = 5000

/**
 * The models of the package. The first call in a thread reads them; later calls return the same object.
 *
 * @throws {Error} where the package lacks one, or has one of another format
 */
export const loadModels = (): Models => (loaded ??= readModels())

let loaded: Models | undefined

const readModels = (): Models => {
  const hash = createHash('sha256').update(`${ANALYSIS_VERSION}\n`)
  const read = (name: string): Uint8Array => {
    const bytes = readFileSync(modelFile(name))
    hash.update(bytes)
    return bytes
  }
  const stemModel = decodeStemModel(read('stems.bin.gz'))
  const isKnownForm = (word: string): boolean => stemModel.stems.has(word)
  const isName = decodeNames(read('names.bin.gz'))
  const stem = rememberLast(keepNames({ isKnownForm, isName }, createStemmer(stemModel)))
  const further = createFurtherStems(stemModel)
  const partTerms = createPartTerms(stemModel, stem)
  const compounds = decodeCompoundModel(read('compounds.bin.gz'))
  const splitWord = createSplitter(compounds, { dictionary: { isKnownForm, stem } })
  const commonness = createCommonness(compounds.lexicon)
  const describes = createDescriptionTest({ isName, isKnownForm, stem, commonness })
  const split = exceptNames(isName, splitLemmas(stem, isKnownForm, splitWord), describes)
  const variants = decodeVariantModel(read('variants.txt.gz'))
  read(RANKING_FILE)
  const analyzeAnew = createAnalyzer({ stem, further, split, partTerms, isKnownForm })
  return {
    version: hash.digest('base64url').slice(0, 12),
    stem,
    further,
    split,
    partTerms,
    kindsOf: createWordKinds(stemModel),
    analyze: memoise({ answers: REMEMBERED_WORDS }, analyzeAnew),
    analyzeAnew,
    variants,
    isKnownForm,
    prepare: () => stemModel.stems.prepare(),
    isName,
    commonness
  }
}

/** The path of a model file. @throws {Error} where the package lacks it */
export const modelFile = (name: string): string => packageFile(`models/${name}`)
