/** Names beyond these are not counted: whatever a folder holds, its counts stay small. */
const MOST_NAMES = 1000
/** In UTF-16 code units; what is longer is cut. */
const LONGEST_NAME = 60

/** How often each name was met. */
export type Counts = ReadonlyMap<string, number>

export const countIn = (counts: Map<string, number>, name: string): void => {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
  const before = counts.get(short)
  if (before !== undefined || counts.size < MOST_NAMES) counts.set(short, (before ?? 0) + 1)
}

/** The `most` names that were met most often, the most frequent first. */
export const mostFrequent = (counts: Counts, most: number): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([, a], [, b]) => b - a).slice(0, most))
