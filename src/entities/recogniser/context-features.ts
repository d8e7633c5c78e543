import type { FormClass } from './form-facts.js'
import { featureHash } from './feature-weights.js'
import { isNameLike, LOWER, NO_SHAPE, SHAPES } from './form-shape.js'

const enum Ask {
  Shapes3 = 64, Shapes2, FirstShape, FirstCapitals, ClusterBefore, ClusterAfter, Quote, Bracket, Heading, Clusters,
  AllCapitals, Skip
} // prettier-ignore

const shape = (name: (typeof SHAPES)[number]): number => SHAPES.indexOf(name)
const QUOTE = shape('quote')
const OPEN_QUOTE = shape('open-quote')
const CLOSE_QUOTE = shape('close-quote')
const OPEN = shape('open')
const CLOSE = shape('close')
const CAPITAL = shape('capital')
const CAPITALS = shape('capitals')
const ENDS = new Set((['stop', 'question', 'colon'] as const).map(shape))
const BEFORE_WORDS = new Set((['dash', 'quote', 'open-quote', 'sign'] as const).map(shape))
const NONE: FormClass = { shape: NO_SHAPE, cluster: 0, fine: 0, capitals: 8, lists: 0, topics: 0 }

/** Longer stretches between quotation marks are speech, not titles. */
const LONGEST_TITLE = 10

/** What a whole sentence is like. */
interface SentenceFacts {
  /** The first token that is a word: capitals mean little there. */
  readonly first: number
  readonly quotes: Uint8Array
  /** No sign ends it. */
  readonly isHeading: boolean
  /** Almost all of it is in capitals. */
  readonly isAllCapitals: boolean
}

/** Calls back with the features that come of a token's place in its sentence. @param isWanted by token; absent: all */
export const contextFeatures = (
  classes: readonly FormClass[],
  sink: (feature: number, token: number) => void,
  isWanted?: ArrayLike<number>
): void => {
  const facts = factsOf(classes)
  let inBrackets = false
  for (let token = 0; token < classes.length; token++) {
    const here = classes[token]!
    if (here.shape === OPEN) inBrackets = true
    else if (here.shape === CLOSE) inBrackets = false
    if (isWanted?.[token] === 0) continue
    const emit: Emit = (ask, value) => {
      sink(featureHash(ask * 8, value), token)
    }
    if (neighbourFeatures(classes, token, emit) === 'plain' && facts.quotes[token] === 0) continue
    if (facts.quotes[token]! > 0) emit(Ask.Quote, facts.quotes[token]! * 32 + here.shape)
    if (inBrackets) emit(Ask.Bracket, here.shape)
    if (facts.isHeading) emit(Ask.Heading, here.shape)
    if (facts.isAllCapitals) emit(Ask.AllCapitals, here.shape)
    if (token === facts.first) {
      emit(Ask.FirstShape, here.shape * 32 + (classes[token + 1] ?? NONE).shape)
      emit(Ask.FirstCapitals, here.capitals * 32 + here.shape)
    } else if (isNameLike(here.shape)) emit(Ask.FirstCapitals, 1000 + here.capitals)
  }
}

type Emit = (ask: Ask, value: number) => void

/** Of words in small letters among such words, little is asked. */
const neighbourFeatures = (classes: readonly FormClass[], token: number, emit: Emit): 'plain' | 'telling' => {
  const here = classes[token]!
  const before = classes[token - 1] ?? NONE
  const after = classes[token + 1] ?? NONE
  emit(Ask.Shapes2, before.shape * 32 + here.shape)
  if (here.shape === LOWER && before.shape === LOWER && after.shape === LOWER) return 'plain'
  emit(Ask.Shapes3, (before.shape * 32 + here.shape) * 32 + after.shape)
  const outer = (classes[token - 2] ?? NONE).shape * 1024 + (classes[token + 2] ?? NONE).shape
  emit(Ask.Skip, outer + here.shape * 32)
  emit(Ask.ClusterBefore, before.cluster * 32 + here.shape)
  emit(Ask.ClusterAfter, after.cluster * 32 + here.shape)
  emit(Ask.Clusters, before.cluster * 1024 + after.cluster)
  return 'telling'
}

const factsOf = (classes: readonly FormClass[]): SentenceFacts => {
  const last = classes.at(-1)?.shape ?? NO_SHAPE
  return {
    first: classes.findIndex(({ shape }) => !BEFORE_WORDS.has(shape)),
    quotes: quoteState(classes),
    isHeading: !ENDS.has(last),
    isAllCapitals: classes.filter(({ shape }) => shape === CAPITALS).length > 2 && !classes.some(isPlain)
  }
}

const isPlain = ({ shape }: FormClass): boolean => shape === LOWER || shape === CAPITAL

/** 0 outside short quotations; 1 the first token inside, 2 the last, 3 both, 4 another. */
const quoteState = (classes: readonly FormClass[]): Uint8Array => {
  const state = new Uint8Array(classes.length)
  let open = -1
  for (let i = 0; i < classes.length; i++) {
    const { shape } = classes[i]!
    const closes = open >= 0 && (shape === CLOSE_QUOTE || (shape === QUOTE && classes[open]!.shape === QUOTE))
    if (closes) {
      if (i - open - 1 <= LONGEST_TITLE)
        for (let k = open + 1; k < i; k++)
          state[k] = i - open === 2 ? 3 : k === open + 1 ? 1 : k === i - 1 ? 2 : 4
      open = -1
    } else if (shape === OPEN_QUOTE || shape === QUOTE) open = i
  }
  return state
}
