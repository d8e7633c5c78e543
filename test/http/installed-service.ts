import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Compiles src/ into `folder` as npm installs it: a package with dist/, and a symbolic link to the command, whose path
 * comes back. The folder must lie in the repository, where the dependencies are.
 */
export const install = (folder: string): string => {
  const modules = join(folder, 'node_modules')
  const installed = join(modules, 'nyhetssok')
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const options = {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true
    }
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, 'src', file), 'utf8'), {
      compilerOptions: options
    })
    const target = join(installed, 'dist', file.replace(/ts$/, 'js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, outputText)
  }
  cpSync(join(ROOT, 'package.json'), join(installed, 'package.json'))
  cpSync(join(ROOT, 'models'), join(installed, 'models'), { recursive: true })
  mkdirSync(join(modules, '.bin'))
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
  new Run(spawn(process.execPath, [command, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }))
