import { parentPort, workerData } from 'node:worker_threads'
import type { Order, Report } from './annotator-thread.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { norwegianNames } from '../entities/norwegian-names.js'
import { AnnotationBuilder } from '../segment/annotations/annotation-builder.js'

// The thread that `annotator-thread.ts` starts: it annotates what it is sent, and in the end hands over all tables.

const builder = new AnnotationBuilder({ findNames: norwegianNames, rules: workerData as EntityRules })

const report = (message: Report, handedOver: readonly ArrayBuffer[] = []): void => {
  parentPort!.postMessage(message, [...handedOver])
}

/** The memory of typed arrays, which passes from one thread to the other without being copied. */
const memoryOf = (tables: object): ArrayBuffer[] =>
  Object.values(tables).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer]
    return typeof value === 'object' && value !== null ? memoryOf(value) : []
  })

parentPort!.on('message', (order: Order) => {
  if (order === 'finish') {
    void builder.finish().then((tables) => {
      report({ tables }, memoryOf(tables))
    })
    return
  }
  for (const article of order.articles) builder.add(article)
  report({ read: order.articles.length })
})
