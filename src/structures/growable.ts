import { sharedColumn } from './tables.js'

/** A column that grows by doubling; `finish` gives its filled part, in shared memory. */
abstract class Growable<A extends Uint8Array | Uint32Array | Float64Array> {
  length = 0
  constructor(
    private array: A,
    private readonly allocate: (capacity: number) => A,
    private readonly allocateShared: (length: number) => A
  ) {}

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = this.allocate(this.array.length * 2)
      larger.set(this.array)
      this.array = larger
    }
    this.array[this.length++] = value
  }

  /** Adds one to the value at `index`, which has been pushed. */
  increment(index: number): void {
    this.array[index]!++
  }

  /** The value at `index`, which has been pushed. */
  at(index: number): number {
    return this.array[index]!
  }

  /** Puts another value in the place of the one at `index`, which has been pushed. */
  set(index: number, value: number): void {
    this.array[index] = value
  }

  /** A copy of the values from index `from` to before `to`. */
  slice(from: number, to: number): A {
    return this.array.slice(from, to) as A
  }

  finish(): A {
    const column = this.allocateShared(this.length)
    column.set(this.array.subarray(0, this.length))
    return column
  }
}

const INITIAL = 1024

export class GrowableUint8 extends Growable<Uint8Array> {
  constructor() {
    super(
      new Uint8Array(INITIAL),
      (capacity) => new Uint8Array(capacity),
      (length) => sharedColumn(Uint8Array, length)
    )
  }
}

export class GrowableUint32 extends Growable<Uint32Array> {
  constructor() {
    super(
      new Uint32Array(INITIAL),
      (capacity) => new Uint32Array(capacity),
      (length) => sharedColumn(Uint32Array, length)
    )
  }
}

export class GrowableFloat64 extends Growable<Float64Array> {
  constructor() {
    super(
      new Float64Array(INITIAL),
      (capacity) => new Float64Array(capacity),
      (length) => sharedColumn(Float64Array, length)
    )
  }
}
