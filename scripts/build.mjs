// Builds dist/ from src/: `npm run build`. Types are checked and declared for what has changed only; the code goes into
// few files, as a service starts six threads, each of which would load hundreds. What no source makes is removed.
// Builds that run at the same time, as those of two tests, wait for each other.
import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, URL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
/** What package.json names. */
const ENTRIES = ['cli.ts', 'index.ts', 'openapi-document.ts']
const LOCK = join(DIST, '.lock')
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
const RETRY_MS = 50

const isRunning = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Removes a lock whose process has ended without removing it. */
const removeStaleLock = () => {
  try {
    if (!isRunning(Number(readFileSync(LOCK, 'utf8')))) rmSync(LOCK, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** Runs `work` while no other process does. */
const exclusively = async (work) => {
  mkdirSync(DIST, { recursive: true })
  const mine = `${LOCK}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    for (;;) {
      try {
        linkSync(mine, LOCK) // a link, so that the lock never exists without its process id
        break
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
        removeStaleLock()
        await setTimeout(RETRY_MS)
      }
    }
    try {
      return await work()
    } finally {
      rmSync(LOCK)
    }
  } finally {
    rmSync(mine)
  }
}

/** Removes what is no longer made of any source. */
const removeOrphans = (written) => {
  for (const file of readdirSync(DIST, { recursive: true })) {
    const path = join(DIST, file)
    const isOld = /\.js(?:\.map)?$/.test(file) && !written.has(path)
    const isOrphan = /\.d\.ts$/.test(file) && !existsSync(join(ROOT, 'src', file.replace(/\.d\.ts$/, '.ts')))
    if (isOld || isOrphan) rmSync(path)
  }
}

const build = async () => {
  const { bundle, workers } = await import('./bundle.mjs')
  const { status } = spawnSync(process.execPath, [TSC, '--build', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit'
  })
  if (status !== 0) return status ?? 1
  removeOrphans(await bundle([...ENTRIES, ...workers()], DIST))
  return 0
}

if (existsSync(TSC)) process.exitCode = await exclusively(build)
else {
  process.stderr.write(
    'What the build needs is not installed: run `npm ci` in this folder first, then try again.\n'
  )
  process.exitCode = 1
}
