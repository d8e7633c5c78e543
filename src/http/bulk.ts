import { byteLines } from '../structures/byte-lines.js'
import type { ArticleChange, ChangeOutcome, Engine } from '../engine/engine.js'
import { utf8 } from './bodies.js'
import { ProblemError } from './errors.js'
import { INTERNAL_ERROR } from './plugins/error-handler.js'
import type { BulkResult } from './schemas/writing.js'

/** Of one article. */
export const MAX_RECORD_BYTES = 10_000_000
/** Lines that are written together, so that each need not be waited for: so many, or fewer of as many bytes. */
const BATCH = { lines: 200, bytes: 16_000_000 }

interface ReadLine {
  readonly line: number
  readonly change?: ArticleChange
  readonly id?: string
  readonly reason?: string
}

/**
 * Writes the articles of a stream of lines, a batch at a time, and tells of each line. Reads on when what it told is
 * read.
 *
 * @param failed is told why articles cannot be written
 */
export async function* bulkResults(
  engine: Engine,
  body: AsyncIterable<Buffer>,
  failed: (error: unknown) => void
): AsyncGenerator<string> {
  let batch: ReadLine[] = []
  let batchBytes = 0
  for await (const { number, bytes } of byteLines(body, MAX_RECORD_BYTES)) {
    const read = readLine(number, bytes)
    if (read !== undefined) batch.push(read)
    batchBytes += bytes?.length ?? 0
    if (batch.length < BATCH.lines && batchBytes < BATCH.bytes) continue
    yield* tell(await applyAll(engine, batch, failed))
    batch = []
    batchBytes = 0
  }
  yield* tell(await applyAll(engine, batch, failed))
}

const tell = (results: readonly BulkResult[]): string[] =>
  results.map((result) => `${JSON.stringify(result)}\n`)

const readLine = (line: number, bytes: Uint8Array | undefined): ReadLine | undefined => {
  if (bytes === undefined) return { line, reason: 'The line is longer than 10 MB.' }
  try {
    const text = utf8(bytes).trim()
    if (text === '') return undefined
    const record = JSON.parse(text) as unknown
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return { line, reason: 'It is not a JSON object: write {"id": "…", "text": "…"}.' }
    const stated = record as Readonly<Record<string, unknown>>
    if (typeof stated.id !== 'string') return { line, reason: 'It has no `id`: state one as a string.' }
    return { line, id: stated.id, change: { id: stated.id, record: stated } }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    if (error instanceof ProblemError) return { line, reason: why }
    return { line, reason: `The line is not valid JSON (${why}): write one whole object on each line.` }
  }
}

const applyAll = async (
  engine: Engine,
  lines: readonly ReadLine[],
  failed: (error: unknown) => void
): Promise<BulkResult[]> => {
  const changes = lines.flatMap(({ change }) => change ?? [])
  let outcomes: readonly ChangeOutcome[] = []
  let isWritten = changes.length === 0
  try {
    if (changes.length > 0) outcomes = (await engine.apply?.(changes)) ?? []
    isWritten = outcomes.length === changes.length
    const unwritten = outcomes.filter(({ outcome }) => outcome === 'not-written')
    if (unwritten.length > 0)
      failed(
        new Error(`${unwritten.length} articles were not written, the first: ${unwritten[0]!.reason ?? ''}`)
      )
  } catch (error) {
    failed(error)
  }
  let next = 0
  return lines.map(({ line, id, change, reason }): BulkResult => {
    const about = { line, ...(id !== undefined && { id }) }
    if (change === undefined) return { ...about, status: 400, result: 'refused', detail: reason ?? '' }
    if (!isWritten) return { ...about, status: 500, result: 'refused', detail: INTERNAL_ERROR }
    const { outcome, reason: why = 'It is not an article.', warnings } = outcomes[next++]!
    const told = { ...about, ...(warnings && { warnings: [...warnings] }) }
    if (outcome === 'not-written') return { ...about, status: 507, result: 'refused', detail: why }
    if (outcome === 'created') return { ...told, status: 201, result: 'created' }
    if (outcome === 'replaced') return { ...told, status: 200, result: 'replaced' }
    return { ...about, status: outcome === 'invalid-id' ? 400 : 422, result: 'refused', detail: why }
  })
}
