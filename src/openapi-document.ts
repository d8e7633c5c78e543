import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from './app.js'
import { Collection } from './collection/collection.js'
import { createMemoryEngine } from './engine/memory/memory-engine.js'

/** Writes the OpenAPI document that the routes make. Usage: node dist/openapi-document.js [DIR] */
const folder = process.argv[2] ?? 'openapi'
const app = await createApp({ engine: createMemoryEngine(new Collection()) })
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'openapi.json'), `${JSON.stringify(app.swagger(), null, 2)}\n`)
await writeFile(join(folder, 'openapi.yaml'), app.swagger({ yaml: true }))
await app.close()
