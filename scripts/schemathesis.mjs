// Schemathesis (https://schemathesis.io) asks the service everything that the OpenAPI document allows, and what it does
// not. Usage: npm run schemathesis [-- --max-examples=N and other options of `schemathesis run`]
// It must be installed: `pip install schemathesis`, or set SCHEMATHESIS to the command.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

const [command = 'schemathesis', ...first] = (process.env.SCHEMATHESIS ?? 'schemathesis').split(' ')

const service = spawn(process.execPath, ['dist/cli.js', 'serve', 'articles'], {
  env: { ...process.env, PORT: '0', DATA_DIR: 'none', LOG_LEVEL: 'info' },
  stdio: ['ignore', 'pipe', 'inherit']
})

const output = createInterface(service.stdout)
const [line] = await once(output, 'line')
const address = /http:\/\/[\d.]+:\d+/.exec(line)[0]
const isReady = async () =>
  (await (await globalThis.fetch(`${address}/health/ready`)).json()).names === 'ready'
while (!(await isReady())) await setTimeout(200)

const config = ['--config-file=scripts/schemathesis/schemathesis.toml']
const options = ['--checks=all', '--workers=2', ...process.argv.slice(2)]
const args = [...first, ...config, 'run', `${address}/openapi.json`, ...options]
const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
if (error) process.stderr.write(`${command}: ${error.message}. Install it: pip install schemathesis\n`)
service.kill()
await once(service, 'close')
process.exitCode = status ?? 1
