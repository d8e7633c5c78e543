/** Solves `matrix · x = right` for a symmetric positive definite matrix, row by row (Cholesky). */
export const solve = (matrix: Float64Array, right: Float64Array): Float64Array => {
  const n = right.length
  const lower = matrix.slice()
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++)
      for (let i = j; i < n; i++) lower[i * n + j]! -= lower[i * n + k]! * lower[j * n + k]!
    const root = Math.sqrt(lower[j * n + j]!)
    for (let i = j; i < n; i++) lower[i * n + j]! /= root
  }
  const x = right.slice()
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!
    x[i]! /= lower[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k * n + i]! * x[k]!
    x[i]! /= lower[i * n + i]!
  }
  return x
}
