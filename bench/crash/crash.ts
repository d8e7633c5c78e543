/**
 * Kills the service at random moments, and looks whether it has all that it has acknowledged.
 *
 *     npm run bench:crash -- [--rounds 200] [--seed 1] [--keep]
 *
 * In each round a service starts on what the one before left, has to be ready by itself, and is compared with what was
 * acknowledged: each article whole and found by its own word, none that was deleted. Then it is killed (SIGKILL)
 * while it reads the folder, writes or deletes articles, joins runs of postings, or writes the index. The folder has
 * files of the user's own beside. Prints a line for each fault, and in the end one JSON line; ends with 1 where
 * there are faults. `--keep` leaves the folders for a look, also as they
 * were after a fault.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Ledger } from '../../tools/crash/ledger.js'
import { randomNumbers } from '../../tools/random.js'
import { KilledService } from './killed-service.js'
import { work, type Work } from './rounds.js'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false }
  }
})
const rounds = Number(values.rounds)
const random = randomNumbers(Number(values.seed))

/** Of the user's own: in files of one article, and of many. */
const OWN = { files: 100, lines: 400 }
/** What is killed, and after how many milliseconds at most. */
const WORKS: readonly (readonly [Work, number])[] = [
  ['ingest', 1500],
  ['put', 500],
  ['bulk', 500],
  ['delete', 500],
  ['merging', 2500],
  ['snapshot', 400],
  ['all at once', 1000]
]
/** Words of articles that are looked for after each crash. */
const LOOKED_FOR = 25

const root = mkdtempSync(join(tmpdir(), 'nyhetssok-crash-'))
const folders = { articles: join(root, 'articles'), data: join(root, 'data') }
let words = 0
/** No dictionary has it, and none is another's beginning or near it. */
const nextWord = (): string => `zq${String(words++ * 7919).padStart(9, '0')}`

const own = (): [string, string][] => {
  mkdirSync(join(folders.articles, 'egne'), { recursive: true })
  const texts = new Map<string, string>()
  for (let i = 0; i < OWN.files; i++) {
    const text = `${nextWord()} En sti i skogen.`
    writeFileSync(join(folders.articles, 'egne', `sak${i}.txt`), text)
    texts.set(`egne-sak${i}`, text)
  }
  const lines = Array.from({ length: OWN.lines }, (_, i) => {
    const record = { id: `linje${i}`, text: `${nextWord()} En gate.` }
    texts.set(record.id, record.text)
    return JSON.stringify(record)
  })
  writeFileSync(join(folders.articles, 'mange.jsonl'), lines.join('\n'))
  return [...texts]
}

const ledger = new Ledger(own())
mkdirSync(join(folders.articles, 'nyhetssok-written'))

/** Compares what a service has with what it must have. */
const look = async (service: KilledService): Promise<readonly string[]> => {
  const found = await service.articles()
  const faults = [...ledger.settle(found)]
  const all = [...found]
  for (let i = 0; i < LOOKED_FOR; i++) {
    const [id, text] = all[Math.floor(random() * all.length)]!
    const word = /zq\d+/.exec(text)![0]
    const ids = await service.find(word)
    if (!ids.includes(id)) faults.push(`${id} is not found by its word ${word}, but ${ids.join(', ')}`)
  }
  return [...faults, ...service.complaints]
}

/** Files of written articles that are not whole. */
const halfFiles = (): string[] => {
  const folder = join(folders.articles, 'nyhetssok-written')
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  return names.filter((name) => {
    try {
      return typeof (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { id?: unknown }).id !== 'string'
    } catch {
      return true
    }
  })
}

const counts: Record<string, number> = {}
let [faults, acknowledged, changing] = [0, 0, 0]
const starts: number[] = []
for (let round = 0; round < rounds; round++) {
  const [kind, longest] = WORKS[Math.floor(random() * WORKS.length)]!
  counts[kind] = (counts[kind] ?? 0) + 1
  if (kind === 'ingest') {
    if (random() < 0.5) rmSync(join(folders.data, 'snapshot.tables'), { force: true })
    const interrupted = new KilledService(folders)
    await sleep(random() * longest)
    await interrupted.kill()
  }
  const start = performance.now()
  const service = new KilledService(folders)
  try {
    await service.untilReady()
    starts.push(performance.now() - start)
    for (const fault of await look(service)) {
      faults++
      console.log(`round ${round}, after ${kind}: ${fault}`)
    }
    const working = work(kind, { service, ledger, random, nextWord })
    await sleep(random() * longest)
    changing += ledger.openChanges
    await service.kill()
    await working
  } catch (error) {
    faults++
    console.log(`round ${round}, ${kind}: ${String(error)}`)
    await service.kill()
    if (values.keep) cpSync(root, `${root}-round-${round}`, { recursive: true })
  }
  acknowledged = Math.max(acknowledged, ledger.ids.length)
  for (const name of halfFiles()) {
    faults++
    console.log(`round ${round}, after ${kind}: ${name} is not whole`)
  }
}
const last = new KilledService(folders)
await last.untilReady()
faults += (await look(last)).length
await last.kill()
const sorted = starts.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    rounds,
    kills: counts,
    mostArticles: acknowledged,
    changesUnderWay: changing,
    slowestStartSeconds: Number((sorted.at(-1)! / 1000).toFixed(2)),
    medianStartSeconds: Number((sorted[sorted.length >> 1]! / 1000).toFixed(2)),
    faults
  })
)
if (values.keep) console.log(root)
else rmSync(root, { recursive: true })
process.exitCode = faults === 0 ? 0 : 1
