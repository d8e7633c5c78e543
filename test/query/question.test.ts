// - what a question asks for: a name, a number, or nothing in particular; bokmål and nynorsk alike
// - the words of a plain query in order, stop words and all; a query with operators, fields or phrases has none

import t from 'tap'
import { parseQuery } from '../../src/query/language/parser.js'
import { readQuestion } from '../../src/query/planning/question.js'

const question = (q: string) => readQuestion(parseQuery(q).root)

t.test('answers', (t) => {
  for (const q of [
    'Hvem vant valget?',
    'Kven vann?',
    'Hvor ligger Bodø?',
    'Hva heter kongen?',
    'Hvilket lag tapte?'
  ])
    t.equal(question(q).answer, 'name', q)
  for (const q of [
    'Når ble byen grunnlagt?',
    'Hvor mange bor i Bodø?',
    'Kor mykje kostar det?',
    'Hvor gammel er hun?',
    'Hvilket år kom den?'
  ])
    // prettier-ignore
    t.equal(question(q).answer, 'number', q)
  for (const q of ['Hvorfor tapte de?', 'ny skole i Bodø', 'korleis går det', ''])
    t.equal(question(q).answer, undefined, q)
  t.end()
})

t.test('words', (t) => {
  t.same(question('Hvem er født i Bodø?').words, ['hvem', 'er', 'født', 'i', 'bodø'])
  for (const q of ['skole AND brann', 'title:skole', '"ny skole" brann', '+skole brann', '-skole'])
    t.same(question(q).words.includes('skole'), false, q)
  t.end()
})
