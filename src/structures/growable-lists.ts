import { GrowableUint32 } from './growable.js'
import type { Lists } from './lists.js'
import { sharedColumn } from './tables.js'

/** Many short lists of numbers, which are added one after the other. */
export class GrowableLists {
  private readonly offsets = new GrowableUint32()
  private readonly values = new GrowableUint32()

  push(list: readonly number[]): void {
    this.offsets.push(this.values.length)
    for (const value of list) this.values.push(value)
  }

  /** Calls `visit` with the numbers of a list that has been pushed. */
  forEach(list: number, visit: (value: number) => void): void {
    const end = list + 1 < this.offsets.length ? this.offsets.at(list + 1) : this.values.length
    for (let i = this.offsets.at(list); i < end; i++) visit(this.values.at(i))
  }

  finish(): Lists {
    const offsets = sharedColumn(Uint32Array, this.offsets.length + 1)
    offsets.set(this.offsets.finish())
    offsets[this.offsets.length] = this.values.length
    return { offsets, values: this.values.finish() }
  }
}
