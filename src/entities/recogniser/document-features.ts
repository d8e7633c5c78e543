import { featureHash } from './feature-weights.js'
import { SHAPES } from './form-shape.js'
import type { FormPlace, FormPlaces } from './form-places.js'

const CAPITAL = SHAPES.indexOf('capital')

const enum Ask {
  Alone = 96,
  Elsewhere,
  Before,
  After,
  Small
}

/** Calls back with what the rest of the document tells of the name at a place. */
export const documentFeatures = (
  occurrences: FormPlaces,
  form: string,
  at: FormPlace,
  sink: (feature: number) => void
): void => {
  const here = occurrences.classAt(at, 0)!
  const first = at.token === 0 ? 1 : 0
  const emit = (ask: Ask, value: number): void => {
    sink(featureHash(ask * 8, value))
  }
  if (occurrences.isSmallNear(form, at.sentence)) emit(Ask.Small, here.shape * 2 + first)
  const others = occurrences.near(form, at)
  if (others.length === 0) {
    emit(Ask.Alone, here.shape * 2 + first)
    return
  }
  let facts = 0
  const before = new Set<number>()
  const after = new Set<number>()
  for (const other of others) {
    if (other.token > 0) facts |= 1
    const left = occurrences.classAt(other, -1)
    const right = occurrences.classAt(other, 1)
    if (other.token > 0 && left?.shape === CAPITAL) facts |= 2
    if (right?.shape === CAPITAL) facts |= 4
    before.add(left === undefined ? -1 : left.shape * 2048 + left.fine)
    after.add(right === undefined ? -1 : right.shape * 2048 + right.fine)
  }
  emit(Ask.Elsewhere, (facts * 32 + here.shape) * 2 + first)
  for (const value of before) emit(Ask.Before, value)
  for (const value of after) emit(Ask.After, value)
}
