/**
 * Insertions, deletions, substitutions and swaps of neighbouring letters from one word to the other, each 1, no
 * stretch edited twice (optimal string alignment; Boytsov 2011); `most + 1` where there are more than `most`.
 *
 *     kommune, komune → 1      kommune, kommnue → 1      ca, abc → 3
 */
export const editDistance = (one: string, other: string, most: number): number => {
  let [start, endOne, endOther] = [0, one.length, other.length]
  if (Math.abs(endOne - endOther) > most) return most + 1
  while (start < endOne && one.charCodeAt(start) === other.charCodeAt(start)) start++
  while (
    endOne > start &&
    endOther > start &&
    one.charCodeAt(endOne - 1) === other.charCodeAt(endOther - 1)
  ) {
    endOne--
    endOther--
  }
  if (start === endOne || start === endOther) return Math.max(endOne, endOther) - start
  // Longer stretches than this differ too much, and the rows have no room for them.
  if (endOther - start >= WIDTH || endOne - start >= WIDTH) return most + 1
  return tableDistance(one.slice(start, endOne), other.slice(start, endOther), most)
}

const WIDTH = 64
/** The last three rows of the table, used again for each pair. */
const rows = [new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1), new Uint8Array(WIDTH + 1)] as const

const tableDistance = (one: string, other: string, most: number): number => {
  let [beforeLast, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [...rows]
  for (let j = 0; j <= other.length; j++) last[j] = j
  for (let i = 1; i <= one.length; i++) {
    const letter = one.charCodeAt(i - 1)
    let least = (row[0] = i)
    for (let j = 1; j <= other.length; j++) {
      const against = other.charCodeAt(j - 1)
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === against ? 0 : 1))
      const isSwap = i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === against
      if (isSwap) cost = Math.min(cost, beforeLast[j - 2]! + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    // A swap reaches over one row, and costs 1.
    if (least > most + 1) return most + 1
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return Math.min(last[other.length]!, most + 1)
}
