import { sharedColumn, type Column } from './tables.js'

const INITIAL = 1024

/**
 * A column in shared memory that grows by doubling. `finish` gives its filled part, which is not copied: what lies
 * behind it is room for `appended`.
 */
abstract class Growable<C extends Column> {
  length = 0
  private array: C

  constructor(private readonly allocate: (capacity: number) => C) {
    this.array = allocate(INITIAL)
  }

  push(value: number): void {
    if (this.length === this.array.length) this.grow(this.length + 1)
    this.array[this.length++] = value
  }

  pushAll(values: ArrayLike<number>): void {
    this.grow(this.length + values.length)
    this.array.set(values, this.length)
    this.length += values.length
  }

  /** Adds to the value at `index`, which has been pushed. */
  add(index: number, more: number): void {
    this.array[index]! += more
  }

  /** The value at `index`, which has been pushed. */
  at(index: number): number {
    return this.array[index]!
  }

  /** Puts another value in the place of the one at `index`, which has been pushed. */
  set(index: number, value: number): void {
    this.array[index] = value
  }

  /** The values so far, shared with this column. Nothing may be pushed once another column continues them. */
  finish(): C {
    return this.array.subarray(0, this.length) as C
  }

  private grow(least: number): void {
    let capacity = this.array.length
    if (least <= capacity) return
    while (capacity < least) capacity *= 2
    const larger = this.allocate(capacity)
    larger.set(this.array.subarray(0, this.length))
    this.array = larger
  }
}

export class GrowableUint8 extends Growable<Uint8Array> {
  constructor() {
    super((capacity) => sharedColumn(Uint8Array, capacity))
  }
}

export class GrowableUint32 extends Growable<Uint32Array> {
  constructor() {
    super((capacity) => sharedColumn(Uint32Array, capacity))
  }
}

export class GrowableFloat64 extends Growable<Float64Array> {
  constructor() {
    super((capacity) => sharedColumn(Float64Array, capacity))
  }
}
