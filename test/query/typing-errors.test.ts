// - a word that finds nothing finds words with one edit, of eight letters and more with two; others not, unless asked
//   for
// - an edit anywhere in the word; not in words of less than four letters, nor in numbers, nor in quoted or excluded
//   words
// - `~` and fuzzy=true also where the word finds something; `~` also with fuzzy=false
// - of several the most frequent and the likeliest slip comes first, among hits too; what was meant weighs as much as
//   it is rare
// - the suggested query differs from the typed one in the misspelt words only: operators, quotes, fields, spaces and
//   case stay
// - names are suggested as articles write them, with what is elided; a word that articles have is not corrected
// - an inflection is enough, of short and of long words: the dictionary form is suggested where articles have only
//   others, of no names
// - what is found is corrected where no dictionary or list of names has it and a near word is much more frequent
// - what a dictionary has is corrected only to a word that is spelled about the same, unless near words are asked for
// - an abbreviation before a hyphen is no slip of another one
// - limits: few unknown words are corrected, and a warning says so

import fc from 'fast-check'
import t from 'tap'
import { search } from '../../src/engine/memory/search.js'
import { didYouMean } from '../../src/query/planning/corrections.js'
import { LIMITS } from '../../src/query/planning/limits.js'
import type { PlanOptions } from '../../src/query/planning/make-plan.js'
import { typingCost } from '../../src/query/planning/typing-cost.js'
import { indexOf, matching, planOf, request } from '../segment/collection.js'

const news = await indexOf({
  budget: 'Regjeringen la fram statsbudsjettet. Kommunen fikk mer, sa statsråden.',
  often: 'Regjeringen og kommunen, regjeringen og kommunen, regjeringen.',
  slip: 'Regjerigen var en skrivefeil i 2019.',
  names: 'Vi møtte Bergen i Bergen.',
  short: 'En sau og en and.'
})

const find = (q: string, fuzzy: PlanOptions['fuzzy'] = 'auto'): string[] => matching(news, q, { fuzzy })
const suggestion = (q: string): string | undefined => search(news, request(q)).query.didYouMean

t.test('one edit, anywhere in the word', (t) => {
  for (const typed of [
    'kommuen',
    'komunen',
    'kommmunen',
    'kommynen',
    'ommunen',
    'kommunenn',
    'okmmunen',
    'xommunen'
  ])
    t.same(find(typed), ['budget', 'often'], typed)
  t.same(find('kommuen', false), [])
  t.same(find('komuen'), [], 'two edits in a word of six letters')
  t.same(find('statbudsjetet'), ['budget'], 'two in a longer one')
  t.same(find('statbudstet'), [], 'but not three')
  const kinds = planOf(news, 'statsbudsjtet', { fuzzy: 'auto' }).terms[0]!.matches.map(({ kind }) => kind)
  t.same(kinds, ['fuzzy'], 'what is left of a part is none')
  t.end()
})

t.test('where nothing is corrected', (t) => {
  t.same(find('2018'), [])
  t.same(find('sao'), [], 'three letters')
  t.same(find('"kommuen"'), [], 'quoted')
  t.same(find('Bergen -kommuen'), ['names'], 'what is excluded')
  t.same(find('kommuen*'), [], 'a prefix')
  t.end()
})

t.test('short words are corrected for likely slips alone', async (t) => {
  const short = await indexOf({
    a: 'Vi kjem til å stå og vant et hus i skolen. Hos NRK kom bilen. Vi så NRK. Gatene er helt tomme.'
  })
  for (const q of ['hjem', 'skår', 'bile', 'hest', 'kjei', 'hatene', 'tomne~'])
    t.not(search(short, request(q)).query.didYouMean, 'kjem', q)
  const cases: [q: string, meant: string | undefined][] = [
    ['hjem', undefined],
    ['hest', undefined],
    ['nrkk', 'NRK'],
    ['kejm', 'kjem'],
    ['vsnt', 'vant'],
    ['datene', 'gatene']
  ]
  for (const [q, meant] of cases) t.equal(search(short, request(q)).query.didYouMean, meant, q)
})

t.test('asked for', (t) => {
  t.same(find('regjerigen'), ['slip'], 'it finds something')
  t.same(find('regjerigen~'), ['budget', 'often', 'slip'])
  t.same(find('regjerigen~', false), ['budget', 'often', 'slip'])
  t.same(find('regjerigen', true), ['budget', 'often', 'slip'])
  t.same(find('"regjerigen"', true), ['slip'])
  t.same(find('Bergen -kommuen~', 'auto'), ['names'])
  t.equal(suggestion('regjerigen~'), undefined, 'a word that is found is not misspelt')
  t.end()
})

t.test('the likeliest first', (t) => {
  const [term] = planOf(news, 'regjerinen', { fuzzy: 'auto' }).terms
  const fuzzy = term!.matches.filter(({ kind }) => kind === 'fuzzy')
  t.same(news.vocabulary.term(fuzzy[0]!.term), 'regjering')
  t.ok(
    fuzzy.every(({ idf, weight }) => idf <= fuzzy[0]!.idf && weight < 0.5),
    'a slip in an article weighs no more'
  )
  t.equal(term!.idf, fuzzy[0]?.idf)
  t.equal(suggestion('regjerinen'), 'regjeringen')
  t.ok(typingCost('komune', 'kommune') < typingCost('kommne', 'kommune'), 'a doubled letter')
  t.ok(typingCost('kommune', 'kommyne') < typingCost('kommune', 'kommxne'), 'keys beside each other')
  t.ok(typingCost('alesund', 'ålesund') < typingCost('elesund', 'ålesund'), 'a letter that keyboards lack')
  t.ok(typingCost('komumne', 'kommune') < typingCost('kobmune', 'kommune'), 'a swap')
  t.equal(typingCost('kommune', 'kommune'), 0)
  t.end()
})

t.test('what is suggested comes before what else may have been meant', async (t) => {
  const others = Array.from({ length: 20 }, (_, i) => [`other${i}`, 'Her skjer det ikke noe, sa han i dag.'])
  const names = await indexOf({
    ...(Object.fromEntries(others) as Record<string, string>),
    often: 'Her kom Solborg. I dag kom Solborg, Solborg og Solborg. Solborg er her.',
    meant: 'Møtet gjaldt mye annet, men Solberg svarte på spørsmål.'
  })
  const { query, hits } = search(names, request('solbeerg'))
  t.equal(query.didYouMean, 'Solberg')
  t.same(
    hits.map(({ id }) => id),
    ['meant', 'often'],
    'however often an article has the other one'
  )
})

t.test('did you mean', (t) => {
  const cases: [q: string, meant: string | undefined][] = [
    ['kommunen', undefined],
    ['Kommuen', 'Kommunen'],
    ['KOMMUEN  og\tBREGEN ', 'KOMMUNEN  og\tBERGEN '],
    [
      '+kommuen -(sau OR "en and") "regjerinen  la fram"~3',
      '+kommunen -(sau OR "en and") "regjeringen  la fram"~3'
    ],
    ['title:kommuen~ source:kommuen NOT kommuen', 'title:kommunen~ source:kommuen NOT kommuen'],
    ['sau/kommuen, kommuen!', 'sau/kommunen, kommunen!'],
    ['Kom\u00admuen', 'Kommunen'],
    ['qqqqqq 2018 sao', undefined]
  ]
  for (const [q, meant] of cases) t.equal(suggestion(q), meant, q)
  t.end()
})

t.test('as articles write it', async (t) => {
  const names = await indexOf({
    names: "I Vågen så vi Solberg, NRK og Giscard d'Estaing. Så gikk Solberg, NRK og d'Estaing.",
    others: 'Et våpen, våpen og våpen. Kommuner og kommunen.'
  })
  const cases: [q: string, meant: string | undefined][] = [
    ['solbeg', 'Solberg'],
    ['Solbrg', 'Solberg'],
    ['nrkk', 'NRK'],
    ['Estaing', undefined],
    ['estain', "d'Estaing"],
    ["d'Estain", "d'Estaing"],
    ['Vågen', undefined],
    ['komune', 'kommune']
  ]
  for (const [q, meant] of cases) t.equal(search(names, request(q)).query.didYouMean, meant, q)
  t.end()
})

t.test('an inflection is enough', async (t) => {
  const inflected = await indexOf({
    forms:
      'De la statsbudsjettet fram. Knivstikkingen og menneskerettighetene. Strømprisene økte for forfatteren.',
    names: 'Vi så Valdresflyene, Valdresflyene og Valdresflyene.'
  })
  const cases: [q: string, meant: string | undefined][] = [
    ['statsbudsjet', 'statsbudsjett'],
    ['statbudsjet', 'statsbudsjett'],
    ['statsbudsett', 'statsbudsjett'],
    ['statsbudsjetet', 'statsbudsjettet'],
    ['knivstiking', 'knivstikking'],
    ['strømppris', 'strømpris'],
    ['fofatter', 'forfatter'],
    ['fofattere', 'forfatter'],
    ['menneskeretigheter', 'menneskerettighet'],
    ['statbudstt', undefined],
    ['valdresfy', undefined]
  ]
  for (const [q, meant] of cases) {
    const { query, total } = search(inflected, request(q))
    t.equal(query.didYouMean, meant, q)
    t.equal(total > 0, meant !== undefined, q)
  }
})

t.test('what is found, but was hardly meant', async (t) => {
  const many = Array.from({ length: 60 }, (_, i) => [
    `many${i}`,
    'Vi tar Toyota fra et universitet i Bergen. Her er politiet, det er minst og mest.'
  ])
  const index = await indexOf({
    ...(Object.fromEntries(many) as Record<string, string>),
    guesses: 'Univers og berg har tøy. Alle universer og bergene. Her tøyte vi.',
    slips: 'Ved Bregen, og i politieet. I dag er Minsk stor.'
  })
  const cases: [q: string, meant: string | undefined][] = [
    ['Toyta', 'Toyota'],
    ['universtet', 'universitet'],
    ['"universtet"', '"universitet"'],
    ['Bergn', 'Bergen'],
    ['Bergn politiet', 'Bergen politiet'],
    ['politieet', 'politiet'],
    ['Bregen', 'Bergen'],
    ['Minsk', undefined],
    ['Bergens', undefined],
    ['Toyota-tøyet', undefined]
  ]
  for (const [q, meant] of cases) t.equal(search(index, request(q)).query.didYouMean, meant, q)
  t.equal(search(index, request('Bergn', { fuzzy: false })).query.didYouMean, undefined)
})

t.test('words that a dictionary has', async (t) => {
  const index = await indexOf({
    a: 'Folk i Gambia har en muntlig prøve. Blidhet og formueskatt. Alle hadde ønsket det.'
  })
  const cases: [q: string, meant: string | undefined][] = [
    ['Zambia', undefined],
    ['blindhet', undefined],
    ['blindhet~', 'blidhet~'],
    ['formuesskatt', 'formueskatt'],
    ['ynsket', 'ønsket']
  ]
  for (const [q, meant] of cases) t.equal(search(index, request(q)).query.didYouMean, meant, q)
})

t.test('what is not corrected stays as it is', (t) => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, typed, after) => {
      const q = (before + typed + after).normalize('NFC')
      const [start, end] = [before.length, before.length + typed.length].map((at) => Math.min(at, q.length))
      const meant = didYouMean(q, [{ start: start!, end: end!, word: 'ord' }])!
      t.ok(meant.startsWith(q.slice(0, start)) && meant.endsWith(q.slice(end)))
      t.match(meant.slice(start, meant.length - (q.length - end!)), /^ord$/i)
    })
  )
  t.end()
})

t.test('too many unknown words', (t) => {
  const words = Array.from({ length: LIMITS.unknownWords + 1 }, (_, i) => `qqqq${'x'.repeat(i)}`)
  t.same(planOf(news, words.slice(1).join(' '), { fuzzy: 'auto' }).warnings, [])
  t.match(planOf(news, words.join(' '), { fuzzy: 'auto' }).warnings, [/mistyped/])
  t.end()
})

t.test('abbreviations before a hyphen', async (t) => {
  const index = await indexOf({
    ks: 'Vi spurte KS-lederen, og KS-lederen svarte.',
    sv: 'Vi spurte SV-leder Berg.'
  })
  const suggested = (q: string): string | undefined => search(index, request(q)).query.didYouMean
  t.equal(suggested('SV-ledr'), 'SV-leder')
  t.equal(suggested('LO-leder'), undefined)
  t.end()
})
