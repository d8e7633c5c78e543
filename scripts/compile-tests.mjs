// Translates the sources and the tests to JavaScript, for `npm test`, and groups the test files: those of a group run
// one after the other in one process, as most of a process of tap's own goes to loading what they share.
// `npx tap test/x/y.test.ts` runs one file as it is.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL, URL } from 'node:url'
import * as esbuild from 'esbuild'
import { bundle, workers } from './bundle.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const OUT = join('build', 'tests')
const GROUPS = join(OUT, 'groups')
const SOURCES = ['src', 'test', 'tools', 'train']
/** Test files of one process. */
const GROUP_SIZE = 6
/** Looks at what a process loads, and when. */
const ALONE = ['test/analysis/models.test.ts']

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
        .replace(
          /^(import \w+.*) from 'tap'$/m,
          `$1 from ${JSON.stringify(join(ROOT, OUT, 'grouped-tap.js'))}`
        )
      return { contents, loader: 'ts' }
    })
  }
}

/** Stands for `tap` in the tests: `t` is tap's own in a file that runs alone, in a group the test of the file. */
const GROUPED_TAP = `import tap from 'tap'

let t = tap
export { t as default }

/** Runs a test file as a test of its own, whose tests have ended when the promise is fulfilled. */
export const runFile = (name, load) =>
  tap.test(name, async (fileTest) => {
    t = fileTest
    await load()
  })
`

/** Writes a file that runs these files. */
const writeGroup = (name, files) => {
  const runs = files.map(
    (file) => `await runFile('${file}', () => import('../${file.replace(/\.ts$/, '.js')}'))\n`
  )
  writeFileSync(join(GROUPS, `${name}.js`), `import { runFile } from '../grouped-tap.js'\n\n${runs.join('')}`)
}

/** Groups the files of one folder, and those of each folder in it. */
const groupFiles = (folder) => {
  const entries = readdirSync(folder, { withFileTypes: true })
  const paths = entries.filter((one) => one.name.endsWith('.test.ts')).map(({ name }) => `${folder}/${name}`)
  const files = paths.filter((path) => !ALONE.includes(path))
  const groups = Math.ceil(files.length / GROUP_SIZE)
  const name = folder.replaceAll('/', '-')
  for (let group = 0; group < groups; group++)
    writeGroup(
      `${name}-${group + 1}`,
      files.filter((_, i) => i % groups === group)
    )
  for (const entry of entries) if (entry.isDirectory()) groupFiles(`${folder}/${entry.name}`)
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
// A thread loads few files then, and the tests start many.
await bundle(workers(), join(ROOT, OUT, 'src'))
mkdirSync(GROUPS, { recursive: true })
writeFileSync(join(OUT, 'grouped-tap.js'), GROUPED_TAP)
groupFiles('test')
for (const file of ALONE) writeGroup(file.replaceAll(/\W/g, '-'), [file])
