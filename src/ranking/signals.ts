import type { Signal } from './evidence.js'
import { alikeWords } from './signals/alike-words.js'
import { answerNear } from './signals/answer.js'
import { bestSentences } from './signals/best-sentences.js'
import { titleShare } from './signals/title.js'
import { typedForms } from './signals/typed-forms.js'
import { pairsAsTyped } from './signals/typed-pairs.js'
import { bestWindow } from './signals/window.js'

/**
 * All that close reading looks at, beside the sum of impacts. `npm run train:ranking -- --ablation` tells what each
 * earns.
 */
export const SIGNALS = {
  typedForms,
  alikeWords,
  typedPairs: pairsAsTyped,
  bestWindow,
  bestSentences,
  answerNear,
  titleShare
} as const satisfies Record<string, Signal>

export type SignalName = keyof typeof SIGNALS

export const SIGNAL_NAMES = Object.keys(SIGNALS) as readonly SignalName[]
