import type { DestinationStream } from 'pino'
import pretty from 'pino-pretty'

/** A line of the log. */
interface Line {
  readonly [name: string]: unknown
  readonly msg?: string
}

/** What every line has, or what is told otherwise. */
const HIDDEN = ['level', 'time', 'pid', 'hostname', 'msg', 'reqId', 'err', 'generation']

/**
 * Turns the log's lines of JSON into lines for a person: the time, the level and what happened.
 *
 * - `14:02:11 INFO: GET /v1/search 200, 12 ms`
 * - `14:02:09 WARN: left out: arkiv.jsonl, line 2: The line is not valid JSON …`
 *
 * @param write is given whole lines
 */
export const readableLines = (write: (text: string) => void, colour: boolean): DestinationStream => {
  const toText = pretty.prettyFactory({
    colorize: colour,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
    hideObject: true,
    messageFormat: (line) => messageOf(line)
  })
  return {
    write: (line) => {
      write(toText(line))
    }
  }
}

const messageOf = (line: Line): string => {
  const { msg = '', req, res, file, err, ...others } = line
  if (req !== undefined && res !== undefined) return requestText(line)
  const place = typeof others.line === 'number' ? `, line ${others.line}` : ''
  if (typeof file === 'string') return `${msg}: ${file}${place}: ${String(others.reason)}`
  const details = Object.entries(others)
    .filter(([key]) => !HIDDEN.includes(key))
    .map(([key, value]) => `${key} ${detailText(value)}`)
    .join(', ')
  const { stack } = (err ?? {}) as { stack?: string }
  return msg + (details === '' ? '' : `: ${details}`) + (stack === undefined ? '' : `\n${stack}`)
}

const requestText = ({ req, res, responseTime }: Line): string => {
  const { method, path } = req as { method: string; path: string }
  const { statusCode } = res as { statusCode: number }
  return `${method} ${path} ${statusCode}, ${Math.round(Number(responseTime))} ms`
}

/** `{ ".png": 3, ".pdf": 1 }` → `.png 3, .pdf 1` */
const detailText = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, each]) => `${key} ${String(each)}`)
        .join(', ')
    : String(value)
