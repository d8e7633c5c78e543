// - it counts what would be served, and groups the rest by what becomes of it and by reason, with file and line
// - what is wrong in entities.yaml and fields.yaml is no article that is left out
// - a draft is no fault; what strict refuses is

import t from 'tap'
import { checkFolder } from '../src/check.js'

t.test('a folder', async (t) => {
  const folder = t.testdir({
    'a.md': '---\npublished: i går\n---\nA',
    'b.md': '---\npublished: i dag\n---\nB',
    'c.md': '---\ndraft: true\n---\nC',
    'd.txt': '',
    'e.png': '',
    'entities.yaml': 'hide: [person:nei]\nmerge: 3\n',
    'fields.yaml': 'title: [[]]\n',
    'f.jsonl': '{"text":"F","weight":1}\nnull\n'
  })
  const { text, isGood } = await checkFolder(folder)
  t.notOk(isGood)
  t.match(text, /^3 articles would be served\.\n/)
  t.match(text, /2 left out:\n/)
  t.match(text, /The text is empty.*\n {6}d\.txt\n/)
  t.match(text, / {6}f\.jsonl, line 2\n/)
  t.match(text, /\d without effect in the files that say how .*:\n(?: .*\n)* {6}entities\.yaml.*\n/)
  t.match(text, /1 not to be shown now:\n {2}1 × It is a draft/)
  t.match(
    text,
    /2 read without a fact:\n {2}2 × `published` must be .*\n {6}a\.md, line 2\n {6}b\.md, line 2\n/
  )
  t.match(text, /ignored: \.png 1\n/)
  t.match(text, /no known fact: weight 1\n/)
})

t.test('a good folder', async (t) => {
  const folder = t.testdir({ 'a.md': 'A', 'b.md': '---\ndraft: true\n---\nB' })
  t.ok((await checkFolder(folder)).isGood)
})
