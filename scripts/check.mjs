// Runs every check, whatever failed before, and sums them up: `npm run check`.
// With `--counts=FILE` the sum is kept there after each step; a step that never ran counts as failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { testCounts } from './test-counts.mjs'

const STEPS = ['lint', 'format:check', 'typecheck', 'imports', 'openapi:check', 'sizes', 'test']

const { values } = parseArgs({ options: { counts: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'check-'))
const tapFile = join(folder, 'tests.tap')

const runStep = (name) => {
  process.stdout.write(`\n── ${name}\n`)
  const start = Date.now()
  const options = name === 'test' ? ['--', '--reporter=min', `--output-file=${tapFile}`] : []
  const { status } = spawnSync('npm', ['run', '--silent', name, ...options], { stdio: 'inherit' })
  const ok = status === 0
  const counts = name === 'test' ? testCounts(readTap(), ok) : { passed: +ok, failed: +!ok, skipped: 0 }
  return { ...counts, seconds: (Date.now() - start) / 1000 }
}

const readTap = () => {
  try {
    return readFileSync(tapFile, 'utf8')
  } catch {
    return '' // tap did not come as far as its first test
  }
}

const results = new Map(STEPS.map((name) => [name, { passed: 0, failed: 1, skipped: 0, seconds: 0 }]))

const sum = () => {
  const total = { passed: 0, failed: 0, skipped: 0, seconds: 0 }
  for (const result of results.values()) for (const key in total) total[key] += result[key]
  return total
}

const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed` + (skipped > 0 ? `, ${skipped} skipped` : '')

for (const name of STEPS) {
  results.set(name, runStep(name))
  if (values.counts) writeFileSync(values.counts, inWords(sum()) + '\n')
}
rmSync(folder, { recursive: true })

const row = (mark, name, { seconds }, note) =>
  process.stdout.write(
    `${mark} ${name.padEnd(14)}${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd() + '\n'
  )

process.stdout.write('\n')
for (const [name, result] of results)
  row(result.failed > 0 ? '✖' : '✔', name, result, name === 'test' ? inWords(result) : '')
row(' ', 'all', sum(), inWords(sum()))
process.exitCode = sum().failed > 0 ? 1 : 0
