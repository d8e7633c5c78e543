/** A typed array that grows by doubling; `finish` gives the filled part without the spare room. */
class Growable<A extends Uint8Array | Uint32Array | Float64Array> {
  length = 0
  constructor(
    private array: A,
    private readonly allocate: (capacity: number) => A
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

  finish(): A {
    return this.array.slice(0, this.length) as A
  }
}

const INITIAL = 1024

export class GrowableUint8 extends Growable<Uint8Array> {
  constructor() {
    super(new Uint8Array(INITIAL), (capacity) => new Uint8Array(capacity))
  }
}

export class GrowableUint32 extends Growable<Uint32Array> {
  constructor() {
    super(new Uint32Array(INITIAL), (capacity) => new Uint32Array(capacity))
  }
}

export class GrowableFloat64 extends Growable<Float64Array> {
  constructor() {
    super(new Float64Array(INITIAL), (capacity) => new Float64Array(capacity))
  }
}
