import type { Signal } from '../evidence.js'

/** Words side by side as they were typed, by what is known of such pairs (`TypedPairs`). */
export const pairsAsTyped: Signal = ({ typedPairs }) => typedPairs
