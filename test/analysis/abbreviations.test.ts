// - an abbreviation is known in lower case with its last full stop, bokmål and nynorsk
// - a word that only looks like one is not: `bil.` has no `l.`, nynorsk `no.` is `now` at the end of a sentence
// - those that often stand last, or are words too, may end a sentence; all of them are abbreviations
// - no abbreviation is longer than the tokenizer looks

import t from 'tap'
import {
  isAbbreviation,
  LONGEST_ABBREVIATION,
  mayEndSentence
} from '../../src/analysis/text/abbreviations.js'

const inside = [
  'kl.',
  'bl.a.',
  'f.eks.',
  'dvs.',
  'ca.',
  'nr.',
  'dr.',
  'm.a.',
  'd.v.s.',
  'adm.dir.',
  'siviløk.',
  'iht.'
]
const final = ['osv.', 'o.s.b.', 'm.m.', 'mv.', 'm.fl.', 'e.l.', 'f.kr.', 'moh.', 'min.', 'kr.', 'nov.']
const words = ['bil.', 'no.', 'kom.', 'var.', 'sen.', 'inntil.', 'kl', 'bl.a', 'KL.', 'f. eks.', '']

t.test('abbreviations', (t) => {
  for (const each of [...inside, ...final]) {
    t.ok(isAbbreviation(each), each)
    t.ok(each.length <= LONGEST_ABBREVIATION)
  }
  for (const word of words) t.notOk(isAbbreviation(word), word)
  t.end()
})

t.test('at the end of a sentence', (t) => {
  for (const each of final) t.ok(mayEndSentence(each), each)
  for (const each of [...inside, ...words]) t.notOk(mayEndSentence(each), each)
  t.end()
})
