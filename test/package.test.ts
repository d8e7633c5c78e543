/*
 * The package, as `npm pack` makes it, in a folder where nothing else of the repository is:
 * - has what its user needs: what is started by itself, what that loads, and the types of src/; no source maps, build
 *   information, sources or tests;
 * - can be imported: `createApp` and what it needs;
 * - serves its own articles with its own models, with no packages but its "dependencies": searches, names and quotes.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { build, run } from './http/installed-service.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Outside the repository, so that nothing is found in its node_modules by accident. */
const folder = mkdtempSync(join(tmpdir(), 'nyhetssok-package-'))
t.teardown(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Sources of what is started by itself: the command, the package, the document, the threads. */
const STARTED = /^(?:cli|index|openapi-document)\.ts$|-worker\.ts$/

interface Packed {
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

const pack = (): Packed => {
  build()
  const args = ['pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`]
  const [packed] = JSON.parse(
    execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  ) as [Packed]
  return packed
}

/** Unpacks the package into node_modules/ and links its dependencies beside it, none other. */
const unpack = (tarball: string): string => {
  const installed = join(folder, 'node_modules', 'nyhetssok')
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'])
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), link, 'dir')
  }
  return installed
}

const packed = pack()
const installed = unpack(join(folder, packed.filename))

t.test('its files', (t) => {
  const files = packed.files.map(({ path }) => path)
  const expected = ['README.md', 'LICENSE', 'NOTICE', 'openapi/openapi.json', 'openapi/openapi.yaml']
  for (const file of expected) t.ok(files.includes(file), file)
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts')
  )
  const built = files.filter((file) => file.startsWith('dist/') && !file.startsWith('dist/chunks/'))
  const started = sources.filter((file) => STARTED.test(file)).map((file) => file.replace(/ts$/, 'js'))
  const declared = sources.map((file) => file.replace(/ts$/, 'd.ts'))
  t.strictSame(built.sort(), [...started, ...declared].map((file) => `dist/${file}`).sort())
  const chunks = files.filter((file) => file.startsWith('dist/chunks/'))
  t.ok(chunks.length > 0)
  for (const file of chunks) t.match(file, /^dist\/chunks\/[A-Z0-9]+\.js$/)
  for (const kept of ['models', 'articles', 'page'])
    t.strictSame(
      files.filter((file) => dirname(file) === kept).sort(),
      readdirSync(join(ROOT, kept))
        .map((file) => `${kept}/${file}`)
        .sort()
    )
  t.strictSame(
    files.filter(
      (file) => !/^(?:dist|models|articles|openapi|page)\/|^(?:package\.json|[A-Z]+(?:\.md)?)$/.test(file)
    ),
    [],
    'nothing else'
  )
  t.end()
})

t.test('it can be imported', async (t) => {
  const script = `import { createApp, Collection, createMemoryEngine } from 'nyhetssok'
    const app = await createApp({ engine: createMemoryEngine(new Collection()) })
    console.log((await app.inject('/health/live')).statusCode)
    process.exit(0)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder
  })
  t.equal(stdout, '200\n')
})

t.test('it serves its articles', async (t) => {
  t.ok(existsSync(join(installed, 'dist', 'cli.js')))
  const args = ['serve', join(installed, 'articles'), '--port', '0']
  const service = run(join(installed, 'dist', 'cli.js'), args, { cwd: folder })
  t.teardown(() => service.child.kill('SIGKILL'))
  const port = await service.ready()
  await service.printed(/"entities":\d+/)
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: answer.status, body: await answer.json() }
  }
  t.match(await get('/v1/search?q=digitaliseringsstrategi'), { status: 200, body: { total: 3 } })
  t.match(await get('/v1/entities/organisation:kmd'), { status: 200, body: { aliases: ['KMD'] } })
  t.match(await get('/v1/quotes?q=fornying'), { status: 200, body: { items: [{ kind: 'direct' }] } })
  for (const path of ['/docs/', '/page/main.js'])
    t.equal((await fetch(`http://127.0.0.1:${port}${path}`)).status, 200, path)
  service.child.kill('SIGTERM')
  t.equal(await service.end(), 0)
  t.equal(service.stderr, '')
})

t.test('a build without its packages says what to do', (t) => {
  const folder = t.testdir({ scripts: { 'build.mjs': readFileSync(join(ROOT, 'scripts/build.mjs')) } })
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: folder,
    encoding: 'utf8'
  })
  t.match([status, stderr], [1, /npm ci/])
  t.end()
})
