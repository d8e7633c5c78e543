/*
 * A snapshot of a collection:
 * - a second start on unchanged articles reads it: no file is read, and every question has the answer that it had;
 * - a folder inside that cannot be read is a problem, each time, and keeps nothing else from being kept;
 * - a file that is added, changed, renamed or removed, facts beside it, or an article whose date of publication or of
 *   expiry has come since: only that file is read; another rule: only names are; the snapshot is written anew;
 * - another version, another format of the file, or other names of facts: it is told, and all is read;
 * - one that is cut or damaged, wherever, is told and never served: the articles are read;
 * - what cannot be written is told, and the service goes on; what was left half-written is no snapshot, and is cleared;
 * - what was left out is told again, and can keep a collection from being served.
 */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { folderSource, type ArticleSource } from '../../src/collection/article-source.js'
import { FolderFiles } from '../../src/collection/folder-files.js'
import { Collection } from '../../src/collection/collection.js'
import type { LoadObserver } from '../../src/collection/load-observer.js'
import { OUTDATED_SNAPSHOT, SnapshotFile } from '../../src/collection/snapshot.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { asNobody } from '../articles/as-nobody.js'
import { annotateHere } from './annotate-here.js'
import { QUESTIONS, NEWS, VERBS } from '../engine/questions.js'

const ARTICLES = {
  'news.jsonl': [...NEWS.map((article) => JSON.stringify(article)), '{"text":'].join('\n'),
  'picture.png': '',
  inside: { 'a.txt': 'Kari Nordli kom til Oslo.\n\n– Ja, sa Nordli.' }
}

interface Loaded {
  /** What the observer was told, in order. */
  readonly told: string[]
  readonly collection: Collection
  /** Paths of the files that were read. */
  readonly read: readonly string[]
}

const load = async (folder: string, data: string, observer: LoadObserver = {}): Promise<Loaded> => {
  const told: string[] = []
  const collection = new Collection({
    annotate: annotateHere(norwegianNames),
    snapshots: new SnapshotFile(data)
  })
  const read: string[] = []
  const files = new FolderFiles(folder)
  const source: ArticleSource = {
    ...folderSource(folder),
    files: {
      folder,
      all: (options) => files.all(options),
      at: (paths) => files.at(paths),
      namesState: () => files.namesState(),
      read: (seen) => {
        read.push(...seen.map(({ file }) => file.path))
        return files.read(seen)
      }
    }
  }
  await collection.load(source, {
    problem: ({ file }) => told.push(`problem in ${file}`),
    indexed: () => told.push('indexed'),
    serving: () => told.push('serving'),
    snapshotRead: (changed) => told.push(`snapshot read, ${changed} changed`),
    snapshotWritten: () => told.push('snapshot written'),
    snapshotFailed: () => told.push('snapshot failed'),
    ...observer
  })
  await collection.whenIdle()
  return { told, collection, read }
}

/** A folder of articles and one for snapshots, apart from each other. */
const folders = (t: Test): { articles: string; data: string } => {
  const folder = t.testdir({ articles: ARTICLES, data: {} })
  return { articles: join(folder, 'articles'), data: join(folder, 'data') }
}

const answersOf = async ({ collection }: Loaded): Promise<unknown[]> => {
  const engine = createMemoryEngine(collection)
  const answers: unknown[] = [engine.generation, engine.status]
  for (const verb of VERBS)
    for (const question of QUESTIONS[verb]) answers.push(await engine.ask(verb, question))
  return answers
}

const articlesOf = ({ collection }: Loaded): number => collection.generations.current!.statistics.articles

const PROBLEM = 'problem in news.jsonl'
const WRITTEN = [PROBLEM, 'indexed', 'serving', 'snapshot written']
const READ = [PROBLEM, 'snapshot read, 0 changed', 'indexed', 'serving']

t.test('a second start reads it', async (t) => {
  const { articles, data } = folders(t)
  const first = await load(articles, data)
  t.strictSame(first.told, WRITTEN)
  t.strictSame(readdirSync(data), ['snapshot.tables'], 'nothing half-written is left')
  const second = await load(articles, data)
  t.strictSame(second.told, READ)
  t.equal(second.read.length, 0)
  t.strictSame(await answersOf(second), await answersOf(first))
  t.strictSame(second.collection.ignored, first.collection.ignored)
})

t.test('a folder inside cannot be read', async (t) => {
  // Below the folder for temporary files, which every user may enter.
  const folder = mkdtempSync(join(tmpdir(), 'articles-'))
  const locked = join(folder, 'locked')
  t.teardown(() => {
    chmodSync(locked, 0o700)
    rmSync(folder, { recursive: true })
  })
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'a.txt'), 'En vei.')
  await mkdir(join(folder, '.data'))
  chmodSync(join(folder, '.data'), 0o777)
  await mkdir(locked, 0)
  const problems = [{ file: 'locked', reason: /may not be read/ }]
  // The snapshot lies beside the articles here, under a name that is no article's.
  await asNobody(async () => {
    t.match((await load(folder, join(folder, '.data'))).collection.problems, problems)
    const second = await load(folder, join(folder, '.data'))
    t.equal(second.read.length, 0)
    t.match(second.collection.problems, problems)
  })
})

t.test('an article is published, or expires, after the snapshot was made', async (t) => {
  const { articles, data } = folders(t)
  for (const fact of ['publishDate', 'expiryDate']) {
    writeFileSync(join(articles, 'c.md'), `---\n${fact}: 2999-01-01\n---\nEn gate.`)
    await load(articles, data)
    t.equal((await load(articles, data)).read.length, 0, fact)
    const isShown = fact === 'expiryDate'
    const { now } = Date
    Date.now = () => Date.UTC(2999, 0, 2)
    const later = await load(articles, data).finally(() => (Date.now = now))
    t.strictSame(later.read, ['c.md'], fact)
    const { articles: store } = later.collection.generations.current!.segment
    t.equal(store.find('c') === undefined, isShown, fact)
  }
})

t.test('only what has changed is read', async (t) => {
  const { articles, data } = folders(t)
  const write = (name: string, text: string) => () => {
    writeFileSync(join(articles, name), text)
  }
  interface Change {
    readonly what: string
    readonly change: () => unknown
    readonly read: readonly string[]
    /** Files that are told to have changed. */
    readonly changed?: number
  }
  const changes: Change[] = [
    { what: 'a file is added', change: write('b.txt', 'En vei.'), read: ['b.txt'] },
    { what: 'a file is changed', change: write('b.txt', 'En sti.'), read: ['b.txt'] },
    {
      what: 'a file is renamed',
      change: () => {
        renameSync(join(articles, 'b.txt'), join(articles, 'c.txt'))
      },
      read: ['c.txt'],
      changed: 2
    },
    { what: 'a file is touched', change: () => utimes(join(articles, 'c.txt'), 1, 1), read: ['c.txt'] },
    { what: 'facts beside it', change: write('c.yaml', 'source: NRK'), read: ['c.txt'] },
    {
      what: 'a file is removed',
      change: () => {
        rmSync(join(articles, 'c.txt'))
      },
      read: [],
      changed: 1
    },
    {
      what: 'a folder with a file is added',
      change: async () => {
        await mkdir(join(articles, 'more'))
        writeFileSync(join(articles, 'more', 'd.txt'), 'En gate.')
      },
      read: ['more/d.txt']
    },
    { what: 'a rule is added', change: write('entities.yaml', 'hide: [person:kari-nordli]'), read: [] }
  ]
  await load(articles, data)
  for (const { what, change, read, changed = read.length } of changes) {
    await change()
    const loaded = await load(articles, data)
    t.strictSame(loaded.read, read, what)
    t.strictSame(
      loaded.told,
      [PROBLEM, `snapshot read, ${changed} changed`, 'indexed', 'serving', 'snapshot written'],
      what
    )
    const fresh = await load(articles, join(data, '..', 'none', what))
    t.equal(fresh.collection.generations.current!.statistics.articles, articlesOf(loaded), what)
    t.strictSame((await load(articles, data)).told, READ, `${what}: the next time it is known`)
  }
})

t.test('other names of facts: all is read', async (t) => {
  const { articles, data } = folders(t)
  await load(articles, data)
  writeFileSync(join(articles, 'fields.yaml'), 'source: departement')
  t.strictSame((await load(articles, data)).told, ['snapshot failed', ...WRITTEN])
})

t.test('another format of the file: all is read', async (t) => {
  const { articles, data } = folders(t)
  await load(articles, data)
  const path = join(data, 'snapshot.tables')
  const bytes = readFileSync(path)
  const body = bytes.subarray(bytes.indexOf('\n'))
  for (const [magic, name] of [
    ['nyhetssok-tables-1', OUTDATED_SNAPSHOT],
    ['nyhetssok-tables-10', OUTDATED_SNAPSHOT],
    ['nyhetssok-tables-x', 'SnapshotError']
  ] as const) {
    writeFileSync(path, Buffer.concat([Buffer.from(magic), body]))
    await t.rejects(new SnapshotFile(data).read('a key'), { name })
  }
  writeFileSync(path, 'nyhetssok-tables-1\n')
  t.strictSame((await load(articles, data)).told, ['snapshot failed', ...WRITTEN])
})

t.test('a damaged one is told and not served', async (t) => {
  const { articles, data } = folders(t)
  const expected = await answersOf(await load(articles, data))
  const path = join(data, 'snapshot.tables')
  const bytes = readFileSync(path)
  const damaged = [0, 1, 25, 200, bytes.length >> 1, bytes.length - 1].map((at) => {
    const copy = Buffer.from(bytes)
    copy[at]! ^= 1
    return copy
  })
  for (const wrong of [
    ...damaged,
    bytes.subarray(0, bytes.length >> 1),
    bytes.subarray(0, 3),
    Buffer.alloc(0)
  ]) {
    writeFileSync(path, wrong)
    const loaded = await load(articles, data)
    t.strictSame(loaded.told, ['snapshot failed', ...WRITTEN])
    t.strictSame(await answersOf(loaded), expected)
  }
})

t.test('one of other versions is written anew', async (t) => {
  const { articles, data } = folders(t)
  await load(articles, data)
  const other = new SnapshotFile(data)
  await t.rejects(other.read('another key'), /another version/)
  t.equal(await new SnapshotFile(join(data, 'none')).read('a key'), undefined)
})

t.test('what cannot be written is told', async (t) => {
  const { articles, data } = folders(t)
  writeFileSync(join(data, 'file'), '')
  const loaded = await load(articles, join(data, 'file', 'folder'))
  t.strictSame(loaded.told, [...WRITTEN.slice(0, -1), 'snapshot failed'].toSpliced(0, 0, 'snapshot failed'))
  t.ok(loaded.collection.generations.current)
})

t.test('what was left half-written is cleared away', async (t) => {
  const { articles, data } = folders(t)
  writeFileSync(join(data, '1-snapshot.tables.unfinished'), 'half')
  t.strictSame((await load(articles, data)).told, WRITTEN)
  t.strictSame(readdirSync(data), ['snapshot.tables'])
})

t.test('who is told that all is indexed can keep it from being served', async (t) => {
  const { articles, data } = folders(t)
  await load(articles, data)
  const refuse = (): never => {
    throw new Error('a problem')
  }
  await t.rejects(load(articles, data, { indexed: refuse }), /a problem/)
})
