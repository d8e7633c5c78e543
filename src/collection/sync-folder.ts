import { open } from 'node:fs/promises'

/** What systems answer that sync no folder: Windows, and some folders on other machines. */
const NO_SYNC = new Set(['EINVAL', 'EISDIR', 'ENOTSUP', 'ENOSYS', 'EPERM', 'EACCES', 'EBADF'])

/**
 * Makes the names in a folder outlive a crash of the machine, where its system can.
 *
 * @throws the system's error where the disk refuses
 */
export const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!NO_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
