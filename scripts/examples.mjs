// Generates clients from openapi/openapi.yaml, compiles them, and runs their tests against the service.
// Usage: npm run examples [-- python go]; without a name, the one in TypeScript. It needs what examples/README.md says.
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { startDemo } from './demo-service.mjs'

const languages = process.argv.length > 2 ? process.argv.slice(2) : ['typescript']
const KEY = 'examples'

const { address, stop } = await startDemo({ API_KEYS: KEY })
const failed = languages.filter((language) => {
  const env = { ...process.env, NYHETSSOK_URL: address, NYHETSSOK_KEY: KEY }
  return spawnSync('sh', [`examples/${language}/test.sh`], { stdio: 'inherit', env }).status !== 0
})
await stop()
for (const language of failed) process.stderr.write(`examples/${language}/test.sh failed\n`)
process.exitCode = failed.length > 0 ? 1 : 0
