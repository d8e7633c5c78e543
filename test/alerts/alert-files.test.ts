/*
 * Alerts on disk:
 * - what is read is what was written, whatever the articles' ids;
 * - an attempt to post writes neither the articles that the alert knows nor the bodies again; what nothing names any
 *   more is removed;
 * - what a crash leaves is removed at the next start, and not the parts of an alert that cannot be read;
 * - an alert that was kept in one file is read too.
 */
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { AlertState, Delivery } from '../../src/alerts/alert.js'
import { AlertFiles } from '../../src/alerts/alert-files.js'

const ALERT = {
  id: '0123456789abcdef0123456789abcdef',
  name: 'Broer',
  query: { q: 'bro', match: 'all' as const, compounds: true, variants: true, filter: {} },
  webhook: { url: 'https://example.org/', secret: 'whsec_x' },
  createdAt: '2020-01-01T00:00:00.000Z'
}
const delivery = (id: string): Delivery => ({ id, body: `{"æ":"${id}"}`, attempts: 0, notBefore: 0 })
const STATE: AlertState = {
  alert: ALERT,
  findings: {
    seen: new Map(Object.entries({ ny: 'a', constructor: 'b', 1: 'c', 'a.b/c': 'd' }).toReversed()),
    oldest: { id: 'ny', publishedAt: '2020-01-01' },
    found: []
  },
  pending: [delivery('msg_1'), delivery('msg_2')],
  counts: { delivered: 1, failed: 0 },
  isGone: false
}

/** The files by their names, with what tells one that was written anew. */
const filesIn = (folder: string): ReadonlyMap<string, number> =>
  new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).ino]))
const partsIn = (folder: string): [string, number][] =>
  [...filesIn(folder)].filter(([name]) => name.endsWith('.part'))

t.test('written and read', async (t) => {
  const folder = join(t.testdir({}), 'alerts')
  const files = new AlertFiles(folder)
  t.strictSame(await files.read(), { states: [], unread: [] })
  await files.write(STATE)
  const { states } = await new AlertFiles(folder).read()
  t.strictSame(states, [STATE])
  t.strictSame([...states[0]!.findings.seen], [...STATE.findings.seen], 'in the same order')
  for (const name of readdirSync(folder)) t.equal(statSync(join(folder, name)).mode & 0o077, 0, name)
  await files.remove(ALERT.id)
  t.strictSame(readdirSync(folder), [])
})

t.test('what an attempt writes', async (t) => {
  const folder = t.testdir({})
  const first = new AlertFiles(folder)
  await first.write(STATE)
  const before = partsIn(folder)
  t.equal(before.length, 3, 'what it knows, and two bodies')
  const later = { ...STATE.pending[0]!, attempts: 1, notBefore: 5 }
  const failed = { ...STATE, pending: [later, STATE.pending[1]!] }
  await first.write(failed)
  t.strictSame(partsIn(folder), before)
  const files = new AlertFiles(folder)
  const { states } = await files.read()
  t.strictSame(states, [failed])
  await files.write({ ...states[0]!, pending: [STATE.pending[1]!] })
  t.strictSame(
    partsIn(folder),
    before.filter(([name]) => !name.includes('msg_1')),
    'also after a restart; the body that was accepted is gone'
  )
  const known = { ...STATE.findings, seen: new Map([['annen', 'e']]) }
  await files.write({ ...STATE, findings: known, pending: [] })
  t.equal(readdirSync(folder).length, 2)
  t.strictSame((await new AlertFiles(folder).read()).states[0]!.findings, known)
})

t.test('what a crash leaves', async (t) => {
  const folder = t.testdir({})
  await new AlertFiles(folder).write(STATE)
  const whole = readdirSync(folder)
  const other = 'f'.repeat(32)
  for (const name of [`${ALERT.id}.msg_0.part`, `${other}.msg_0.part`, `${ALERT.id}.json.unfinished`])
    writeFileSync(join(folder, name), '{')
  t.strictSame((await new AlertFiles(folder).read()).states, [STATE])
  t.strictSame(readdirSync(folder), whole)
  rmSync(join(folder, `${ALERT.id}.msg_2.part`))
  const { states, unread } = await new AlertFiles(folder).read()
  t.strictSame([states.length, unread.length], [0, 1], 'not without its body')
  t.equal(readdirSync(folder).length, whole.length - 1)
})

t.test('what the disk refuses', async (t) => {
  const place = t.testdir({ alerts: {} })
  const folder = join(place, 'alerts')
  const files = new AlertFiles(folder)
  await files.write(STATE)
  const away = join(place, 'away')
  renameSync(folder, away)
  const without = { ...STATE, pending: [] }
  await t.rejects(files.write(without), /ENOENT/)
  renameSync(away, folder)
  t.strictSame((await new AlertFiles(folder).read()).states, [STATE], 'what was there is')
  await files.write(without)
  t.strictSame((await new AlertFiles(folder).read()).states, [without])
})

t.test('an alert in one file', async (t) => {
  const { findings, ...rest } = STATE
  const stored = { ...rest, seen: { ny: 'a' }, found: [] }
  const folder = t.testdir({ [`${ALERT.id}.json`]: JSON.stringify(stored) })
  const files = new AlertFiles(folder)
  const { states } = await files.read()
  t.strictSame(states, [{ ...rest, findings: { seen: new Map([['ny', 'a']]), found: findings.found } }])
  await files.write(states[0]!)
  t.strictSame((await new AlertFiles(folder).read()).states, states)
})
