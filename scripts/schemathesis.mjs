// Schemathesis (https://schemathesis.io) asks the service everything that the OpenAPI document allows, and what it does
// not: reading, writing and alerts. Usage: npm run schemathesis [-- --max-examples=N and other options of
// `schemathesis run`]. It must be installed: `pip install schemathesis`, or set SCHEMATHESIS to the command.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { startDemo } from './demo-service.mjs'

const [command = 'schemathesis', ...first] = (process.env.SCHEMATHESIS ?? 'schemathesis').split(' ')
const KEY = 'schemathesis'

// Alerts are kept: without a folder for them there are none.
const dataDir = mkdtempSync(join(tmpdir(), 'nyhetssok-schemathesis-'))
const { address, stop } = await startDemo({ API_KEYS: KEY, DATA_DIR: dataDir })
const config = ['--config-file=scripts/schemathesis/schemathesis.toml']
const options = [
  '--checks=all',
  '--workers=2',
  `--header=Authorization: Bearer ${KEY}`,
  ...process.argv.slice(2)
]
const args = [...first, ...config, 'run', `${address}/openapi.json`, ...options]
const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
if (error) process.stderr.write(`${command}: ${error.message}. Install it: pip install schemathesis\n`)
await stop()
rmSync(dataDir, { recursive: true })
process.exitCode = status ?? 1
