import type { Signal } from '../evidence.js'
import { saturated } from '../saturation.js'

/** The very forms that were typed, by BM25: who asks for `valgene` may mean more than one. */
export const typedForms: Signal = (evidence) => saturated(evidence, 'typed')
