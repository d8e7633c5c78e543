// Bundles sources of src/ into few files, without the packages: for `npm run build`, and the threads of the tests.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, URL } from 'node:url'
import * as esbuild from 'esbuild'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** The sources of threads, relative to src/. */
export const workers = () =>
  readdirSync(SRC, { recursive: true }).filter((file) => file.endsWith('-worker.ts'))

/** Stands for the URL of the folder of the bundle in it, until it is known where each file is written. */
const FOLDER_URL = '__FOLDER_URL__'

/** A module goes on to find the threads and files beside it, wherever its code is written. */
const keepPlaces = {
  name: 'keep-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const own = relative(SRC, path).replaceAll(sep, '/').replace(/ts$/, 'js')
      const url = `new URL(${JSON.stringify(own)}, ${FOLDER_URL}).href`
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', url), loader: 'ts' }
    })
  }
}

/** What runs may load a file at any moment. */
const writeIfOther = (path, text) => {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}

/**
 * Writes what is started by itself, and what of it several of these share, into `folder`.
 *
 * @param entries relative to src/ @returns the paths of the files
 */
export const bundle = async (entries, folder) => {
  const { outputFiles } = await esbuild.build({
    entryPoints: entries.map((file) => join(SRC, file)),
    outdir: folder,
    outbase: SRC,
    chunkNames: 'chunks/[hash]',
    write: false,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    plugins: [keepPlaces]
  })
  for (const { path, text } of outputFiles) {
    const above = '../'.repeat(relative(folder, path).split(sep).length - 1)
    const url = `new URL(${JSON.stringify(above || './')}, import.meta.url)`
    writeIfOther(path, text.replaceAll(FOLDER_URL, url))
  }
  return new Set(outputFiles.map(({ path }) => path))
}
