/*
 * A process that is killed (SIGKILL) while it reads a folder, writes, deletes, or keeps its snapshot:
 * - the next one is ready by itself, without a fault;
 * - it has every article that was acknowledged, as it was acknowledged, and none that was deleted;
 * - of a change that was under way there is the article before or after, never a half one;
 * - what the crash left unfinished is no article, and files of the user's own are as they were.
 * `npm run bench:crash` does the same with the whole service, over HTTP.
 */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { Ledger } from '../../tools/crash/ledger.js'
import { randomNumbers } from '../../tools/random.js'
import type { FromChild, ToChild } from './crash-child.js'
import { ask, startChild } from './crash-process.js'

const ROUNDS = 20
/** Processes that get ready while another one works. */
const STANDBY = 2

/** What it has once it has loaded the folders. */
const load = async (
  child: ChildProcess,
  load: { articles: string; data: string }
): Promise<Map<string, string>> =>
  new Map(((await ask(child, { load })) as Extract<FromChild, { articles: unknown }>).articles)

const random = randomNumbers(13)
const below = (count: number): number => Math.floor(random() * count)

/** Sends changes to a process, a request after the other, and notes what it acknowledges. */
const change = (child: ChildProcess, ledger: Ledger, kind: 'one' | 'many' | 'delete'): void => {
  const next = (): void => {
    if (!child.connected) return
    const ids = Array.from({ length: kind === 'many' ? 60 : 1 }, () => `sak${below(300)}`)
    const changes = [...new Set(ids)]
      .filter((id) => ledger.isFree(id))
      .map((id) => {
        const sentence = `En vei til byen, nummer ${below(1e9)}.`
        const text =
          kind === 'delete' ? undefined : Array.from({ length: 1 + below(30) }, () => sentence).join(' ')
        ledger.send(id, text)
        return { id, ...(text !== undefined && { record: { text } }) }
      })
    child.send({ changes } satisfies ToChild, () => undefined)
  }
  child.on('message', (message: FromChild) => {
    if (!('done' in message)) return
    for (const id of message.done) ledger.acknowledge(id)
    next()
  })
  next()
}

t.test('killed at any moment', async (t) => {
  const own = {
    'egen.txt': 'En sti i skogen.',
    'mange.jsonl': '{"id":"a","text":"En gate."}\n{"id":"b","text":"En bro."}'
  }
  const root = t.testdir({ articles: { ...own, 'nyhetssok-written': {} }, data: {} })
  const folders = { articles: join(root, 'articles'), data: join(root, 'data') }
  const written = join(folders.articles, 'nyhetssok-written')
  const ledger = new Ledger([
    ['egen', 'En sti i skogen.'],
    ['a', 'En gate.'],
    ['b', 'En bro.']
  ])
  const standby = Array.from({ length: STANDBY }, () => startChild())
  t.teardown(() => {
    for (const child of standby) child.kill('SIGKILL')
  })
  for (let round = 0; round < ROUNDS; round++) {
    const child = standby.shift()!
    if (round + standby.length <= ROUNDS) standby.push(startChild())
    if (round % 5 === 4) rmSync(join(folders.data, 'snapshot.tables'), { force: true })
    const kind = (['load', 'one', 'many', 'delete', 'close'] as const)[round % 5]!
    if (kind === 'load') child.send({ load: folders } satisfies ToChild)
    else {
      t.strictSame(ledger.settle(await load(child, folders)), [], `round ${round}`)
      change(child, ledger, kind === 'close' ? 'one' : kind)
      if (kind === 'close') child.send('close' satisfies ToChild, () => undefined)
      // So that every second one has acknowledged something.
      if (round % 2 === 0) await once(child, 'message')
    }
    await sleep(below(kind === 'load' ? 60 : 120))
    child.kill('SIGKILL')
    await once(child, 'exit')
    for (const [name, text] of Object.entries(own))
      t.equal(readFileSync(join(folders.articles, name), 'utf8'), text)
    t.doesNotThrow(() => {
      for (const name of readdirSync(written).filter((name) => !name.startsWith('.')))
        JSON.parse(readFileSync(join(written, name), 'utf8'))
    }, 'files are whole')
  }
  const last = standby.shift()!
  t.strictSame(ledger.settle(await load(last, folders)), [], 'after the last round')
  t.ok(ledger.ids.length > Object.keys(own).length, 'some were written')
  last.kill('SIGKILL')
})
