// - quotation marks: the forms as they are written, side by side, in any case; `~0` and `~N` take every inflection
// - a hyphenated word is its parts in a phrase, and may have others around them
// - a word in capitals is a name: itself, its genitive, hyphenated words with it; no stems, variants, compounds
// - where the articles write it with a capital, the same letters without one do not match
// - a query that is all in capitals is read as words, but for what the articles write in capitals
// - so is a short word with one capital that the articles have as a name, though it has the form of another word
// - numbers with a hyphen or a dash between them stand side by side; initials, `A/S` and the like are one word; the
//   Irish O is left out, and alone finds nothing
// - a name in capitals with a number after it is one where the articles have them side by side

import t from 'tap'
import { search } from '../../src/engine/memory/search.js'
import { indexOf, request } from '../segment/collection.js'

const index = await indexOf({
  good: 'Det er Gode Nyheter i dag.',
  one: 'En god nyhet, og flere gode og nye nyheter.',
  line: 'Togene på Oslo-Bergen-banen står. Fra Bergen til Oslo.',
  union: 'I dag krever LO mer. LOs leder og LO-lederen sier nei. Der ler loen av los i Los Angeles.',
  laughs: 'Hun lo, de ler, og loddet falt.',
  it: 'Folk i IT-bransjen og it-bransjen kan IT. I ITER er it noe annet.',
  place: 'Åre er et sted. I mange år gikk årene.',
  school: 'Skolen er stengt. Alle skolene stenger.',
  match: 'De vant 2–1 hjemme. Vi fikk 2 poeng, og 1 til.',
  other: 'De fikk 1 av 2 poeng.',
  author: 'Forfatteren J. K. Rowling kom. Fredrik K. Berg og J. Moe gikk.',
  ship: 'Rederiet A/S eier skipet.',
  irish: 'I går kom O’Brien.',
  oath: 'Jeg eier en bil i Eid. Det er mange i Eid.',
  owner: 'Alle eide hus.',
  cheese: 'Hun spiste en brie.',
  channel: 'I kveld sender TV 2 to kamper, og 2 til.'
})

const found = (q: string): string[] =>
  search(index, request(q, { snippets: { count: 5, length: 240 } })).hits.map(({ id, snippets }) => {
    const inOrder = [...snippets].sort((a, b) => a.start - b.start)
    const marks = inOrder.flatMap(({ html }) => [...html.matchAll(/<mark>(.*?)<\/mark>/g)])
    return `${id}: ${marks.map(([, marked]) => marked).join(', ')}`
  })

const examples: Readonly<Record<string, readonly string[]>> = {
  '"gode nyheter"': ['good: Gode, Nyheter'],
  '"god nyhet"': ['one: god, nyhet'],
  '"gode nyheter"~0': ['good: Gode, Nyheter', 'one: god, nyhet'],
  '"gode nyheter"~3': ['good: Gode, Nyheter', 'one: god, nyhet, gode, nyheter'],
  '"Oslo-Bergen"': ['line: Oslo, Bergen'],
  '"bergen banen"': ['line: Bergen, banen'],
  '"Åre"': ['place: Åre'],
  LO: ['union: LO, LOs, LO'],
  'LO leder': ['union: LO, LOs, leder, LO, lederen'],
  IT: ['it: IT, it, IT'],
  SKOLENE: ['school: Skolen, skolene'],
  Eid: ['oath: Eid, Eid'],
  '2-1': ['match: 2, 1'],
  '2–1': ['match: 2, 1'],
  'J.K. Rowling': ['author: J. K., Rowling'],
  'J. K. Rowling': ['author: J. K., Rowling'],
  AS: ['ship: A/S'],
  'A/S': ['ship: A/S'],
  "O'Brien": ['irish: O’Brien'],
  obrien: ['irish: O’Brien'],
  'TV 2': ['channel: TV, 2'],
  SV: []
}

t.test('a name that few articles have, or none', async (t) => {
  const others = { a: 'De reiste til Los Angeles.', b: 'I Los Angeles, ikke i Los Alamos.' }
  const marked = async (articles: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const { hits } = search(await indexOf(articles), request('LO'))
    return hits.map(({ id, snippets }) => `${id}: ${snippets.map(({ html }) => html).join(' ')}`)
  }
  t.same(await marked(others), [])
  t.same(await marked({ ...others, c: 'I dag svarer Lo.' }), ['c: I dag svarer <mark>Lo</mark>.'])
  t.same(
    await marked({ ...others, d: 'Hun lo, og de ler.', e: 'I dag svarer LO-leder Moe.' }),
    ['e: I dag svarer <mark>LO</mark>-leder Moe.'],
    'those that have it in hyphenated words alone'
  )
})

t.test('what is marked', (t) => {
  for (const [q, expected] of Object.entries(examples)) t.strictSame(found(q).sort(), [...expected].sort(), q)
  t.end()
})
