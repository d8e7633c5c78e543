import { editDistance } from './edit-distance.js'

/** Two of five letters may differ, as in `titel` for `title`. */
const NEAR = 0.4
/** No name is longer, in letters. */
const LONGEST = 100

/** The names, the nearest to what was given first; case makes no difference. */
export const byNearness = (given: string, names: readonly string[]): string[] =>
  names.toSorted((a, b) => difference(given, a) - difference(given, b))

/** The name that was meant, where one is near: `titel`, `ttile` → title. */
export const nearestOf = (given: string, names: readonly string[]): string | undefined => {
  const [nearest] = byNearness(given, names)
  return nearest !== undefined && difference(given, nearest) <= NEAR ? nearest : undefined
}

/** The share of the letters that differ, 0 to 1; one letter of a short name counts as less. */
const difference = (given: string, name: string): number => {
  const start = given.slice(0, LONGEST).toLowerCase()
  const letters = editDistance(start, name.toLowerCase(), LONGEST)
  const length = Math.max(start.length, name.length)
  return letters <= 1 && length > 2 ? letters / 4 : letters / length
}
