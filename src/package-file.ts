import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder that has package.json: the nearest above this file, in the sources and in whatever is built of them. */
const packageFolder = (): URL => {
  let folder = new URL('./', import.meta.url)
  while (!existsSync(new URL('package.json', folder))) {
    const above = new URL('../', folder)
    if (above.href === folder.href) throw new Error('No folder above this file has a package.json.')
    folder = above
  }
  return folder
}

/**
 * The path of a file or folder that comes with the package (`articles`, `models/stems.bin.gz`), by its path in the
 * package's folder.
 *
 * @throws {Error} where the package lacks it
 */
export const packageFile = (path: string): string => {
  const file = fileURLToPath(new URL(path, packageFolder()))
  if (!existsSync(file)) throw new Error(`The package lacks its file ${path}.`)
  return file
}
