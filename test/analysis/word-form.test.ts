// - the examples of the documentation hold
// - capitals, soft hyphens, apostrophes and kinds of hyphens make no difference
// - all spellings of an abbreviation have one form, and keep their full stops where they are another word without
// - the form of any token of any text is its own form, and no text is without one
// - lower and upper case have the same form

import fc from 'fast-check'
import t from 'tap'
import { tokenize } from '../../src/analysis/text/tokenizer.js'
import { wordForm } from '../../src/analysis/text/word-form.js'
import { anyText } from './any-text.js'

t.test('examples', (t) => {
  const examples = {
    stortinget: ['stortinget', 'Stortinget', 'STORTINGET', 'stor\u00adtinget'],
    "o'brien": ["O'Brien", 'O’Brien'],
    jk: ['J.K.', 'J. K.'],
    as: ['A/S', 'a/s', 'AS'],
    'nrk.no': ['www.nrk.no', 'NRK.no'],
    'www.no': ['www.no'],
    'ikt-norge': ['IKT-Norge', 'IKT‑Norge', 'ikt\u2010norge'],
    'bl.a': ['bl.a.', 'Bl.a.', 'bl.a'],
    't.v': ['t.v.', 't.v', 'T.V.'],
    'l.a': ['L.A.', 'l.a'],
    tv: ['TV', 'tv'],
    osv: ['osv.', 'o.s.v.', 'osv'],
    '1000': ['1 000', '1.000', '1\u00a0000', '1000'],
    '1250000': ['1 250\u00a0000', '1.250.000'],
    '1.7': ['1,7', '1.7'],
    prosent: ['%', 'prosent'],
    paragraf: ['§'],
    'digi.no': ['Digi.no'],
    'h&m': ['H&M', 'H & M', 'h&m'],
    '17-åring': ['17-Åring'],
    '1000-lapp': ['1 000-lapp', '1.000-lapp', '1000-lapp'],
    ærlig: ['ÆRLIG'],
    co2: ['CO₂', 'CO2', 'ＣＯ２'],
    m2: ['m²', 'm2'],
    offisielle: ['oﬃsielle', 'offisielle'],
    strasse: ['Straße', 'STRASSE'],
    '0.5': ['½', '0,5'],
    '2.5': ['2½', '2,5'],
    usa: ['U.S.A.', 'U.S.A', 'USA'],
    phd: ['ph.d.', 'Ph.D', 'phd'],
    'phd-student': ['ph.d.-student'],
    statsbudsjettet: ['stats-\nbudsjettet', 'stats\u00ad\n budsjettet', 'stats\u2060budsjettet'],
    'eu-landene': ['EU-\nlandene'],
    "d'arc": ["d'Arc", 'd’Arc', 'D’ARC'],
    "val-d'isère": ['Val-d’Isère'],
    'vg+': ['VG+']
  }
  for (const [form, spellings] of Object.entries(examples))
    for (const written of spellings) t.equal(wordForm(written), form, written)
  t.equal(wordForm('idé'), 'idé', 'marks stay; `foldKey` takes them')
  t.end()
})

t.test('any token', (t) => {
  fc.assert(
    fc.property(anyText, (text) => {
      let holds = true
      tokenize(text, (start, end) => {
        const form = wordForm(text.slice(start, end))
        if (form === '' || wordForm(form) !== form || /\s/.test(form)) holds = false
      })
      return holds
    }),
    { numRuns: 2000, examples: [['18.30½a']] }
  )
  const norwegian = fc.string({ unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzæøåéòä-')) })
  fc.assert(fc.property(norwegian, (word) => wordForm(word.toUpperCase()) === wordForm(word)))
  t.end()
})
