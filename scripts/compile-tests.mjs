// Translates the sources and the tests to JavaScript, for `npm test`: all of them take less than a second.
// Translated as they are imported, as `npx tap test/x/y.test.ts` does for one file, they cost each process of tap
// a second.
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'
import * as esbuild from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join('build', 'tests')
const SOURCES = ['src', 'test', 'tools', 'train']

/** What is not under `src/` goes on to find the repository's files beside its own source. */
const keepPlaces = {
  name: 'keep-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (path.startsWith(join(ROOT, 'src') + sep)) return { contents: text, loader: 'ts' }
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      return { contents, loader: 'ts' }
    })
  }
}

process.chdir(ROOT)
rmSync(OUT, { recursive: true, force: true })
await esbuild.build({
  entryPoints: SOURCES.map((folder) => `${folder}/**/*.ts`),
  outdir: OUT,
  outbase: '.',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  plugins: [keepPlaces]
})
