// - a word passes the chain: its term, whether it stops, and its parts with the terms of their own
// - a part is a word of the dictionary, and not whatever shares a stem with it
// - every inflection of a compound has the parts of its dictionary form, wherever that is known
// - a part that is a compound itself is there beside its parts, in their span
// - parts are marked where the writer has set hyphens, where letters meet digits, after an elision, in a domain name
// - the stemmer and the splitter can be replaced

import t from 'tap'
import { createAnalyzer } from '../../src/analysis/analyzer.js'
import { loadModels } from '../../src/analysis/models.js'

const { analyze: analyse } = loadModels()

const NONE = { meant: [], asked: [] }

t.test('words', (t) => {
  t.strictSame(analyse('strategiene'), {
    word: 'strategiene',
    term: 'strategi',
    further: NONE,
    stop: false,
    listed: true,
    parts: [],
    inner: [],
    marked: false,
    together: false
  })
  t.match(analyse('ikke'), { stop: true, parts: [] })
  t.match(analyse('ikkje'), { stop: true, parts: [] })
  t.end()
})

t.test('compounds', (t) => {
  t.strictSame(analyse('digitaliseringsstrategier').parts, [
    { start: 0, end: 15, word: 'digitalisering', term: 'digitalisering', stem: 'digitalisering' },
    { start: 15, end: 25, word: 'strategier', term: 'strategi', stem: 'strategi' }
  ])
  t.equal(analyse('digitaliseringsstrategier').marked, false)
  t.match(analyse('ikt-næringen'), {
    marked: true,
    parts: [{ term: 'ikt' }, { word: 'næringen', term: 'næring' }]
  })
  t.end()
})

t.test('parts that can be seen', (t) => {
  const examples = {
    tv2: ['tv', '2'],
    '257a': ['257', 'a'],
    '17åring': ['17', 'åring'],
    h2o: ['h', '2', 'o'],
    'co2-utslipp': ['co2', 'utslipp'],
    'digi.no': ['digi'],
    'www.oslo.kommune.no': ['oslo', 'kommune'],
    "d'arc": ['arc'],
    "val-d'isère": ['val', 'isère'],
    'vg+': ['vg'],
    'disney+-serien': ['disney+', 'serien'],
    'c++': [],
    '2.5': [],
    a1b2c3: []
  }
  for (const [word, parts] of Object.entries(examples)) {
    const found = analyse(word).parts
    t.strictSame(
      found.map((part) => part.word),
      parts,
      word
    )
    t.ok(found.every((part) => word.slice(part.start, part.end) === part.word))
  }
  t.match(['tv2', 'digi.no', 'vg+'].map(analyse), [
    { together: true },
    { together: true },
    { together: true }
  ])
  t.match(["d'arc", 'co2-utslipp'].map(analyse), [{ together: false }, { together: false }])
  t.end()
})

t.test('inflections have the parts of the dictionary form', (t) => {
  const terms = (word: string): string[] => analyse(word).parts.map(({ term }) => term)
  for (const [lemma, forms] of Object.entries({
    statsbudsjett: ['statsbudsjettet', 'statsbudsjetta', 'statsbudsjetts'],
    barnehage: ['barnehagen', 'barnehager', 'barnehagene'],
    arbeidsplass: ['arbeidsplassen', 'arbeidsplasser', 'arbeidsplassene']
  })) {
    t.equal(terms(lemma).length, 2, lemma)
    for (const form of forms) {
      t.same(terms(form), terms(lemma), form)
      t.equal(analyse(form).parts.at(-1)!.end, form.length)
    }
  }
  t.end()
})

t.test('parts are dictionary forms', (t) => {
  const { partTerms } = loadModels()
  const finds = (query: string, compound: string): boolean => {
    const { parts, inner } = analyse(compound)
    return [...parts, ...inner].some(({ term }) => partTerms.found(query).includes(term))
  }
  const examples = [
    ['ordfører', ['fører', 'førerne', 'førerens'], ['førte', 'føre']],
    ['småbåtene', ['små', 'båt', 'båtens'], ['minst', 'liten']],
    ['lillebroren', ['lille', 'bror', 'brødre'], ['minst', 'større']],
    ['gåsehud', ['gås', 'hud'], ['gikk', 'går']],
    ['grunnleggeren', ['grunn'], ['la', 'lagt']],
    ['åpenbart', ['åpen'], ['bære', 'bar', 'bærende']],
    ['snøskredene', ['skred', 'snø', 'skredet'], ['skrede']],
    ['firkløveret', ['fire', 'kløver'], []]
  ] as const
  for (const [compound, found, others] of examples) {
    for (const word of found) t.ok(finds(word, compound), `${word} finds ${compound}`)
    for (const word of others) t.notOk(finds(word, compound), `${word} does not find ${compound}`)
  }
  t.end()
})

t.test('inner compounds', (t) => {
  t.match(analyse('fotballspiller'), {
    parts: [{ word: 'fot' }, { word: 'ball' }, { start: 7, end: 14 }],
    inner: [{ start: 0, end: 7, word: 'fotball', term: analyse('fotball').term }]
  })
  t.same(analyse('barnehage').inner, [], 'two parts have none')
  t.end()
})

t.test('another chain', (t) => {
  const first = createAnalyzer({
    stem: (word) => word.slice(0, 1),
    further: () => ({ meant: [], asked: [] }),
    split: (word) => [{ start: 0, end: word.length, word }],
    partTerms: { of: (part, isHead) => part.slice(0, isHead ? 2 : 3) },
    isKnownForm: (word) => word === 'a'
  })
  t.match(first('abc'), {
    term: 'a',
    listed: true,
    parts: [{ start: 0, end: 3, word: 'abc', term: 'ab', stem: 'a' }]
  })
  t.end()
})
