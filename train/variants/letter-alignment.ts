const isVowel = (letter: string) => /[aeiouyæøåéèòôü]/.test(letter)

const exchange = (one: string, other: string): number => {
  if (one === other) return 0
  return isVowel(one) === isVowel(other) ? 0.9 : 1.6
}

/**
 * What each letter of `from` becomes in `to`; letters that only `to` has go with the one before, or `^`.
 *
 *     hva, kva → [^] [k] [v] [a] [$]      ikke, ikkje → [^] [i] [k] [kj] [e] [$]
 */
export const alignLetters = (from: string, to: string): string[] => {
  const width = to.length + 1
  const costs = new Float64Array((from.length + 1) * width)
  for (let i = 0; i <= from.length; i++)
    for (let j = 0; j <= to.length; j++) {
      if (i === 0 || j === 0) costs[i * width + j] = i + j
      else
        costs[i * width + j] = Math.min(
          costs[(i - 1) * width + j - 1]! + exchange(from[i - 1]!, to[j - 1]!),
          costs[(i - 1) * width + j]! + 1,
          costs[i * width + j - 1]! + 1
        )
    }
  const outputs = ['^', ...Array.from(from, () => ''), '$']
  let [i, j] = [from.length, to.length]
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j]!
    if (
      i > 0 &&
      j > 0 &&
      Math.abs(cost - costs[(i - 1) * width + j - 1]! - exchange(from[i - 1]!, to[j - 1]!)) < 1e-9
    ) {
      outputs[i] = to[--j]! + (outputs[i] ?? '')
      i--
    } else if (j > 0 && Math.abs(cost - costs[i * width + j - 1]! - 1) < 1e-9)
      outputs[i] = to[--j]! + (outputs[i] ?? '')
    else i--
  }
  return outputs
}
