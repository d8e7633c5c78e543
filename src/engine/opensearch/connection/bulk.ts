import { setTimeout as wait } from 'node:timers/promises'
import { EngineError } from '../../engine.js'
import type { Cluster } from './cluster.js'

/** One document to be written: what is done, and the document where it takes one. */
export interface BulkLine {
  readonly action: Readonly<Record<string, object>>
  readonly document?: object
}

/** The cluster refuses a document, which trying again does not mend. */
export class BulkError extends Error {
  override readonly name = 'BulkError'
}

export interface BulkOptions {
  /** Statuses of a line that are no fault: 409 for a word that there is already. */
  readonly expected?: readonly number[]
  /** Is called with the line that met another version of its document (409), where that is expected. */
  readonly conflict?: (line: BulkLine) => void
  /** How often it is tried at most; absent: until a cluster that restarts has had the time to. */
  readonly tries?: number
  /** Is called when it waits, with the reason. */
  readonly waiting?: ((reason: string, ms: number) => void) | undefined
}

/** UTF-16 code units of one request, about. */
const REQUEST_UNITS = 4_000_000
const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 20_000
/** Together some minutes: a cluster that restarts is waited for. */
const MOST_TRIES = 20
const CONFLICT = 409
/** Of each line only what is looked at. */
const BULK = '/_bulk?filter_path=errors,items.*._id,items.*.status,items.*.error.type,items.*.error.reason'
const RETRIED = new Set([429, 502, 503, 504])

/**
 * Writes documents. Those that the cluster has no room for now, and all while it cannot be reached, are tried again
 * after a while that doubles: so a cluster that is slower than who writes sets the pace.
 *
 * @throws {BulkError} where it refuses a document for good
 * @throws {EngineError} where it cannot be reached for minutes
 */
export const writeBulk = async (
  cluster: Cluster,
  lines: readonly BulkLine[],
  options: BulkOptions = {}
): Promise<void> => {
  for (const request of requests(lines)) await writeRequest(cluster, request, options)
}

/** A line with its text, which is made once. */
interface WrittenLine {
  readonly line: BulkLine
  readonly text: string
}

const writeRequest = async (
  cluster: Cluster,
  lines: readonly WrittenLine[],
  { expected = [], conflict, tries = MOST_TRIES, waiting }: BulkOptions
): Promise<void> => {
  let left = lines
  for (let tried = 1, ms = FIRST_WAIT_MS; left.length > 0; tried++, ms = Math.min(2 * ms, LONGEST_WAIT_MS)) {
    const { again, reason } = await tryOnce(cluster, left, { expected, conflict, isLast: tried === tries })
    left = again
    if (left.length === 0) return
    waiting?.(reason, ms)
    await wait(ms)
  }
}

interface Try {
  readonly expected: readonly number[]
  readonly conflict: BulkOptions['conflict']
  readonly isLast: boolean
}

interface Tried {
  readonly again: readonly WrittenLine[]
  readonly reason: string
}

const tryOnce = async (
  cluster: Cluster,
  lines: readonly WrittenLine[],
  { expected, conflict, isLast }: Try
): Promise<Tried> => {
  try {
    const { body } = await cluster.send<BulkAnswer>('POST', BULK, lines.map(({ text }) => text).join(''))
    if (!body.errors) return { again: [], reason: '' }
    const results = body.items.map((item) => Object.values(item)[0]!)
    refuseFaults(results, expected)
    results.forEach(({ status }, i) => {
      if (status === CONFLICT) conflict?.(lines[i]!.line)
    })
    const busy = results.find(({ status }) => RETRIED.has(status))
    const reason = busy?.error?.reason ?? ''
    if (busy !== undefined && isLast)
      throw new EngineError('cluster-busy', `The cluster writes nothing: ${reason}`)
    return { again: lines.filter((_, i) => RETRIED.has(results[i]!.status)), reason }
  } catch (error) {
    const isPassing = error instanceof EngineError && error.code.startsWith('cluster-')
    if (!isPassing || isLast) throw error
    return { again: lines, reason: error.message }
  }
}

/** @throws {BulkError} */
const refuseFaults = (results: readonly BulkResult[], expected: readonly number[]): void => {
  const refused = results.find(
    ({ status }) => isFault(status) && !expected.includes(status) && !RETRIED.has(status)
  )
  if (refused === undefined) return
  const reason = refused.error?.reason ?? `status ${refused.status}`
  throw new BulkError(`The cluster refuses the document ${refused._id}: ${reason}`)
}

interface BulkAnswer {
  readonly errors: boolean
  readonly items: readonly Readonly<Record<string, BulkResult>>[]
}

interface BulkResult {
  readonly _id: string
  readonly status: number
  readonly error?: { readonly type: string; readonly reason: string }
}

const isFault = (status: number): boolean => status >= 300 && status !== 404

const textOf = ({ action, document }: BulkLine): string => {
  const first = `${JSON.stringify(action)}\n`
  return document === undefined ? first : `${first}${JSON.stringify(document)}\n`
}

/** The lines in requests of about `REQUEST_UNITS`. */
function* requests(lines: readonly BulkLine[]): Generator<readonly WrittenLine[], void> {
  let [some, units]: [WrittenLine[], number] = [[], 0]
  for (const line of lines) {
    const text = textOf(line)
    some.push({ line, text })
    units += text.length
    if (units < REQUEST_UNITS) continue
    yield some
    ;[some, units] = [[], 0]
  }
  if (some.length > 0) yield some
}
