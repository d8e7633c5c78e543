import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The path of a file that comes with the package (`package.json`, `models/stems.bin.gz`), by its path in the
 * package's folder. That folder lies above this file, in the sources and in whatever is built of them.
 *
 * @throws {Error} where the package lacks the file
 */
export const packageFile = (path: string): string => {
  let folder = new URL('./', import.meta.url)
  for (;;) {
    const file = fileURLToPath(new URL(path, folder))
    if (existsSync(file)) return file
    const above = new URL('../', folder)
    if (above.href === folder.href) throw new Error(`The package lacks its file ${path}.`)
    folder = above
  }
}
