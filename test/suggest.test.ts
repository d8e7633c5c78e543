// - words and titles that begin so, as they are written; the frequent ones first, words before titles
// - case, marks and spaces do not matter, but what begins with the very letters comes first
// - of several words the last is completed to what stands after the one before it in an
//   article, and titles begin with all of them
// - entities one of whose names has all that was typed, by the beginning of any of its words
// - an entity that is called just so comes first, also by an alias that is no word of its name; a number begins names
//   alone; names in other letters come after what begins with the very ones
// - after a name that is begun with a capital only names, and what stands before a name is written as one
// - no word that is told as an entity already, no stop words, no numbers, nothing that is not in the collection
// - half of a full list are words
// - what a completion table finds is what a look at every text finds

import fc from 'fast-check'
import t from 'tap'
import { foldKey } from '../src/analysis/text/fold.js'
import { buildCompletions, Completions } from '../src/segment/completions/completions.js'
import { suggest } from '../src/engine/memory/suggest.js'
import { buildGeneration } from './segment/build.js'
import { listedNames } from './entities/listed-names.js'
import { indexOf } from './segment/collection.js'

const index = await indexOf({
  a: {
    title: 'Kommunen bygger skole',
    text: 'Elevene i Ålesund ser NRK. Vi liker NRK og Ålesund, elever liker elevene.'
  },
  b: { title: 'Kommunen bygger skole', text: 'Alle så elevene i 2019, etterpå. Kommunestyret.' },
  c: { title: 'Åpent  møte', text: 'Her er alle og McDonald, ja McDonald og MCDONALD.' }
})

const texts = (prefix: string, size = 10): string[] =>
  suggest(index, prefix, size).map(({ text, kind, count }) => `${kind} ${text} ${count}`)

t.test('words and titles as they are written', (t) => {
  t.same(texts('elev'), ['word elevene 3', 'word elever 1'])
  t.same(texts('nr'), ['word NRK 2'])
  t.same(texts('mcd'), ['word McDonald 3'])
  t.same(texts('KOMM'), ['word kommunen 2', 'word kommunestyret 1', 'title Kommunen bygger skole 2'])
  t.same(texts('ett'), ['word etterpå 1'], 'no stop word: etter')
  t.same(texts('201'), [])
  t.same(texts('constructor'), [])
  t.same(texts('komm', 2), ['word kommunen 2', 'title Kommunen bygger skole 2'])
  t.same(texts('komm', 1), ['word kommunen 2'])
  t.end()
})

t.test('entities', async (t) => {
  const findNames = listedNames({
    'Kari Berg': 'person',
    Berg: 'person',
    Bergheim: 'place',
    'Store Bergheim': 'place'
  })
  const text = 'Kari Berg i Bergheim. Berg sa ja, og Berg gikk. Så kom bergene i Store Bergheim.'
  const index = await buildGeneration([{ id: 'a', title: 'Bergene', text }], { findNames })
  const texts = (prefix: string, size = 10): string[] =>
    suggest(index, prefix, size).map(({ text, kind, count }) => `${kind} ${text} ${count}`)
  t.same(
    texts('berg').filter((one) => one.startsWith('entity')),
    ['entity Kari Berg 3', 'entity Bergheim 1', 'entity Store Bergheim 1']
  )
  t.notOk(texts('berg').includes('word Bergheim 2'), 'no word beside the entity that is called so')
  t.same(texts('kari '), ['entity Kari Berg 3'], 'a whole word')
  t.match(suggest(index, 'store b', 3)[0], { entity: 'place:store-bergheim' }, 'of several words names first')
  t.match(suggest(index, 'bergheim', 3)[0], { text: 'Bergheim', kind: 'entity' }, 'an exact name first')
  t.same(
    texts('berg', 3).map((one) => one.split(' ')[0]),
    ['word', 'entity', 'title']
  )
})

t.test('entities that are called just so', async (t) => {
  const findNames = listedNames({
    Lom: 'place',
    Lommedalen: 'place',
    'Arbeiderpartiet (Ap)': 'organisation',
    Arbeiderpartiet: 'organisation',
    Ap: 'organisation',
    Apple: 'organisation',
    'TV 2': 'organisation',
    '2 Chainz': 'person',
    'Frank Aarebrot': 'person',
    'Åse Ål': 'person',
    Per: 'person',
    'Per Foss': 'person'
  })
  const text =
    'I dag vil Arbeiderpartiet (Ap) mer. Så Apple, så Apple, så Apple. Men Ap og Lom. Ved Lommedalen, og Lommedalen. ' +
    'Hos TV 2 og TV 2 var 2 Chainz. Der var Frank Aarebrot og Frank Aarebrot, og Åse Ål. Her er Per Foss.'
  const index = await buildGeneration([{ id: 'a', title: '', text }], { findNames })
  const entities = (prefix: string): string[] =>
    suggest(index, prefix, 9).flatMap(({ text, kind }) => (kind === 'entity' ? text : []))
  const first = (prefix: string): string => suggest(index, prefix, 3)[0]!.text
  t.equal(first('Lom'), 'Lom', 'though another is named more often')
  t.equal(first('Ap'), 'Arbeiderpartiet', 'by an alias')
  t.same(entities('2'), ['2 Chainz'], 'no TV 2')
  t.same(entities('å'), ['Åse Ål', 'Frank Aarebrot'], 'the very letters first')
  t.notOk(entities('den').length, 'none')
})

t.test('after a name', async (t) => {
  const index = await indexOf({
    a: 'I dag møter Kari Nordmann Per Persen. Hver person, per person, per person. Så Kari nordfra, og Kari Nordmann.'
  })
  const texts = (prefix: string): string[] => suggest(index, prefix, 9).map(({ text }) => text)
  t.same(texts('Per P'), ['Per Persen'])
  t.same(texts('per p'), ['per person', 'Per Persen'])
  t.same(texts('kari nord'), ['Kari Nordmann', 'kari nordfra'])
  t.end()
})

t.test('marks', (t) => {
  t.same(texts('ål'), ['word Ålesund 2'])
  t.same(texts('ales'), ['word Ålesund 2'])
  t.ok(texts('apent m').includes('title Åpent  møte 1'))
  t.ok(texts('åpent MØ').includes('title Åpent  møte 1'))
  t.end()
})

t.test('what begins with the very letters comes before what does without marks', async (t) => {
  const index = await buildGeneration(
    [
      { id: 'a', title: 'Alta vokser', text: 'Alta er en by. Også Alta, og aller mest Alta, vokser.' },
      { id: 'b', title: 'Ålesund vokser', text: 'Her i Ålesund regner det.' }
    ],
    { findNames: listedNames({ Ålesund: 'place' }) }
  )
  const texts = (prefix: string): string[] =>
    suggest(index, prefix, 6).map(({ kind, text }) => `${kind} ${text}`)
  t.same(texts('ål').slice(0, 2), ['entity Ålesund', 'title Ålesund vokser'])
  t.same(texts('ål').slice(2).at(-1), 'title Alta vokser')
  t.match(texts('ål').join(), /word alta/i)
  t.equal(texts('al').at(-1), 'title Ålesund vokser')
})

t.test('several words', (t) => {
  t.same(texts('nye kommunes'), [], 'no article has them side by side')
  t.same(texts('kommunen by'), ['word kommunen bygger 2', 'title Kommunen bygger skole 2'])
  t.same(texts('kommunen '), ['title Kommunen bygger skole 2'], 'the word is complete')
  t.end()
})

t.test('any texts', async () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', 'å', 'e', 'O', 'ø', 'b', ' '), maxLength: 5 })
  const entry = fc.record({ text: anyText, count: fc.integer({ min: 1, max: 4 }) })
  const key = (text: string): string => foldKey(text.toLowerCase().replace(/\s+/g, ' ').trimStart())
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 30 }),
      anyText,
      fc.integer({ min: 1, max: 5 }),
      async (entries, prefix, most) => {
        const found = new Completions({
          all: await buildCompletions(entries),
          changes: await buildCompletions([])
        }).find(prefix, most)
        const all = entries.filter(({ text }) => key(text).startsWith(key(prefix)))
        const lower = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trimStart()
        const group = ({ text }: { text: string }): number => +!lower(text).startsWith(lower(prefix))
        const expected = all
          .map((one, i) => ({ one, i }))
          .sort((a, b) => group(a.one) - group(b.one) || b.one.count - a.one.count || a.i - b.i)
          .map(({ one }) => one)
        t.same(found, expected.slice(0, most))
      }
    )
  )
})
