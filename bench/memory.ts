/**
 * What memory does while the service reloads and writes.
 *
 *     npm run bench:memory -- [--articles 2000] [--reloads 50] [--writes 10000]
 *
 * Starts the service on a folder that it makes, loads all anew again and again (its names of facts change), then
 * writes articles over others (PUT, eight at a time), and prints a line for each step: the process's memory, the heap
 * and external memory of the thread that speaks HTTP, the index, and the generations that are kept. In the end one JSON
 * line: memory at the end as a multiple of what it was after a tenth of the reloads, and of the writes.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { KilledService } from './crash/killed-service.js'
import { randomNumbers } from '../tools/random.js'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    reloads: { type: 'string', default: '50' },
    writes: { type: 'string', default: '10000' }
  }
})
const [articles, reloads, writes] = [Number(values.articles), Number(values.reloads), Number(values.writes)]
const STEPS = 10
const CLIENTS = 8

const root = mkdtempSync(join(tmpdir(), 'nyhetssok-memory-'))
const folders = { articles: join(root, 'articles'), data: 'none' }
mkdirSync(folders.articles)
const random = randomNumbers(1)
const WORDS =
  'vei by skole fisk skip regjering dommer avis barn fjell kommune minister vann penger rett sykehus'.split(
    ' '
  )
const NAMES = ['Kari Nordli', 'Ola Vik', 'Stortinget', 'Oslo', 'Bergen', 'Statoil', 'Per Berg']
const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!
const sentence = (): string =>
  `${pick(NAMES)} sa at ${Array.from({ length: 12 }, () => pick(WORDS)).join(' ')}.`
const text = (): string => Array.from({ length: 20 }, sentence).join(' ')
const lines = Array.from({ length: articles }, (_, i) => JSON.stringify({ id: `sak${i}`, text: text() }))
writeFileSync(join(folders.articles, 'mange.jsonl'), lines.join('\n'))

const service = new KilledService(folders)
await service.untilReady()

interface Measure {
  readonly rss: number
  readonly heap: number
  readonly external: number
  readonly index: number
}

const MB = 1024 * 1024
const measure = async (step: string): Promise<Measure> => {
  const metrics = await service.metrics()
  const value = (name: string): number =>
    Math.round(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]) / MB)
  const measured = {
    rss: value('process_resident_memory_bytes'),
    heap: value('nodejs_heap_size_used_bytes'),
    external: value('nodejs_external_memory_bytes'),
    index: value('nyhetssok_index_bytes')
  }
  console.log(
    `${step.padEnd(20)} ${Object.entries(measured)
      .map(([name, mb]) => `${name} ${mb} MB`)
      .join(', ')}`
  )
  return measured
}

const measured: { reloads: Measure[]; writes: Measure[] } = { reloads: [], writes: [] }
await measure('ready')
for (let reload = 1; reload <= reloads; reload++) {
  writeFileSync(join(folders.articles, 'fields.yaml'), `source: kilde${reload}\n`)
  const word = `omlast${reload}gang`
  writeFileSync(join(folders.articles, 'ny.txt'), `${word} ${text()}`)
  while ((await service.find(word)).length === 0) await sleep(20)
  if (reload % Math.ceil(reloads / STEPS) === 0) measured.reloads.push(await measure(`reload ${reload}`))
}
let written = 0
const ids = Math.max(1, Math.floor(articles / 4))
const writeUntil = async (end: number): Promise<void> => {
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (written < end) {
        const id = `sak${written++ % ids}`
        if (!(await service.put(id, text()))) throw new Error(`${id} is refused.`)
      }
    })
  )
}
for (let step = 1; step <= STEPS; step++) {
  await writeUntil(Math.round((step * writes) / STEPS))
  measured.writes.push(await measure(`${written} writes`))
}
const growth = (list: readonly Measure[]): number => Number((list.at(-1)!.rss / list[0]!.rss).toFixed(2))
console.log(JSON.stringify({ articles, reloads: growth(measured.reloads), writes: growth(measured.writes) }))
await service.kill()
rmSync(root, { recursive: true })
