// The documents in openapi/ are what the app makes now, with what it answers about the articles that come along as
// examples, and neither Redocly (redocly.yaml) nor Spectral (.spectral.yaml) finds a fault with them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const FILES = ['examples.json', 'openapi.json', 'openapi.yaml']
const MADE = mkdtempSync(join(tmpdir(), 'openapi-'))

const read = (folder, file) =>
  existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined

const run = (command, ...args) => {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_NOTIFICATIONS: 'true' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

const findFaults = () => {
  if (!run('npm', 'run', '--silent', 'openapi', '--', MADE)) return ['npm run openapi failed']
  const missing = FILES.filter((file) => read(MADE, file) === undefined)
  if (missing.length > 0) return missing.map((file) => `npm run openapi makes no ${file}`)
  const stale = FILES.filter((file) => read('openapi', file) !== read(MADE, file))
  const faults = stale.map(
    (file) => `openapi/${file} is not what the app makes: npm run openapi, then commit it`
  )
  const rules = ['--config=redocly.yaml', join(MADE, 'openapi.yaml')]
  if (!run('npx', '--no', 'redocly', 'lint', ...rules)) faults.push('redocly lint failed')
  const strict = ['--fail-severity=hint', '--ruleset=.spectral.yaml', '--quiet']
  if (!run('npx', '--no', 'spectral', 'lint', ...strict, rules[1])) faults.push('spectral lint failed')
  return faults
}

const faults = findFaults()
rmSync(MADE, { recursive: true })
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
