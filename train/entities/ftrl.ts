export interface FtrlOptions {
  readonly alpha: number
  readonly beta: number
  readonly l1: number
  readonly l2: number
}

/** Weights that FTRL-Proximal (McMahan et al. 2013) learns: those of features that tell little become nought. */
export class FtrlWeights {
  readonly values: Float32Array
  private readonly sums: Float32Array
  private readonly squares: Float32Array
  private readonly total: Float32Array
  private snapshots = 0

  constructor(
    size: number,
    private readonly options: FtrlOptions
  ) {
    this.values = new Float32Array(size)
    this.sums = new Float32Array(size)
    this.squares = new Float32Array(size)
    this.total = new Float32Array(size)
  }

  /** @param slope of the loss, at this weight @param l1 for just this weight */
  learn(at: number, slope: number, l1 = this.options.l1): void {
    const { alpha, beta, l2 } = this.options
    const before = this.squares[at]!
    const after = before + slope * slope
    const root = Math.sqrt(after)
    const sum = this.sums[at]! + slope - ((root - Math.sqrt(before)) / alpha) * this.values[at]!
    this.squares[at] = after
    this.sums[at] = sum
    const size = Math.abs(sum)
    this.values[at] = size <= l1 ? 0 : -(sum - Math.sign(sum) * l1) / ((beta + root) / alpha + l2)
  }

  /** Takes the weights of now into the mean. */
  keep(): void {
    this.snapshots++
    for (let i = 0; i < this.total.length; i++) this.total[i]! += this.values[i]!
  }

  /** The mean of what was kept: steadier than the weights after the last example. */
  mean(): Float32Array {
    return this.total.map((sum) => sum / this.snapshots)
  }
}
