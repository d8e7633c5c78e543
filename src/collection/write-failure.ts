/**
 * Why something could not be written, and how to mend it, without the path that the system's own message holds:
 * `the disk is full: make room on it (ENOSPC)`.
 */
export const writeFailure = (error: unknown): string => {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string'))
    return error instanceof Error ? error.message : String(error)
  return `${REASONS[error.code] ?? 'the system refuses it: check the disk'} (${error.code})`
}

const NO_LEAVE = 'the user that the service runs as may not write there: give that user leave to'

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room on it',
  EDQUOT: 'the quota of the disk is used up: raise it, or make room',
  EFBIG: 'it is larger than a file may be: raise the limit (ulimit -f)',
  EROFS: 'the file system is read-only: mount it so that it can be written',
  EACCES: NO_LEAVE,
  EPERM: NO_LEAVE,
  ENOENT: 'the folder that it belongs in is not there: put it back',
  ENOTDIR: 'a file is where its folder should be: move that file away',
  EEXIST: 'a file is where its folder should be: move that file away',
  EISDIR: 'a folder is where its file should be: move that folder away',
  ENAMETOOLONG: 'its name is too long for the file system: choose a shorter one',
  EMFILE: 'too many files are open: raise the limit (ulimit -n)',
  EIO: 'the disk reports a fault: check the disk'
}
