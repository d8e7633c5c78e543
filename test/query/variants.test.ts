// - a word's form in the other standard is a variant, if the collection has it; inflections that share a term are one
// - a weight is above 0 and below 1; a spelling without marks keeps the weight of a spelling
// - the word itself is no variant of itself, and a stop word none of another word; of its forms one may be
// - a dictionary form finds all forms of another that is spelled otherwise, and of an inflection that form alone
// - a compound finds the one whose parts are its own in the other standard
// - who does something is another word than what is done, though both have one form
// - a variant that is a word of the query's standard too counts only in articles that are not surely written in it; one
//   of the other standard alone counts everywhere, as in a quotation
// - who asks for a known word finds what is spelled as it is, and nothing else with that stem: `bør` finds no `bor`
// - names of the collection stay as they are, in titles too, but for definite forms that say what bears the name

import t from 'tap'
import { compoundVariants } from '../../src/query/planning/compound-variants.js'
import { formsMeant } from '../../src/query/planning/forms-meant.js'
import { variantTerms } from '../../src/query/planning/variants.js'
import { search } from '../../src/engine/memory/search.js'
import { indexOf, request } from '../segment/collection.js'

const index = await indexOf({
  nb: 'Kjærligheten til skolen, sykehuset og sykehusene, og ikke minst Ålesund og alesund. En eneste gang.',
  nn: 'Kjærleiken til skulen, sjukehuset og sjukehusa, og ikkje minst kva dei seier i Noreg.',
  names: 'Vi møtte Skulen og så Hvalen. Vi møtte Kvalen her. Der så vi Kvalen og Hvalen og hele Norge.'
})

const { vocabulary } = index

const termsOf = (word: string): string[] =>
  variantTerms(index, word).map(({ term, forms }) =>
    forms === undefined ? vocabulary.term(term) : forms.map((form) => vocabulary.word(form)).join(' ')
  )

t.test('the other standard', (t) => {
  t.same(termsOf('kjærlighet'), ['kjærleik'])
  t.same(termsOf('kjærleik'), ['kjærlighet'])
  t.same(termsOf('sykehusa'), ['sjukehus'], 'two forms, one term')
  t.same(termsOf('ikke'), ['ikkje'], 'stop words of each other')
  t.same(termsOf('minst'), [])
  t.same(termsOf('einaste'), ['eneste'])
  t.same(termsOf('norge'), ['noreg'], 'a name that both standards have a form of')
  t.same(termsOf('noreg'), ['norge'])
  t.end()
})

/** A text of one standard, long enough to tell which, with a sentence of its own. */
const longText = (standard: 'nb' | 'nn', sentence: string): string =>
  (standard === 'nb'
    ? 'Jeg vet ikke hva de gjør nå, men jeg tror ikke at noen av dem har sett hvordan vi bor. '
    : 'Eg veit ikkje kva dei gjer no, men eg trur ikkje at nokon av dei har sett korleis vi bur. '
  ).repeat(3) + sentence

t.test('in articles of one standard', async (t) => {
  const collection = await indexOf({
    nb: longText('nb', 'Bak huset er det en gard.'),
    nn: longText('nn', 'Ho har ein gard.'),
    quoting: longText('nb', 'Hun skrev: «Den nye skulen er stor.»'),
    own: longText('nb', 'Hun eier gården ved skolen.')
  })
  const marked = (q: string): Record<string, string[]> => {
    const { hits } = search(collection, request(q))
    const marks = (html: string): string[] =>
      [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, mark]) => mark!)
    return Object.fromEntries(
      hits.map(({ id, snippets }) => [id, snippets.flatMap(({ html }) => marks(html))])
    )
  }
  t.same(marked('gård'), { own: ['gården'], nn: ['gard'] }, 'in bokmål a *gard* may be a fence')
  t.same(marked('skole'), { own: ['skolen'], quoting: ['skulen'] }, 'a word of nynorsk alone, quoted')
  t.same(marked('skule'), { own: ['skolen'], quoting: ['skulen'] })
  t.end()
})

t.test('what is spelled as a word', async (t) => {
  const collection = await indexOf({
    nb: 'Du boer vite at de bor her, og bodde der.'
  })
  const found = (word: string): string[] =>
    variantTerms(collection, word).flatMap(({ term, forms }) =>
      Array.from(forms ?? collection.vocabulary.wordsOf(term), (id) => collection.vocabulary.word(id))
    )
  t.same(found('bør'), ['boer'])
})

t.test('forms of stop words', async (t) => {
  const collection = await indexOf({ nb: 'Det koster mer hvert år, og hver dag blir det dyrere.' })
  const [variant, ...others] = variantTerms(collection, 'kvart')
  t.same(others, [])
  t.same(
    variant?.forms?.map((form) => collection.vocabulary.word(form)),
    ['hvert']
  )
  t.end()
})

t.test('forms that the models do not know by heart', async (t) => {
  const collection = await indexOf({ nn: 'Røystinga er over, og vi møtte bestyrarinnene.' })
  t.notOk(collection.models.isKnownForm('røystinga'))
  const found = variantTerms(collection, 'avstemning').map(({ term }) => collection.vocabulary.term(term))
  t.same(found, ['røysting'])
  t.end()
})

t.test('weights', (t) => {
  for (const word of ['kjærlighet', 'skolene', 'sykehus', 'norge'])
    for (const { weight } of variantTerms(index, word)) t.ok(weight > 0 && weight < 1, word)
  const spelling = vocabulary.termId('alesund')!
  t.same(variantTerms(index, 'ålesund'), [{ term: spelling, weight: 0.5 }])
  t.end()
})

t.test('names', (t) => {
  t.same(termsOf('hvalen'), [])
  t.same(termsOf('kvalen'), [])
  t.end()
})

t.test('names in titles, and names that say what bears them', async (t) => {
  const named = await indexOf({
    title: { title: 'Dette sier Bent Eide', text: 'Han har eit eige hus.' },
    nn: 'Ho studerer ved Høgskulen i Volda, og han ved Høgskulen på Vestlandet.'
  })
  const variantsOf = (word: string): string[] =>
    variantTerms(named, word).map(({ term }) => named.vocabulary.term(term))
  t.same(variantsOf('eide'), [])
  t.same(variantsOf('høgskolen'), ['høgskule'])
  t.end()
})

const other = await indexOf({
  nn: 'Det er høgre, Høgre og høg. Fylkesvegen, trafikkulukka, ei lekkjes-ulukke, ferjeleiet, sjukehusbrannen og vegen.',
  nb: 'Talsmannen ved fylkesveien, bommen ved veien, læreren, lærerne og lærte, arbeidet, reisen, reiser og reiste.'
})

const formsOf = (ids: Iterable<number>): string[] => Array.from(ids, (id) => other.vocabulary.word(id)).sort()

t.test('an inflection that is a word of its own in the other standard', (t) => {
  const forms = variantTerms(other, 'høyre').flatMap((one) => [
    ...(one.forms ?? other.vocabulary.wordsOf(one.term))
  ])
  t.same([...new Set(formsOf(forms))], ['høgre'])
  t.end()
})

t.test('compounds', (t) => {
  const whole = (word: string): string[] =>
    formsOf(compoundVariants(other, other.models.analyze(word).parts).map((found) => found.word))
  t.same(whole('trafikkulykker'), ['trafikkulukka'])
  t.same(whole('fergeleie'), ['ferjeleiet'])
  t.same(whole('sykehusbrann'), ['sjukehusbrannen'])
  t.same(whole('ulykke'), [], 'no compound')
  t.same(whole('fylkesvegen'), ['fylkesveien'], 'and none for itself')
  t.end()
})

t.test('the word of several with one stem that a form is of', (t) => {
  const meant = (word: string, stem: string): string[] | undefined => {
    const forms = formsMeant(other, word, stem)
    return forms && formsOf(forms)
  }
  t.same(meant('lærere', 'lære'), ['læreren', 'lærerne'])
  t.same(meant('lære', 'lære'), ['lærte'])
  t.equal(meant('lærer', 'lære'), undefined, 'it is both')
  t.same(meant('reisene', 'reise'), ['reisen', 'reiser'])
  t.same(meant('reist', 'reise'), ['reiser', 'reiste'])
  t.equal(meant('vei', 'vei'), undefined)
  t.end()
})
