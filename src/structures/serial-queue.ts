/** Runs asynchronous tasks one after another. A task that fails does not keep the next one from running. */
export class SerialQueue {
  private latest: Promise<unknown> = Promise.resolve()

  /** Runs a task after those before it. @returns what the task returns */
  run<T>(task: () => Promise<T>): Promise<T> {
    const done = this.latest.then(task)
    this.latest = done.catch(() => undefined)
    return done
  }

  /** Ends when all tasks up to now have ended. */
  async whenIdle(): Promise<void> {
    await this.latest
  }
}
