// - `NAME.yaml`, or else `NAME.yml`, beside a file that is one article states its facts, with the keys of front matter
// - what it states comes before what the file itself states, fact by fact; the text is the file's alone
// - it hides the article as front matter does
// - what is wrong in it costs a fact, is reported with the sidecar's own name and line, and never costs the article
// - one that is no mapping, is unreadable or stands beside a file of many articles is reported; no other .yaml is read
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { mostFrequent } from '../../src/articles/folder/counts.js'
import { ignoredIn, readFolder } from './read-folder.js'

t.test('facts beside the file', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.txt': 'Tekst A.',
      'a.yaml': '# fra redaksjonen\ntittel: Sak A\ndato: 28.11.2019\nkilde: Avisa\nauthors: [Kari Moe]\n',
      'a.yml': 'source: never read',
      sub: {
        'b.md.gz': gzipSync('---\ntitle: B\nsource: Bladet\n---\nTekst B.'),
        'b.yml': 'source: Avisa\nid: sak-b'
      },
      'c.txt': '---\npublished: 2019-01-01\n---\nTekst C.',
      'c.yaml': ''
    })
  )
  t.strictSame(problems, [])
  t.strictSame(articles, [
    {
      id: 'a',
      text: 'Tekst A.',
      title: 'Sak A',
      publishedAt: '2019-11-28',
      source: 'Avisa',
      authors: ['Kari Moe']
    },
    { publishedAt: '2019-01-01', id: 'c', text: 'Tekst C.' },
    { id: 'sak-b', title: 'B', source: 'Avisa', text: 'Tekst B.' }
  ])
})

t.test('hidden by the file beside it', async (t) => {
  const { articles, problems } = await readFolder(t.testdir({ 'a.txt': 'A', 'a.yaml': 'draft: true' }))
  t.strictSame(articles, [])
  t.match(problems, [{ kind: 'withheld', file: 'a.txt' }])
})

t.test('what is wrong in it', async (t) => {
  const { articles, problems } = await readFolder(
    t.testdir({
      'a.txt': 'A',
      'a.yaml': 'source: Avisa\npublished: i går\n',
      'b.txt': 'B',
      'b.yaml': 'title: Nei: nei\nsource: Avisa\n',
      'c.txt': 'C',
      'c.yaml': '- Avisa\n',
      'd.txt': 'D',
      'd.yaml': Buffer.from([0, 1, 2, 3, 0, 1])
    })
  )
  t.strictSame(
    articles.map(({ id, source }) => [id, source]),
    [
      ['a', 'Avisa'],
      ['b', 'Avisa'],
      ['c', undefined],
      ['d', undefined]
    ]
  )
  t.match(problems, [
    { kind: 'fact', file: 'a.yaml', line: 2, reason: /^`published` .*: it is left out$/ },
    { kind: 'changed', file: 'b.yaml', line: 1, reason: /valid YAML/ },
    { kind: 'fact', file: 'c.yaml', reason: /^It states no facts/ },
    { kind: 'fact', file: 'd.yaml' }
  ])
  t.equal(problems.length, 4)
})

t.test('one that cannot be read', async (t) => {
  const folder = t.testdir({ 'a.txt': 'A' })
  symlinkSync('nowhere', join(folder, 'a.yaml'))
  const { articles, problems } = await readFolder(folder)
  t.equal(articles.length, 1)
  t.match(problems, [{ kind: 'fact', file: 'a.yaml' }])
})

t.test('other files', async (t) => {
  const folder = t.testdir({
    'a.jsonl': '{"text":"1"}\n{"text":"2"}\n',
    'a.yaml': 'source: Avisa',
    'alone.yaml': 'source: Avisa',
    'entities.txt': 'E',
    'entities.yaml': 'hide: []'
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(
    articles.map(({ source }) => source),
    [undefined, undefined, undefined]
  )
  t.match(problems, [{ kind: 'fact', file: 'a.yaml', reason: /many articles/ }])
  t.equal(problems.length, 1)
  t.strictSame(mostFrequent((await ignoredIn(folder))!.files, 9), { '.yaml': 1 })
})
