// Builds dist/ from src/: `npm run build`. Compiles what has changed only, and removes files whose source is gone.
// Builds that run at the same time, as those of two tests, wait for each other.
import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, URL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
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
      return work()
    } finally {
      rmSync(LOCK)
    }
  } finally {
    rmSync(mine)
  }
}

const removeOrphans = () => {
  for (const file of readdirSync(DIST, { recursive: true })) {
    const isOutput = /\.(js|js\.map|d\.ts)$/.test(file)
    const source = join(ROOT, 'src', file.replace(/\.(js(\.map)?|d\.ts)$/, '.ts'))
    if (isOutput && !existsSync(source)) rmSync(join(DIST, file))
  }
}

const build = () => {
  const { status } = spawnSync(process.execPath, [TSC, '--build', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit'
  })
  removeOrphans()
  return status ?? 1
}

if (existsSync(TSC)) process.exitCode = await exclusively(build)
else {
  process.stderr.write(
    'What the build needs is not installed: run `npm ci` in this folder first, then try again.\n'
  )
  process.exitCode = 1
}
