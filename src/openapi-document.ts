import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AlertFiles } from './alerts/alert-files.js'
import { Alerts } from './alerts/alerts.js'
import { createApp } from './app.js'
import { Collection } from './collection/collection.js'
import { createMemoryEngine } from './engine/memory/memory-engine.js'
import type { Engine } from './engine/engine.js'
import type { Examples } from './http/openapi/examples.js'
import { makeExamples } from './http/openapi/make-examples.js'
import { ApiKeys } from './api-keys.js'

/**
 * Writes the OpenAPI document that the routes make, those for writing and alerts too, and its examples: what the
 * service answers about the articles that come along. Usage: node dist/openapi-document.js [DIR]
 */
const folder = process.argv[2] ?? 'openapi'
const DEMO = fileURLToPath(new URL('../articles', import.meta.url))
const NONE: Examples = { answers: {}, problems: {} }

/** They are described, and never started. */
const alertsOf = (engine: Engine): Alerts =>
  new Alerts({ engine, files: new AlertFiles(folder), allowPrivate: false, failed: () => undefined })

const createDemo = async (examples: Examples, { articles = '', keys = [] as readonly string[] } = {}) => {
  const collection = new Collection()
  const engine = createMemoryEngine(collection)
  const app = await createApp({
    engine,
    examples,
    keys: new ApiKeys(keys),
    ...(keys.length > 0 && { alerts: alertsOf(engine) })
  })
  if (articles !== '') await collection.load(articles)
  return { app, close: () => Promise.all([app.close(), engine.close()]) }
}

const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text)

const [demo, empty] = [await createDemo(NONE, { articles: DEMO }), await createDemo(NONE)]
const examples = await makeExamples(demo.app, empty.app)
const described = await createDemo(examples, { keys: ['a key'] })
await mkdir(folder, { recursive: true })
await write('examples.json', `${JSON.stringify(examples, null, 2)}\n`)
await write('openapi.json', `${JSON.stringify(described.app.swagger(), null, 2)}\n`)
await write('openapi.yaml', described.app.swagger({ yaml: true }))
for (const { close } of [demo, empty, described]) await close()
