// - every fact is read under its name, and what follows the closing line is the text, unchanged
// - YAML's own types do not show: a date, a number, `no` and `on` come out as they are written
// - a language may have its country: `nb-NO`, `nn_NO`
// - keys of other programs are ignored; what is blank or null is absent
// - a wrong value is a problem at its key's line, with what would be right
// - broken YAML is a problem at its line
// - `---` starts front matter only before `key:` or an empty block; else it is text
// - front matter that is never closed is a problem

import t from 'tap'
import { readFolder } from './read-folder.js'

/** What becomes of one file with this content. */
const readOne = async (t: Tap, content: string) => {
  const { articles, problems } = await readFolder(t.testdir({ 'sak.txt': content }))
  return articles[0] ?? problems[0]
}

type Tap = Pick<typeof t, 'testdir'>

t.test('every fact', async (t) => {
  const content = `---
id: 2019-digital
title: "Regjeringen: – Vi må digitalisere"
published: 2019-11-28T10:15:00+01:00
source: digi.no
authors: [Kari Nordmann, Ola Hansen]
url: https://www.digi.no/artikler/1
tags:
  - KMD
  - offentlig sektor
language: nn
layout: post
---

Teksten.
`
  t.strictSame(await readOne(t, content), {
    id: '2019-digital',
    title: 'Regjeringen: – Vi må digitalisere',
    publishedAt: '2019-11-28T10:15:00+01:00',
    source: 'digi.no',
    authors: ['Kari Nordmann', 'Ola Hansen'],
    url: 'https://www.digi.no/artikler/1',
    tags: ['KMD', 'offentlig sektor'],
    language: 'nn',
    text: '\nTeksten.\n'
  })
})

t.test('as it is written', async (t) => {
  const content = '---\r\nid: 007\r\npublished: 2019-11-28\r\ntitle: 1.0\r\ntags: [no, on, 1e3]\r\n--- \r\nA'
  t.strictSame(await readOne(t, content), {
    id: '007',
    publishedAt: '2019-11-28',
    title: '1.0',
    tags: ['no', 'on', '1e3'],
    text: 'A'
  })
})

t.test('what states nothing is absent', async (t) => {
  const content =
    '---\ntitle: ""\nsource:\nauthors: []\ntags: [" "]\nurl: ~\nlanguage: no\npublished: null\n---\nA'
  t.strictSame(await readOne(t, content), { id: 'sak', text: 'A' })
})

t.test('wrong values', async (t) => {
  const wrong = {
    'published: 28.11.2019': '`published` must be a date such as 2019-11-28',
    'published: 2019-02-31': 'not "2019-02-31"',
    'published: 2019-11-28 10:15': 'a date-time such as 2019-11-28T10:15:00+01:00, not "2019-11-28 10:15"',
    'language: en': '`language` must be nb or nn, or be left out to have it detected, not "en"',
    'url: javascript:alert(1)': '`url` must be an address that starts with https:// or http://',
    'url: digi.no/sak': '`url` must be an address',
    'title: [a, b]': '`title` must be text, not a list',
    'authors: {name: Kari}': '`authors` must be a list of texts, or one text, not an object',
    'id: ???': '`id` must hold a letter from A to Z or a digit',
    'title: "a\\0b"': '`title` must be without control characters'
  }
  for (const [lineOf4, reason] of Object.entries(wrong)) {
    const problem = await readOne(t, `---\n# facts\nsource: digi.no\n${lineOf4}\n---\nA`)
    t.match(problem, { file: 'sak.txt', line: 4, reason }, lineOf4)
  }
})

t.test('all wrong values are named, at the line of the first', async (t) => {
  t.match(await readOne(t, '---\nlanguage: en\nsource: x\npublished: soon\n---\nA'), {
    line: 2,
    reason: /`published` must be .*; `language` must be /
  })
})

t.test('broken YAML', async (t) => {
  const broken = {
    'title: Ja: nei': 'mend the line, and put a value that holds a colon in quotes',
    'source: a': 'Map keys must be unique',
    'title: "Ja\nurl: https://digi.no': 'not valid YAML'
  }
  for (const [lines, reason] of Object.entries(broken)) {
    const problem = await readOne(t, `---\nsource: digi.no\n${lines}\n---\nA`)
    t.match(problem, { file: 'sak.txt', line: 2 + lines.split('\n').length, reason }, lines)
  }
  t.match(await readOne(t, '---\ntitle: *x\n---\nA'), { line: 1, reason: 'not valid YAML' })
})

t.test('dates and times', async (t) => {
  const times = [
    '2020-02-29',
    '2019-11-28T10:15',
    '2019-11-28T10:15Z',
    '2019-11-28T10:15:00.5',
    '2019-11-28T10:15:00Z'
  ]
  for (const time of times) {
    t.match(await readOne(t, `---\npublished: ${time}\n---\nA`), { publishedAt: time }, time)
  }
})

t.test('languages', async (t) => {
  const languages = {
    nb: 'nb',
    NN: 'nn',
    'nb-NO': 'nb',
    nn_NO: 'nn',
    'nn-no': 'nn',
    'no-NO': undefined,
    und: 'und'
  }
  for (const [stated, language] of Object.entries(languages))
    t.match(await readOne(t, `---\nlanguage: ${stated}\n---\nA`), { id: 'sak', language }, stated)
  for (const stated of ['en-NO', 'nb-SE', 'nbNO', 'norsk'])
    t.match(await readOne(t, `---\nlanguage: ${stated}\n---\nA`), { reason: `not "${stated}"` }, stated)
})

t.test('one author, one tag', async (t) => {
  t.match(await readOne(t, '---\nauthor: Kari\ntag: skole\n---\nA'), { authors: ['Kari'], tags: ['skole'] })
  t.match(await readOne(t, '---\nauthor: Kari\nauthors: [Ola, Per]\n---\nA'), { authors: ['Ola', 'Per'] })
  const odd = await readOne(t, '---\nauthor: {name: Kari}\n---\nA')
  t.strictSame(odd, { id: 'sak', text: 'A' }, 'other people may mean something else by it')
})

t.test('a rule or a line of dialogue is text', async (t) => {
  const texts = [
    '---\nSånn begynner det.\n---\nOg slik går det videre.\n',
    '---\nHan sa: Nei.\n---\n',
    '---\nKl. 12:30 var det slutt.\n\n---\n',
    '--- Nei, sa han.\ntitle: x\n---\n',
    '----\ntitle: x\n----\n',
    '---\n\nEn rad.',
    '---\n# En overskrift\n---\nTekst',
    'Tekst\n---\ntitle: x\n---\n'
  ]
  for (const text of texts) t.strictSame(await readOne(t, text), { id: 'sak', text }, JSON.stringify(text))
})

t.test('an empty block is front matter', async (t) => {
  t.strictSame(await readOne(t, '---\n---\nA'), { id: 'sak', text: 'A' })
})

t.test('the text may hold `---` too', async (t) => {
  t.strictSame(await readOne(t, '---\ntitle: T\n---\nA\n---\nB'), {
    id: 'sak',
    title: 'T',
    text: 'A\n---\nB'
  })
})

t.test('never closed', async (t) => {
  t.match(await readOne(t, '---\ntitle: Digital agenda\n\nTeksten.\n'), { line: 1, reason: /never closed/ })
})

t.test('no text after it', async (t) => {
  t.match(await readOne(t, '---\ntitle: T\n---'), { line: undefined, reason: /empty/ })
})
