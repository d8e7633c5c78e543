import { figuresOf, foldOf, FOLDS, placeOf, type Figures, type List, type ListSet } from './lists.js'
import { fitSoftmax } from './softmax.js'

/** The weights for each fold, from the lists of all the others. */
export const fitFolds = (
  sets: readonly ListSet[],
  features: number,
  columns: readonly number[]
): Float64Array[] => {
  const lists = sets.flatMap((set) => set.lists)
  return Array.from({ length: FOLDS }, (_, fold) =>
    fitSoftmax(
      lists.filter(({ group }) => foldOf(group) !== fold),
      features,
      columns
    )
  )
}

/** The figures of each set, every list ranked with weights that no question about its article had a part in. */
export const crossValidate = (
  sets: readonly ListSet[],
  weights: readonly Float64Array[]
): Record<string, Figures> =>
  Object.fromEntries(
    sets.map(({ name, lists }) => [
      name,
      figuresOf(lists.map((list: List) => placeOf(list, weights[foldOf(list.group)]!)))
    ])
  )
