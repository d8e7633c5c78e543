// What the package exports: the service as a Fastify app, to be started or mounted by another program.
export { createApp, type AppOptions } from './app.js'
export { Collection } from './collection/collection.js'
export type { CollectionOptions } from './collection/collection-options.js'
export type { Engine } from './engine/engine.js'
export { createMemoryEngine } from './engine/memory/memory-engine.js'
