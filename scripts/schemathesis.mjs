// Schemathesis (https://schemathesis.io) asks the service everything that the OpenAPI document allows, and what it does
// not. Usage: npm run schemathesis [-- --writing] [-- --max-examples=N and other options of `schemathesis run`]
// With `--writing` the service has a key, so that articles are written too.
// It must be installed: `pip install schemathesis`, or set SCHEMATHESIS to the command.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { startDemo } from './demo-service.mjs'

const [command = 'schemathesis', ...first] = (process.env.SCHEMATHESIS ?? 'schemathesis').split(' ')
const KEY = 'schemathesis'
const isWriting = process.argv.includes('--writing')
const given = process.argv.slice(2).filter((option) => option !== '--writing')

const { address, stop } = await startDemo(isWriting ? { API_KEYS: KEY } : {})
const config = ['--config-file=scripts/schemathesis/schemathesis.toml']
const header = isWriting ? [`--header=Authorization: Bearer ${KEY}`] : []
const options = ['--checks=all', '--workers=2', ...header, ...given]
const args = [...first, ...config, 'run', `${address}/openapi.json`, ...options]
const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
if (error) process.stderr.write(`${command}: ${error.message}. Install it: pip install schemathesis\n`)
await stop()
process.exitCode = status ?? 1
