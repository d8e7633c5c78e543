import { UserError } from '../user-error.js'

/** An error on its way to another thread, where its class and what it has of its own would be lost. */
export interface SentError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  /** The system's, such as `ENOSPC`. */
  readonly code: string | undefined
  /** See `UserError`. */
  readonly isUsers: boolean
  readonly cause: SentError | undefined
}

/** What the user can mend, as another thread has found it. */
class SentUserError extends UserError {}

export const sentError = (error: unknown): SentError => {
  if (!(error instanceof Error))
    return { ...NOTHING_ELSE, name: 'Error', message: String(error), isUsers: false }
  const { name, message, stack, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const isUsers = error instanceof UserError
  return { name, message, stack, code, isUsers, cause: cause instanceof Error ? sentError(cause) : undefined }
}

const NOTHING_ELSE = { stack: undefined, code: undefined, cause: undefined }

/** The error as the thread that asked sees it, with the stack of the one that answered. */
export const receivedError = ({ name, message, stack, code, isUsers, cause }: SentError): Error => {
  const options = cause === undefined ? undefined : { cause: receivedError(cause) }
  const error = isUsers ? new SentUserError(message, options) : new Error(message, options)
  return Object.assign(error, {
    name,
    ...(stack !== undefined && { stack }),
    ...(code !== undefined && { code })
  })
}
