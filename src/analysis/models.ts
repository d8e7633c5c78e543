import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The path of a model file: `models/` of the package, which lies above this file in the sources and in what is built of them.
 *
 * @throws {Error} where the package lacks it
 */
export const modelFile = (name: string): string => {
  let folder = new URL('./', import.meta.url)
  for (;;) {
    const file = fileURLToPath(new URL(`models/${name}`, folder))
    if (existsSync(file)) return file
    const above = new URL('../', folder)
    if (above.href === folder.href) throw new Error(`The package lacks its model file models/${name}.`)
    folder = above
  }
}
