/** The types of NorNE that the recogniser tells apart; its MISC, of which there are a dozen, is left out. */
export const RECOGNISED_TYPES = ['PER', 'ORG', 'LOC', 'GPE_LOC', 'GPE_ORG', 'PROD', 'EVT', 'DRV'] as const

export type RecognisedType = (typeof RECOGNISED_TYPES)[number]

/** A label is O, or a type's B (its first token) or I (any further one): 0, 1 + 2t, 2 + 2t. */
export const OUTSIDE = 0
export const LABEL_COUNT = 1 + 2 * RECOGNISED_TYPES.length

export const beginOf = (type: RecognisedType): number => 1 + 2 * RECOGNISED_TYPES.indexOf(type)
export const isInside = (label: number): boolean => label !== OUTSIDE && label % 2 === 0
/** The type of a label that is not O. */
const typeOf = (label: number): RecognisedType => RECOGNISED_TYPES[(label - 1) >> 1]!

/** Tokens `first` to `end` (exclusive) of a sentence. */
export interface LabelSpan {
  readonly type: RecognisedType
  readonly first: number
  readonly end: number
}

/** The entities that labels mark. An I that continues nothing of its type begins one, as in conlleval. */
export const spansOf = (labels: ArrayLike<number>): LabelSpan[] => {
  const spans: LabelSpan[] = []
  for (let i = 0; i < labels.length;) {
    const label = labels[i]!
    const first = i++
    if (label === OUTSIDE) continue
    const inside = isInside(label) ? label : label + 1
    while (i < labels.length && labels[i] === inside) i++
    spans.push({ type: typeOf(label), first, end: i })
  }
  return spans
}
