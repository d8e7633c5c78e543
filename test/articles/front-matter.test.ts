// - every fact is read under its name, and what follows the closing line is the text, unchanged
// - YAML's own types do not show: a date, a number, `no` and `on` come out as they are written
// - a language may have its country: `nb-NO`, `nn_NO`
// - keys of other programs are ignored; what is blank or null is absent
// - a wrong value costs its fact alone, and is reported at its key's line with what would be right
// - broken YAML or TOML costs the facts that it breaks, reported at its line, and never the text
// - TOML and JSON are read as YAML is; blank lines may come before any of them
// - the language of the block may be named behind `---`, and known facts may stand without fences, two lines at least;
//   what is unknown among them stays in the text
// - a value that YAML forbids and people write is read as it stands, with a notice
// - a key that is indented below a value, by a tab or by spaces, is read as one at the margin, with a notice
// - `---` starts front matter only before `key:` or an empty block; else it is text
// - front matter that is never closed is read to its first blank line, or to where a line is no key

import t from 'tap'
import { parseFrontMatter } from '../../src/articles/facts/front-matter.js'
import { readFolder } from './read-folder.js'

/** What becomes of one file with this content. */
const readOne = async (t: Tap, content: string) => {
  const { articles, problems } = await readFolder(t.testdir({ 'sak.txt': content }))
  return articles[0] ?? problems[0]
}

/** Its problems, where it is served with this text. */
const problemsOf = async (t: Tap, content: string, text = 'A') => {
  const { articles, problems } = await readFolder(t.testdir({ 'sak.txt': content }))
  return articles[0]?.text === text ? problems : [{ reason: `served: ${JSON.stringify(articles)}` }]
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
    'published: i går': '`published` must be a date such as 2019-11-28',
    'published: 2019-02-31': 'not "2019-02-31"',
    'published: 11/28/2019': 'a date-time such as 2019-11-28T10:15:00+01:00, not "11/28/2019"',
    'language: norsq': '`language` must be nb or nn, or be left out to have it detected, not "norsq"',
    'url: javascript:alert(1)': '`url` must be an address that starts with https:// or http://',
    'url: digi.no/sak': '`url` must be an address',
    'authors: {image: kari.png}': '`authors` must be a list of texts, or one text, not an object',
    'id: ???': '`id` must hold a letter from A to Z or a digit',
    'title: "a\\0b"': '`title` must be without control characters'
  }
  for (const [lineOf4, reason] of Object.entries(wrong)) {
    const problems = await problemsOf(t, `---\n# facts\nsource: digi.no\n${lineOf4}\n---\nA`)
    t.match(problems, [{ kind: 'fact', file: 'sak.txt', line: 4, reason }], lineOf4)
  }
})

t.test('a wrong value costs no other, and each is named', async (t) => {
  const content = '---\nlanguage: norsq\nsource: x\npublished: soon\ndate: 2019-11-28\n---\nA'
  t.strictSame(await readOne(t, content), { id: 'sak', source: 'x', publishedAt: '2019-11-28', text: 'A' })
  t.match(await problemsOf(t, content), [
    { line: 4, reason: /`published` must be/ },
    { line: 2, reason: /`language` must be/ }
  ])
})

t.test('broken YAML', async (t) => {
  const broken = {
    'title: [Ja: nei': 'fix the line, and put a value that holds a colon in quotes',
    'source: a': 'stated twice',
    'title: "Ja': 'so `title` is ignored',
    'tags: [a, b': 'not valid YAML'
  }
  for (const [lines, reason] of Object.entries(broken)) {
    const content = `---\nsource: digi.no\n${lines}\ndate: 2019-11-28\n---\nA`
    t.strictSame(await readOne(t, content), {
      id: 'sak',
      publishedAt: '2019-11-28',
      source: 'digi.no',
      text: 'A'
    })
    t.match(await problemsOf(t, content), [{ kind: 'fact', file: 'sak.txt', line: 3, reason }], lines)
  }
  t.match(await problemsOf(t, '---\ntitle: *x\n---\nA'), [{ kind: 'fact', reason: 'not valid YAML' }])
})

t.test('a key that is indented below a value', async (t) => {
  for (const indent of ['\t', '  ', ' \t']) {
    const content = `---\ntitle: Ny bru\n${indent}source: Avisa: nord\n${indent}date: 2019-11-28\n---\nA`
    t.strictSame(
      await readOne(t, content),
      { id: 'sak', title: 'Ny bru', source: 'Avisa: nord', publishedAt: '2019-11-28', text: 'A' },
      JSON.stringify(indent)
    )
    t.match(await problemsOf(t, content), [
      { kind: 'changed', line: 3, reason: /as if it were not indented/ },
      { kind: 'changed', line: 3, reason: /put it in quotes/ }
    ])
  }
  t.match(
    await readOne(t, '---\nauthor:\n \tname: Kari Moe\ntags:\n \t- skole\n---\nA'),
    { authors: ['Kari Moe'], tags: ['skole'] },
    'below a key without a value it belongs to that'
  )
})

t.test('a value that YAML forbids and people write', async (t) => {
  for (const value of ['Ja: nei', '@nrk', '50 %: nok?', 'Han: «Ja»: nei']) {
    const content = `---\nsource: digi.no\ntitle: ${value}\n---\nA`
    t.strictSame(await readOne(t, content), { id: 'sak', title: value, source: 'digi.no', text: 'A' })
    t.match(await problemsOf(t, content), [{ kind: 'changed', line: 3, reason: /put it in quotes/ }])
  }
})

t.test('a language that is named', async (t) => {
  const facts = { id: 'sak', title: 'T', source: 'NRK', text: 'A' }
  for (const [language, block] of Object.entries({
    json: '{"title":"T","source":"NRK"}',
    toml: 'title = "T"\nsource = "NRK"',
    yaml: 'title: T\nsource: NRK'
  })) {
    t.strictSame(await readOne(t, `---${language}\n${block}\n---\nA`), facts, language)
    t.strictSame(await problemsOf(t, `---${language}\n${block}\n---\nA`), [])
  }
  t.strictSame(await readOne(t, '---js\n{title: "T"}\n---\nA'), { id: 'sak', text: 'A' })
  t.match(await problemsOf(t, '---js\n{title: "T"}\n---\nA'), [{ kind: 'fact', reason: /program/ }])
  t.match(await problemsOf(t, '---json\n{title\n---\nA'), [{ kind: 'fact', reason: /not valid JSON/ }])
})

t.test('facts without fences', async (t) => {
  const content = 'Tittel: Ny bro\nDato: 20.11.2019\nKilde: NTB\n\nA\n'
  t.strictSame(await readOne(t, content), {
    id: 'sak',
    title: 'Ny bro',
    source: 'NTB',
    publishedAt: '2019-11-20',
    text: 'A\n'
  })
  const read = (source: string): object => ({ ...parseFrontMatter(source) })
  t.match(read('title:: Ny bro\ntags:: [[bro]], vei\n\n- A\n'), {
    facts: { title: 'Ny bro', tags: ['bro', 'vei'] },
    body: '- A\n'
  })
  t.match(read('# Ny bro\n\nCreated: November 28, 2019 2:30 PM\nTags: bro\n\nA'), {
    facts: { publishedAt: '2019-11-28T14:30', tags: ['bro'] },
    body: '# Ny bro\n\nA'
  })
  t.match(read('Title: Ny bro\nSlug: bro\n\nA'), { facts: { title: 'Ny bro' }, body: 'A' })
  t.match(read('Tittel: Ny bro\nDato: 1.2.2019\nFoto: Kari\n\nA'), {
    facts: { title: 'Ny bro', publishedAt: '2019-02-01' },
    body: 'Foto: Kari\n\nA'
  })
  const wrong = await problemsOf(t, '# Ny bro\n\nKilde: NTB\nDato: i går\n\nA', '# Ny bro\n\nA')
  t.match(wrong, [{ kind: 'fact', line: 4 }])
  t.match(await problemsOf(t, 'Tittel: Ny bro\nDato: i går\n\nA'), [{ kind: 'fact', line: 2 }])
  for (const body of ['Kilde: NTB\n\nA', 'Tittel: A\nOslo: Nei\n\nB', 'Tittel: A\nKilde: B\nC'])
    t.strictSame(await readOne(t, body), { id: 'sak', text: body })
})

t.test('the first fence left out', async (t) => {
  t.strictSame(await readOne(t, 'title: Ny bru\nlayout: post\ntags:\n- vei\n---\nA\n'), {
    id: 'sak',
    title: 'Ny bru',
    tags: ['vei'],
    text: 'A\n'
  })
  for (const body of [
    'Tittel: Ny bru\n---\nA',
    'Oslo: Ja\nBergen: Nei\n---\nA',
    'Tittel: A\n\nKilde: B\n---\nC'
  ])
    t.strictSame(await readOne(t, body), { id: 'sak', text: body })
})

t.test('TOML and JSON', async (t) => {
  const facts = { title: 'T: en', publishedAt: '2024-09-30T10:15:00.000+02:00', tags: ['a', 'b'] }
  const toml =
    '+++\ntitle = "T: en"\ndate = 2024-09-30T10:15:00+02:00\n[taxonomies]\ntags = ["a", "b"]\n+++\nA'
  t.strictSame(await readOne(t, toml), { id: 'sak', ...facts, text: 'A' })
  const broken = '+++\ntitle = "T"\ntags = [a\n+++\nA'
  t.strictSame(await readOne(t, broken), { id: 'sak', title: 'T', text: 'A' })
  t.match(await problemsOf(t, broken), [{ kind: 'fact', line: 3, reason: /TOML/ }])
  const json = '{\n  "title": "T",\n  "params": { "author": "Kari Moe" }\n}\nA'
  t.strictSame(await readOne(t, json), { id: 'sak', title: 'T', authors: ['Kari Moe'], text: '\nA' })
  for (const text of ['{ "sitat }\nA', '+++\nEn rad', '{"a": 1} og mer'])
    t.strictSame(await readOne(t, text), { id: 'sak', text }, text)
  t.strictSame(await readOne(t, '\n \n---\ntitle: T\n---\nA'), { id: 'sak', title: 'T', text: 'A' })
  t.match(await problemsOf(t, '\n---\nurl: x\n---\nA'), [{ line: 3 }], 'lines are those of the file')
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
    und: 'und',
    Nynorsk: 'nn',
    norsk: undefined,
    en: 'und',
    sv_SE: 'und'
  }
  for (const [stated, language] of Object.entries(languages))
    t.match(await readOne(t, `---\nlanguage: ${stated}\n---\nA`), { id: 'sak', language }, stated)
  for (const stated of ['nb-SE', 'nbNO', 'norsk mål'])
    t.match(await problemsOf(t, `---\nlanguage: ${stated}\n---\nA`), [{ reason: `not "${stated}"` }], stated)
})

t.test('one author, one tag', async (t) => {
  t.match(await readOne(t, '---\nauthor: Kari\ntag: skole\n---\nA'), { authors: ['Kari'], tags: ['skole'] })
  t.match(await readOne(t, '---\nauthor: Kari\nauthors: [Ola, Per]\n---\nA'), { authors: ['Ola', 'Per'] })
  const odd = await readOne(t, '---\nauthor: {name: Kari}\n---\nA')
  t.strictSame(odd, { id: 'sak', authors: ['Kari'], text: 'A' })
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
  const content = '---\ntitle: Digital agenda\n\nTeksten.\n'
  t.match(await readOne(t, content), { title: 'Digital agenda', text: '\n\nTeksten.\n' })
  t.match(await problemsOf(t, content, '\n\nTeksten.\n'), [
    { kind: 'changed', line: 1, reason: /never closed/ }
  ])
  const unparted = '---\ntitle: Uten slutt\nTekst om gaupe.'
  t.match(await readOne(t, unparted), { title: 'Uten slutt', text: 'Tekst om gaupe.' })
  t.match(await problemsOf(t, unparted, 'Tekst om gaupe.'), [{ line: 1, reason: /never closed/ }])
})

t.test('no text after it', async (t) => {
  t.match(await readOne(t, '---\ntitle: T\n---'), { line: undefined, reason: /empty/ })
})

t.test('YAML that people write', async (t) => {
  const cases: [content: string, facts: object][] = [
    ['---\ntitle:\tBrua\ntags:\n\t- en\n\t- to\n---\nA', { title: 'Brua', tags: ['en', 'to'], text: 'A' }],
    [
      '---\nfelles: &f\n  author: Kari Moe\n<<: *f\ntitle: Brua\n---\nA',
      { authors: ['Kari Moe'], text: 'A' }
    ],
    ['---\nsource: [KD, JD]\n---\nA', { source: 'KD' }],
    [
      '--- \ntitle: Brua\n ---\nBrua er åpen.\n---\nSlutt',
      { title: 'Brua', text: 'Brua er åpen.\n---\nSlutt' }
    ]
  ]
  for (const [content, facts] of cases) t.match(await readOne(t, content), facts, content)
})
