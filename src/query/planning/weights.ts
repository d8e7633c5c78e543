/** What a match is worth beside the whole word (1). Measured on NorQuAD with `npm run bench:relevance`. */
export const WEIGHTS = {
  /** `sier` for `seier`, which is a form of it too, in nynorsk. */
  homograph: 0.5,
  /** `alesund` for `Ålesund`. */
  spelling: 0.5,
  /** `digitaliseringsstrategi` for `strategi`. */
  compound: 0.35,
  /** `strategi` for `digitaliseringsstrategi`. */
  part: 0.35,
  /** `statsminister` for `stats minister`. */
  apart: 0.8,
  /** `Norge` for `IKT-Norge`, and the other way: the writer marked the parts. */
  markedPart: 0.7,
  /** `Ap` for `Arbeiderpartiet`. */
  alias: 0.8,
  prefix: 0.8,
  /** `kommune` for `komune`, for each of the edits. */
  fuzzy: 0.4
} as const

/** `digitaliseringsstrategi` finds `strategi for digitalisering`: the parts, so many tokens from each other. */
export const PARTS_WITHIN = 8
