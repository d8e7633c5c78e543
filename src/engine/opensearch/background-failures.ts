/** What the engine does by itself, as the log calls it. */
export type BackgroundWork =
  'resolving the names' | 'reading the words of the archive' | 'looking for the latest generation'

/** Reports background work of the engine that fails, once in a row for each reason. */
export class BackgroundFailures {
  /** Why the work failed the last time; undefined where it did not. */
  private readonly reasons = new Map<BackgroundWork, string | undefined>()

  constructor(private readonly report: (work: BackgroundWork, error: Error) => void) {}

  /** Work has ended. @param error absent where it succeeded */
  noteEnd(work: BackgroundWork, error: Error | undefined): void {
    const before = this.reasons.get(work)
    this.reasons.set(work, error?.message)
    if (error !== undefined && error.message !== before) this.report(work, error)
  }
}
