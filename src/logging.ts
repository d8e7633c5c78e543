import { pino, type DestinationStream, type Logger } from 'pino'

interface LoggedRequest {
  readonly method: string
  readonly url: string
  readonly ip?: string
}

/** Warns of keys that are so short that they may be guessed. */
export const warnOfShortKeys = ({ short }: { readonly short: number }, logger: Logger): void => {
  if (short === 0) return
  logger.warn(
    { keys: short },
    'API_KEYS has a key of fewer than 16 characters, which may be guessed; `nyhetssok key` makes a safe one'
  )
}

/**
 * The service's log: JSON lines. Requests are logged by path; what people search for stands in the query string and is
 * left out (it is logged at level debug).
 */
export const createLogger = (level: string, destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level,
      redact: ['req.headers.authorization', 'headers.authorization'],
      serializers: {
        req: ({ method, url, ip }: LoggedRequest) => ({ method, path: url.split('?', 1)[0], ip }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode })
      }
    },
    destination
  )
