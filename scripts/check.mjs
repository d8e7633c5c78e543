// Runs every check, whatever failed before, and sums them up: `npm run check`.
// With `--counts=FILE` the sum is kept there after each step; a step that never ran counts as failed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'

const STEPS = [
  'lint',
  'format:check',
  'typecheck',
  'imports',
  'openapi:check',
  'test',
  'test:browser',
  'test:opensearch',
  'test:nodes',
  'examples',
  'node24'
]
/** The exit status of a step that could not be done here and says why. */
const SKIPPED = 77

const { values } = parseArgs({ options: { counts: { type: 'string' } } })

/** Runs a script of package.json and passes on what it prints. */
const runStep = async (name) => {
  process.stdout.write(`\n── ${name}\n`)
  const start = Date.now()
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['inherit', 'pipe', 'inherit'] })
  let lastLine = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text)
    lastLine = /[^\n]*\n?$/.exec((lastLine + text).slice(-1000))[0]
  })
  const [status] = await once(child, 'close')
  const isTests = name.startsWith('test') && status !== SKIPPED
  const counts = isTests ? testCounts(lastLine, status === 0) : stepCounts(status)
  return { ...counts, seconds: (Date.now() - start) / 1000, note: status === SKIPPED ? lastLine.trim() : '' }
}

const stepCounts = (status) => ({
  passed: +(status === 0),
  failed: +(status !== 0 && status !== SKIPPED),
  skipped: +(status === SKIPPED)
})

/** A run that broke off (no sums, a test file that was killed) or had no test at all has failed at least once. */
const testCounts = (sums, ok) => {
  const [, passed = 0, failed = 0, skipped = 0] =
    /(\d+) passed, (\d+) failed, (\d+) skipped\n$/.exec(sums)?.map(Number) ?? []
  return { passed, failed: Math.max(failed, +(!ok || passed === 0)), skipped }
}

const results = new Map(
  STEPS.map((name) => [name, { passed: 0, failed: 1, skipped: 0, seconds: 0, note: '' }])
)

const sum = () => {
  const total = { passed: 0, failed: 0, skipped: 0, seconds: 0 }
  for (const result of results.values()) for (const key in total) total[key] += result[key]
  return total
}

const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed` + (skipped > 0 ? `, ${skipped} skipped` : '')

for (const name of STEPS) {
  results.set(name, await runStep(name))
  const { passed, failed } = sum()
  if (values.counts) writeFileSync(values.counts, `${passed} passed, ${failed} failed\n`)
}

const row = (mark, name, { seconds }, note) =>
  process.stdout.write(
    `${mark} ${name.padEnd(14)}${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd() + '\n'
  )

const markOf = ({ failed, passed }) => (failed > 0 ? '✖' : passed > 0 ? '✔' : '–')

process.stdout.write('\n')
for (const [name, result] of results)
  row(markOf(result), name, result, name.startsWith('test') ? result.note || inWords(result) : result.note)
row(' ', 'all', sum(), inWords(sum()))
process.exitCode = sum().failed > 0 ? 1 : 0
