import type { Generation } from '../segment/generation.js'
import { buffersOf } from '../structures/tables.js'

/**
 * How long a generation that was replaced goes on answering, in milliseconds: a reader pages on with the cursor it has.
 */
const KEEP_MS = 5 * 60_000

/** One that is asked all the while, as by somebody who reads a long result, goes on so many times as long at most. */
const MOST_EXTENSION = 12

/** One that has answered nothing is in no cursor. A request that has begun with it ends in so many milliseconds. */
const SILENT_MS = 10_000

/** So many that were replaced are kept at most: of a collection that changes all the time, some seconds. */
const MOST_KEPT = 64
/**
 * So many bytes of theirs are kept at most, beside what the newest one shares: some times as many as it has, where that
 * is not much; or as many. A reload makes all tables anew, a change of names those of names.
 */
const MOST_BYTES = 512 * 1024 * 1024
const MOST_TIMES_NEWEST = 4
/** See `DroppedTables`: a look at all objects of a thread holds it up for some tens of milliseconds. */
export const MOST_DROPPED_BYTES = MOST_BYTES / 2

export interface GenerationsOptions {
  /** Default: five minutes. */
  readonly keepMs?: number
}

/** Is told of the name of a generation that is dropped, and of the bytes that no other one shares with it. */
export type DropListener = (name: string, bytes: number) => void

/** What is kept of a generation: its name, and the tables that it is read from. */
export type KeptGeneration = Pick<Generation, 'name' | 'parts'>

/** The generation that serves, and those that it replaced some minutes ago. */
export class Generations<G extends KeptGeneration = Generation> {
  private readonly byName = new Map<string, G>()
  /** Names of those that have answered, the one that did last at the end. */
  private readonly answered = new Set<string>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  /** When those that were replaced are dropped at the latest, by `performance.now()`. */
  private readonly dropDeadlines = new Map<string, number>()
  private readonly listeners = new Set<(name: string) => void>()
  private readonly dropListeners = new Set<DropListener>()
  private newest: G | undefined
  private readonly buffers = new WeakMap<G, ReadonlySet<ArrayBufferLike>>()
  private readonly keepMs: number

  constructor({ keepMs = KEEP_MS }: GenerationsOptions = {}) {
    this.keepMs = keepMs
  }

  /** Undefined before the first one. */
  get current(): G | undefined {
    return this.newest
  }

  /** The one that serves and those that it replaced, the oldest first. */
  get kept(): readonly G[] {
    return [...this.byName.values()]
  }

  /** A generation by its name, where it is still kept. */
  at(name: string): G | undefined {
    return this.byName.get(name)
  }

  /**
   * Notes that a generation has answered, so that a reader may come back to it: it is kept for some minutes from now
   * on, and others are dropped before it.
   */
  touch(name: string): void {
    this.answered.delete(name)
    this.answered.add(name)
    const left = (this.dropDeadlines.get(name) ?? 0) - performance.now()
    if (left > 0) this.dropAfter(name, Math.min(left, this.keepMs))
  }

  /** Lets a generation serve. The one before is dropped after some minutes, or where there are too many. */
  serve(generation: G): void {
    const before = this.newest
    if (before?.name === generation.name) return
    this.keep(generation)
    this.newest = generation
    if (before !== undefined) this.dropLater(before.name)
    this.dropExcess()
    for (const listener of this.listeners) listener(generation.name)
  }

  /** @returns ends that */
  onChange(listener: (name: string) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Calls back when a generation is dropped. @returns ends that */
  onDrop(listener: DropListener): () => void {
    this.dropListeners.add(listener)
    return () => this.dropListeners.delete(listener)
  }

  /** Drops all that is kept. */
  clear(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.dropDeadlines.clear()
    this.byName.clear()
    this.answered.clear()
    this.newest = undefined
  }

  private keep(generation: G): void {
    this.stopTimer(generation.name)
    this.byName.set(generation.name, generation)
  }

  private dropLater(name: string): void {
    this.dropDeadlines.set(name, performance.now() + MOST_EXTENSION * this.keepMs)
    this.dropAfter(name, this.answered.has(name) ? this.keepMs : Math.min(SILENT_MS, this.keepMs))
  }

  private dropAfter(name: string, ms: number): void {
    clearTimeout(this.timers.get(name))
    const drop = (): void => {
      this.drop(name)
    }
    this.timers.set(name, setTimeout(drop, ms).unref())
  }

  private stopTimer(name: string): void {
    clearTimeout(this.timers.get(name))
    this.timers.delete(name)
    this.dropDeadlines.delete(name)
  }

  private drop(name: string): void {
    this.stopTimer(name)
    const bytes = this.unsharedBytes(name)
    this.byName.delete(name)
    this.answered.delete(name)
    for (const listener of this.dropListeners) listener(name, bytes)
  }

  /** What no other generation shares with this one, in bytes. */
  private unsharedBytes(name: string): number {
    const generation = this.byName.get(name)
    if (generation === undefined) return 0
    const own = new Set(this.buffersOf(generation))
    for (const other of this.byName.values())
      if (other !== generation) for (const buffer of this.buffersOf(other)) own.delete(buffer)
    return [...own].reduce((sum, { byteLength }) => sum + byteLength, 0)
  }

  private dropExcess(): void {
    const replaced = [...this.byName.keys()].filter((name) => name !== this.newest?.name)
    const silent = replaced.filter((name) => !this.answered.has(name))
    const order = [...silent, ...[...this.answered].filter((name) => name !== this.newest?.name)]
    while (order.length > MOST_KEPT) this.drop(order.shift()!)
    const own = this.newest === undefined ? [] : [...this.buffersOf(this.newest)]
    const bytes = own.reduce((sum, { byteLength }) => sum + byteLength, 0)
    const most = Math.max(bytes, Math.min(MOST_BYTES, MOST_TIMES_NEWEST * bytes))
    const seen = new Set(own)
    let beside = 0
    // Those that are kept longest come first.
    for (const name of order.reverse()) {
      for (const buffer of this.buffersOf(this.byName.get(name)!)) {
        if (!seen.has(buffer)) beside += buffer.byteLength
        seen.add(buffer)
      }
      if (beside > most) this.drop(name)
    }
  }

  private buffersOf(generation: G): ReadonlySet<ArrayBufferLike> {
    const { parts } = generation
    if (parts === undefined) return new Set()
    const known =
      this.buffers.get(generation) ??
      buffersOf({ ...parts.tables, annotations: parts.annotations?.tables ?? {} })
    this.buffers.set(generation, known)
    return known
  }
}
