/**
 * Says why a file or folder could not be read, and how to mend it, without the path that the system's own
 * message holds: problems are shown to people who need not know where the service's files lie.
 *
 * @throws `error` itself where it is no failure to read but a fault in the program
 */
export const readFailure = (error: unknown, what: 'file' | 'folder'): string => {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
  const { code } = error
  if (code.startsWith('Z_')) return GZIP_DAMAGED
  const known = REASONS[code]
  return known
    ? `The ${what} ${known}`
    : `The ${what} could not be read (${code}): check the disk and try again`
}

const GZIP_DAMAGED = 'The gzip data is damaged or cut short here: copy the file or compress it again'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read by the user that the service runs as: give that user leave to read it',
  EPERM: 'may not be read by the user that the service runs as: give that user leave to read it',
  // Seen for a name in ISO 8859-1 too: it cannot be spelt in UTF-8, so nothing is found under it.
  ENOENT:
    'is not there: fix the link if it is one, put the file back if it was removed just now, or name it in UTF-8',
  ELOOP: 'is a link that leads back to itself: point it to a file',
  EMFILE: 'could not be opened since too many files are open: raise the limit (ulimit -n)'
}
