/** How long a point in time is kept since it was used last. */
export const KEEP_ALIVE = '6m'

/** What makes a search one of this point in time, and keeps that. */
export const searchAt = (pit: string): Readonly<Record<string, unknown>> => ({
  pit: { id: pit, keep_alive: KEEP_ALIVE }
})
