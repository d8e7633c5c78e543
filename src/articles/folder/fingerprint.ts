import { createHash } from 'node:crypto'
import { walkFolder, type FolderEntry } from './walk-folder.js'

/**
 * Names the state of a folder: the same while no file in it, or in the folders inside, is added, removed, renamed or
 * written. Made of paths, sizes and times (see `FileState`); no file is opened.
 *
 * @throws where the folder itself cannot be read
 */
export const folderFingerprint = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const entry of await walkFolder(folder)) hash.update(`${JSON.stringify(partsOf(entry))}\n`)
  return hash.digest('base64url')
}

const partsOf = ({ path, state }: FolderEntry): readonly string[] =>
  state === undefined
    ? [path]
    : [path, ...[state.size, state.mtimeNs, state.ctimeNs, state.inode].map(String)]
