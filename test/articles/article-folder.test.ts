// - only files of the formats, also with .gz, are listed, whatever the case of the extension
// - other files are counted by extension, settings by their names; pipes and npm's packages are not opened
// - hidden files and folders are left out
// - the folder is listed alike at the start and beside other work
// - paths are relative, with `/`, and sorted by code unit over all folders
// - links to files and folders are followed; a folder is listed once, as itself rather than through a link, and a cycle
//   ends; a link that is passed over is reported, and is no fault
// - a link to nothing or to itself, and a folder that may not be read, are problems
// - a folder that is missing, or is a file, is one error that says how to mend it

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import {
  ArticleFolderError,
  listArticleFiles,
  sortOut,
  walkArticleFolder
} from '../../src/articles/folder/article-folder.js'
import { asNobody } from './as-nobody.js'
import { readFolder } from './read-folder.js'

/** As a folder is listed at the start, and beside other work. */
const pathsIn = async (folder: string): Promise<string[]> => {
  const paths = (await listArticleFiles(folder)).files.map(({ path }) => path)
  const beside = sortOut(await walkArticleFolder(folder)).files.map(({ path }) => path)
  assert.deepEqual(beside, paths)
  return paths
}

t.test('which files', async (t) => {
  const folder = t.testdir({
    'a.txt': '',
    'B.TXT': '',
    'c.tar.md': '',
    'd.jsonl.gz': '',
    'e.ndjson': '',
    'f.txt.gz': '',
    'g.png': '',
    'package.json': '{}',
    'robots.txt': 'Disallow: /',
    txt: '',
    '.hidden.txt': '',
    '.git': { 'a.txt': '' },
    node_modules: { 'README.md': '' },
    'folder.txt': { 'h.ndjson.GZ': '' }
  })
  execFileSync('mkfifo', [join(folder, 'pipe.txt')])
  const { files, ignored } = await listArticleFiles(folder)
  t.strictSame(Object.fromEntries(ignored), {
    '.png': 1,
    'leading dot': 2,
    'no extension': 1,
    node_modules: 1,
    'package.json': 1,
    'robots.txt': 1,
    'pipe, socket or device': 1
  })
  t.strictSame(files, [
    { path: 'B.TXT', name: 'B', format: 'text', gzipped: false, size: 0 },
    { path: 'a.txt', name: 'a', format: 'text', gzipped: false, size: 0 },
    { path: 'c.tar.md', name: 'c.tar', format: 'markdown', gzipped: false, size: 0 },
    { path: 'd.jsonl.gz', name: 'd', format: 'json-lines', gzipped: true, size: 0 },
    { path: 'e.ndjson', name: 'e', format: 'json-lines', gzipped: false, size: 0 },
    { path: 'f.txt.gz', name: 'f', format: 'text', gzipped: true, size: 0 },
    { path: 'folder.txt/h.ndjson.GZ', name: 'folder.txt/h', format: 'json-lines', gzipped: true, size: 0 }
  ])
})

t.test('order over folders', async (t) => {
  // `-` < `.` < `/` < `0`, and `Z` < `a` < `ø`
  const folder = t.testdir({
    a: { 'x.txt': '' },
    'a-b.txt': '',
    'a.txt': '',
    'a0.txt': '',
    'ø.txt': '',
    'Z.txt': ''
  })
  t.strictSame(await pathsIn(folder), ['Z.txt', 'a-b.txt', 'a.txt', 'a/x.txt', 'a0.txt', 'ø.txt'])
})

t.test('links', async (t) => {
  const folder = t.testdir({
    'a.txt': '',
    'b.txt': t.fixture('symlink', 'a.txt'),
    inside: { 'c.txt': '', up: t.fixture('symlink', '..'), self: t.fixture('symlink', '.') },
    'a-same': t.fixture('symlink', 'inside'),
    same: t.fixture('symlink', 'inside'),
    '..data': { 'd.txt': '' },
    data: t.fixture('symlink', '..data')
  })
  t.strictSame(await pathsIn(folder), ['a.txt', 'b.txt', 'data/d.txt', 'inside/c.txt'])
  const { problems } = await listArticleFiles(folder)
  t.strictSame(
    problems.map(({ file, kind }) => [file, kind]),
    ['a-same', 'inside/self', 'inside/up', 'same'].map((file) => [file, 'no-article'])
  )
})

t.test('links out of the folder', async (t) => {
  const root = t.testdir({
    art: {
      'a.txt': '',
      above: t.fixture('symlink', '..'),
      one: t.fixture('symlink', '../elsewhere'),
      two: t.fixture('symlink', '../elsewhere')
    },
    elsewhere: { 'c.txt': '', back: t.fixture('symlink', '.') },
    as: t.fixture('symlink', 'art')
  })
  for (const folder of ['art', 'as'])
    t.strictSame(await pathsIn(join(root, folder)), ['a.txt', 'one/c.txt'], folder)
})

t.test('links that lead nowhere', async (t) => {
  const folder = t.testdir({
    'a.txt': 'A',
    'b.txt': t.fixture('symlink', 'missing.txt'),
    'c.jsonl': t.fixture('symlink', 'c.jsonl'),
    'd.png': t.fixture('symlink', 'missing.png')
  })
  const { articles, problems } = await readFolder(folder)
  t.strictSame(articles, [{ id: 'a', text: 'A' }])
  t.match(problems, [
    { file: 'b.txt', line: undefined, reason: 'The file is not there: fix the link' },
    { file: 'c.jsonl', line: undefined, reason: 'The file is a link that leads back to itself' }
  ])
})

t.test('what may not be read', async (t) => {
  // Below the folder for temporary files, which every user may enter.
  const folder = mkdtempSync(join(tmpdir(), 'articles-'))
  const unreadable = ['b.txt', 'c.jsonl', 'd'].map((name) => join(folder, name))
  t.teardown(() => {
    rmSync(folder, { recursive: true })
  })
  mkdirSync(join(folder, 'd'))
  for (const name of ['a.txt', 'b.txt', 'd/e.txt']) writeFileSync(join(folder, name), 'A')
  writeFileSync(join(folder, 'c.jsonl'), '{"text":"C"}')
  chmodSync(folder, 0o755)
  for (const path of unreadable) chmodSync(path, 0)
  const { articles, problems } = await asNobody(() => readFolder(folder))
  t.strictSame(articles, [{ id: 'a', text: 'A' }])
  t.match(problems, [
    { file: 'd', reason: 'The folder may not be read' },
    { file: 'b.txt', reason: 'The file may not be read' },
    { file: 'c.jsonl', reason: 'The file may not be read' }
  ])
  for (const path of unreadable) chmodSync(path, 0o700)
})

t.test('no folder', async (t) => {
  const folder = t.testdir({ 'a.txt': 'A' })
  const missing = join(folder, 'missing')
  await t.rejects(readFolder(missing), {
    name: 'ArticleFolderError',
    folder: missing,
    message: `The article folder "${missing}" does not exist: create it, or name another one.`
  })
  await t.rejects(readFolder(join(folder, 'a.txt')), {
    name: 'ArticleFolderError',
    message: /is not a folder/
  })
  await t.rejects(readFolder(join(folder, 'a.txt', 'b')), ArticleFolderError)
})
