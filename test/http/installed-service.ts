import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Brings dist/ up to date with src/: quick where it is already, and safe while another test does the same. */
export const build = (): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], {
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`)
}

/**
 * Installs the built package into `folder` as `npm install PATH` does: a symbolic link to the package and one to the
 * command, whose path comes back.
 */
export const install = (folder: string): string => {
  build()
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  symlinkSync(ROOT, join(modules, 'nyhetssok'), 'dir')
  symlinkSync('../nyhetssok/dist/cli.js', join(modules, '.bin', 'nyhetssok'))
  return join(modules, '.bin', 'nyhetssok')
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A running command and what it has written so far. */
export class Run {
  stdout = ''
  stderr = ''
  private readonly ended: Promise<unknown[]>

  constructor(readonly child: ChildProcess) {
    this.ended = once(child, 'close')
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text))
  }

  /** The exit status, or the signal that ended it. */
  async end(): Promise<unknown> {
    const [status, signal] = await this.ended
    return status ?? signal
  }

  /** The match, as soon as standard output has one. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.stdout)
      if (found) return found
      const more = await Promise.race([once(this.child.stdout!, 'data'), this.ended.then(() => undefined)])
      if (more === undefined && !pattern.test(this.stdout))
        throw new Error(`It ended without printing ${String(pattern)}: ${this.stdout}${this.stderr}`)
    }
  }

  /** The port, as soon as the articles are served on it. */
  async ready(): Promise<number> {
    await this.printed(/"msg":"ready"/)
    return Number((await this.printed(/listening at http:\/\/127\.0\.0\.1:(\d+)/))[1])
  }
}

/** Runs the command with nothing in the environment but `env`. */
export const run = (
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = {} }: RunOptions = {}
): Run =>
  new Run(
    spawn(process.execPath, [command, ...args], {
      cwd,
      // A second thread that searches would only be loaded.
      env: { DATA_DIR: 'none', THREADS: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe']
    })
  )
