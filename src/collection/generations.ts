import type { Generation } from '../segment/generation.js'

/**
 * How long a generation that was replaced goes on answering, in milliseconds: a reader pages on with the cursor it has.
 */
const KEEP_MS = 5 * 60_000

export interface GenerationsOptions {
  /** Default: five minutes. */
  readonly keepMs?: number
}

/** The generation that serves, and those that it replaced some minutes ago. */
export class Generations {
  private readonly byName = new Map<string, Generation>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private readonly listeners = new Set<(name: string) => void>()
  private readonly dropListeners = new Set<(name: string) => void>()
  private newest: Generation | undefined
  private readonly keepMs: number

  constructor({ keepMs = KEEP_MS }: GenerationsOptions = {}) {
    this.keepMs = keepMs
  }

  /** Undefined before the first one. */
  get current(): Generation | undefined {
    return this.newest
  }

  /** The one that serves and those that it replaced, the oldest first. */
  get kept(): readonly Generation[] {
    return [...this.byName.values()]
  }

  /** A generation by its name, where it is still kept. */
  at(name: string): Generation | undefined {
    return this.byName.get(name)
  }

  /** Lets a generation serve. The one before is dropped after some minutes. */
  serve(generation: Generation): void {
    const before = this.newest
    if (before?.name === generation.name) return
    this.keep(generation)
    this.newest = generation
    if (before !== undefined) this.dropLater(before.name)
    for (const listener of this.listeners) listener(generation.name)
  }

  /** @returns ends that */
  onChange(listener: (name: string) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Calls back when a generation is dropped. @returns ends that */
  onDrop(listener: (name: string) => void): () => void {
    this.dropListeners.add(listener)
    return () => this.dropListeners.delete(listener)
  }

  /** Drops all that is kept. */
  clear(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.byName.clear()
    this.newest = undefined
  }

  private keep(generation: Generation): void {
    clearTimeout(this.timers.get(generation.name))
    this.timers.delete(generation.name)
    this.byName.set(generation.name, generation)
  }

  private dropLater(name: string): void {
    const drop = (): void => {
      this.byName.delete(name)
      this.timers.delete(name)
      for (const listener of this.dropListeners) listener(name)
    }
    this.timers.set(name, setTimeout(drop, this.keepMs).unref())
  }
}
