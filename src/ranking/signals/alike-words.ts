import type { Signal } from '../evidence.js'
import { saturated } from '../saturation.js'

/**
 * All that matches and all that is like it, graded, by BM25: a text on founding says `grunnla` and `grunnleggelsen`.
 */
export const alikeWords: Signal = (evidence) => saturated(evidence, 'likeness')
