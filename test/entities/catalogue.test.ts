// Across articles
// - an abbreviation that articles introduce means the same where it stands alone; not where they disagree, or one
//   introduces another
// - the genitive, an edition's year, a definite ending, the form of a body or a club, a country in nynorsk:
//   the same as the name without it, where that name is known; a club is not its town
// - whoever is only called Kari, or by a surname that two of the article share, is nobody of another article; who
//   reigns, artists and names that the user decides of are one
// - what only looks like a genitive is a name of its own, and a ship is not the newspaper that is called alike
// - a beginning of a longer name is that name if they mostly stand together; two people, and people and places, stay
//   apart
// - an initial tells nobody apart where the collection has no other; `AP` that reports something is the agency
// - an id that several are called by is nobody's
// - a name's type is what most of its mentions say; what people are called is counted
// - whatever articles come, change and go, the catalogue says what it would say of those that are left, in whatever
//   order they came

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { EntityCatalogue } from '../../src/entities/catalogue/entity-catalogue.js'
import { keyInArticle } from '../../src/entities/name-key.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { EntityIndex } from '../../src/segment/annotations/entity-index.js'
import { buildEntityTables } from '../../src/segment/annotations/entity-index-builder.js'
import { anyMarkedArticles, describe, entitiesOf, put, type MarkedArticles } from './articles.js'
import { anyMarked } from './marked.js'

/** Ids with how many mentions each has. */
const ids = async (articles: readonly string[]): Promise<Record<string, number>> => {
  const index = await entitiesOf(Object.fromEntries(articles.map((source, i) => [`a${i}`, source])))
  return Object.fromEntries(
    Array.from({ length: index.size }, (_, entity) => [index.id(entity), index.mentionCount(entity)])
  )
}

const INTRODUCED = '[O Rådet for nye veier] ([O RNV]) sier nei.'

t.test('what a name means in its article alone', async (t) => {
  const [kaare, other] = [keyInArticle('kaare', 'a0'), keyInArticle('kaare', 'a1')]
  t.same(await ids(['Bestefar [P Kåre] kom. [P Kåre] lo.', 'Far til [P Odd], [P Kåre], gikk.']), {
    [`person:${kaare}`]: 2,
    [`person:${other}`]: 1,
    [`person:${keyInArticle('odd', 'a1')}`]: 1
  })
  t.same(await ids(['Kong [P Harald] kom.', 'Kong [P Harald] gikk.']), { 'person:harald': 2 })
  t.same(await ids(['Artisten [P Aurora] kom. [P Aurora] sang.', 'Artisten [P Aurora] gikk.']), {
    'person:aurora': 3
  })
  t.same(await ids(['[P Trump] kom.', '[P Trump] gikk.']), { 'person:trump': 2 }, 'a surname')
  const shared = '[P Kari Moe] og [P Ola Moe] kom. [P Moe] lo.'
  t.same(
    Object.keys(await ids([shared, shared])).filter((id) => id.startsWith('person:moe')),
    ['a0', 'a1'].map((id) => `person:${keyInArticle('moe', id)}`).sort()
  )
  const one = await entitiesOf({ x: '[P Kåre] kom.' })
  t.equal(one.find('person:kaare'), 0, 'answers while there is one of the name')
  t.equal(one.name(0), 'Kåre')
  const rules = {
    ...NO_RULES,
    rename: [{ entity: { type: 'person' as const, slug: 'kaare' }, name: 'Kåre Moe' }]
  }
  const decided = await entitiesOf({ x: '[P Kåre] kom.', y: '[P Kåre] gikk.' }, rules)
  t.same([decided.size, decided.id(0), decided.name(0)], [1, 'person:kaare', 'Kåre Moe'], 'the user says so')
})

t.test('what looks like another name', async (t) => {
  t.same(
    await ids(['[O ICES] kjem med råd. [O ICES] råd.', '[O Ice] har dekning.']),
    { 'organisation:ice': 1, 'organisation:ices': 2 },
    'capitals have no genitive in capitals'
  )
  t.same(
    await ids(['[O Ices] skal selge.', '[O Ice] har dekning.']),
    { 'organisation:ice': 1, 'organisation:ices': 1 },
    'no genitive before a verb'
  )
  t.same(await ids(['[O Ices] dekning.', '[O Ice] har dekning.']), { 'organisation:ice': 2 })
  t.same(
    await ids(['MS «[O Nordlys]» ligger til kai. [R Nordlys] går i kveld.', 'Det skriver [O Nordlys].']),
    { 'organisation:nordlys': 1, 'product:ms-nordlys': 2 },
    'a ship and a newspaper'
  )
  t.same(await ids(['M/S «[R Nordlys]» går.', '[R MS Nordlys] går.']), { 'product:ms-nordlys': 2 })
})

t.test('abbreviations', async (t) => {
  t.same(await ids([INTRODUCED, '[O RNV] sier ja.']), { 'organisation:raadet-for-nye-veier': 3 })
  t.same(await ids([INTRODUCED, '[O Riks nett vest] ([O RNV]).', '[O RNV] sier ja.']), {
    'organisation:raadet-for-nye-veier': 2,
    'organisation:riks-nett-vest': 2,
    'organisation:rnv': 1
  })
  t.same(await ids([INTRODUCED, INTRODUCED, '[O Riks nett vest] ([O RNV]).', '[O RNV] sier ja.']), {
    'organisation:raadet-for-nye-veier': 5,
    'organisation:riks-nett-vest': 2
  })
  const twoLetters = '[O Veifolkets organisasjon VO] sier nei.'
  t.same(await ids([twoLetters, '[O VO] sier ja.']), { 'organisation:veifolkets-organisasjon': 2 })
  t.same(
    await ids([twoLetters, ...Array<string>(3).fill('[O VO] sier ja.')]),
    { 'organisation:veifolkets-organisasjon': 1, 'organisation:vo': 3 },
    'two letters that one article of many introduces'
  )
})

t.test('forms of bodies, clubs and countries', async (t) => {
  t.same(await ids(['[O Helse Nord RHF] kutter.', '[O Helse Nord] kutter.']), {
    'organisation:helse-nord': 2
  })
  t.same(await ids(['[O SK Lyng] vant.', '[O Lyng Ballklub] kom.', '[O Lyng] tapte.']), {
    'organisation:lyng': 3
  })
  t.same(
    await ids(['[O Vik Fotballklubb] vant.', '[L Vik] er en by.']),
    { 'organisation:vik-fotballklubb': 1, 'place:vik': 1 },
    'the town is not its club'
  )
  t.same(await ids(['[O Helse Nord], [O Helse Nord RHF] og [O Helse Nord IKT HF].']), {
    'organisation:helse-nord': 2,
    'organisation:helse-nord-ikt-hf': 1
  })
  t.same(await ids(['[L Vestland] er nytt.', '[L Vestlandet] er vått.']), {
    'place:vestland': 1,
    'place:vestlandet': 1
  })
  t.same(await ids(['[L Noreg] er kaldt.', '[L Norge] er kaldt.']), { 'place:norge': 2 })
  t.same(await ids(['[L Noreg] er kaldt.', '[L Noreg] vann.', '[L Norge] er kaldt.']), { 'place:noreg': 3 })
  t.same(await ids(['[L Noreg] er kaldt.']), { 'place:noreg': 1 })
  t.same(await ids(['[O Høgre] vann.', '[O Høyre] vant. [O Raudt], [O Rødt] og [O Rødt].']), {
    'organisation:hoeyre': 2,
    'organisation:roedt': 3
  })
})

t.test('endings', async (t) => {
  t.same(await ids(['[O Difos] regi.', '[O Difo] kom.']), { 'organisation:difo': 2 })
  t.same(await ids(['[L Moss].', '[L Mos] er nær.']), { 'place:mos': 1, 'place:moss': 1 }, 'no noun follows')
  t.same(await ids(['[P Vaals] kom.', '[P Vaals] kom.', '[P Vaal] kom.']), {
    'person:vaals': 2,
    'person:vaal': 1
  })
  t.same(await ids(['[R Veier i dag 2016] er ute.', '[R Veier i dag] er en bok.']), {
    'product:veier-i-dag': 2
  })
  t.same(await ids(['[O Nordlys ASA] vokser.', '[O Nordlys] kom.']), { 'organisation:nordlys': 2 })
  t.same(await ids(['[E VM 2014].', '[E VM].']), { 'event:vm': 1, 'event:vm-2014': 1 })
  t.same(await ids(['[O Den Store Veiforening]', '[O Den Store Veiforeningen]']), {
    'organisation:den-store-veiforeningen': 2
  })
})

t.test('beginnings', async (t) => {
  const both = '[O Nordlys Invest Vest] vokser. [O Nordlys] er stort.'
  t.same(await ids([both, '[O Nordlys] kom.']), { 'organisation:nordlys-invest-vest': 3 })
  t.same(await ids([both, ...Array<string>(3).fill('[O Nordlys] kom.')]), {
    'organisation:nordlys': 4,
    'organisation:nordlys-invest-vest': 1
  })
})

t.test('people and others', async (t) => {
  t.same(await ids(['[P Berg] kom.', '[L Berg] er fint.']), { 'person:berg': 1, 'place:berg': 1 })
  t.same(await ids(['[P Kari Li] og [P Li].', '[P Kari Li] kom.', '[O Kari Li] gikk.']), {
    'person:kari-li': 4
  })
  t.same(await ids(['[P Kari B. Li] kom.', '[P Kari Li] gikk.']), { 'person:kari-li': 2 }, 'an initial')
  t.same(
    await ids(['[P Kari B. Li] kom.', '[P Kari Li] gikk.', '[P Kari M. Li] lo.']),
    { 'person:kari-b-li': 1, 'person:kari-li': 1, 'person:kari-m-li': 1 },
    'an initial that tells people apart'
  )
  t.same(await ids(['[O Ap] sier nei. Det melder [O AP].', 'Nyhetsbyrået [O AP] kom.']), {
    'organisation:arbeiderpartiet': 1,
    'organisation:associated-press': 2
  })
  t.same(await ids(['[O Altinget] virker.', '[R Altinget] kom.', '[R Altinget] gikk.']), {
    'product:altinget': 3
  })
  const index = await entitiesOf({
    a: 'Statsråd [P Kari Li] kom.',
    b: 'Statsråd [P Kari Li] og [P Li], leder.',
    c: '[P Li]'
  })
  t.same(index.roles(0), [
    { text: 'statsråd', count: 2 },
    { text: 'leder', count: 1 }
  ])
  t.same(index.id(1), 'person:li', 'a surname alone is nobody known')
})

t.test('names', async (t) => {
  const index = await entitiesOf({
    a: '[L HØYBY]. [O IT-Folk], [O IT Folk], [O IT-Folk].',
    b: '[O IT-Folks] hus. [O IT-Folk!] [P KARI LI].'
  })
  const named = Array.from({ length: index.size }, (_, entity) => [index.name(entity), index.aliases(entity)])
  t.same(named, [
    ['IT-Folk', ['IT Folk']],
    ['Kari Li', ['KARI LI']],
    ['Høyby', ['HØYBY']]
  ])
})

t.test('abbreviations that some write as other names', async (t) => {
  const index = await entitiesOf({
    a: '[L USA]. [L USA]. [L USA]. [L USA]. [O NATO]. [O NATO]. [L OSLO].',
    b: '[L Usa]. [O Nato]. [L Oslo].'
  })
  const named = Array.from({ length: index.size }, (_, entity) => index.name(entity))
  t.same(named.sort(), ['Nato', 'Oslo', 'USA'])
})

t.test('what several are called', async (t) => {
  const index = await entitiesOf({
    a: '[P Kari Berg] og [P Ola Berg] kom.',
    b: '[P Kari Berg] kom. [P Berg] lo.',
    c: '[P Ola Berg] kom. [P Berg] lo. [L USA] og [L OSLO].'
  })
  t.equal(index.find('person:berg'), undefined)
  t.same(
    index
      .called('person:berg')
      .map((entity) => index.id(entity))
      .sort(),
    ['person:kari-berg', 'person:ola-berg']
  )
  t.equal(index.name(index.find('place:usa')!), 'USA', 'initials stay capitals')
  t.equal(index.name(index.find('place:oslo')!), 'Oslo')
})

t.test('ids that were', async (t) => {
  const index = await entitiesOf({
    a: '[P Kari Li] og [P Li] i [O RNV].',
    b: INTRODUCED,
    c: '[R Altinget]',
    d: '[O Øyfolk]'
  })
  const find = (id: string): string | undefined => {
    const entity = index.find(id)
    return entity === undefined ? undefined : index.id(entity)
  }
  t.equal(find('person:kari-li'), 'person:kari-li')
  t.equal(find('person:li'), 'person:kari-li', 'a surname')
  t.equal(find('organisation:rnv'), 'organisation:raadet-for-nye-veier', 'an abbreviation')
  t.equal(find('organisation:altinget'), 'product:altinget', 'another type')
  t.equal(find('organisation:oyfolk'), 'organisation:oeyfolk', 'plain letters')
  for (const id of [
    'person:ola',
    'kari-li',
    'person:',
    'planet:mars',
    'person:constructor',
    '__proto__:x',
    ''
  ])
    t.equal(find(id), undefined, id)
})

type Change = readonly [id: string, source: string | undefined]

const anyChanges: fc.Arbitrary<Change[]> = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(anyMarked, { nil: undefined })),
  { maxLength: 12 }
)

t.test('as from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(anyChanges, async (changes) => {
      const catalogue = new EntityCatalogue()
      const left = new Map<string, string>()
      for (const [id, source] of changes) {
        if (source === undefined) catalogue.delete(id)
        else put(catalogue, id, source)
        left.delete(id)
        if (source !== undefined) left.set(id, source)
      }
      const order = [...left.keys()].sort()
      const sorted: MarkedArticles = Object.fromEntries(order.map((id) => [id, left.get(id)!]))
      assert.deepEqual(
        describe(new EntityIndex(await buildEntityTables(catalogue, order)), order),
        describe(await entitiesOf(sorted), order)
      )
    }),
    { numRuns: 300 }
  )
})

t.test('any articles', async () => {
  await fc.assert(
    fc.asyncProperty(anyMarkedArticles, async (articles) => {
      const index = await entitiesOf(articles)
      const mentions = Object.keys(articles).map((_, article) => index.mentions(article))
      const counted = new Map<number, number>()
      for (const { entity } of mentions.flat()) counted.set(entity, (counted.get(entity) ?? 0) + 1)
      const all = Array.from({ length: index.size }, (_, entity) => entity)
      assert.equal(new Set(all.map((entity) => index.id(entity))).size, index.size)
      for (const entity of all) {
        assert.equal(index.find(index.id(entity)), entity)
        assert.equal(index.mentionCount(entity), counted.get(entity))
        assert.deepEqual(
          [...index.articles(entity)],
          [...mentions.keys()].filter((article) =>
            mentions[article]!.some((mention) => mention.entity === entity)
          )
        )
      }
      for (const [article, own] of mentions.entries())
        assert.deepEqual(
          [...index.entities(article)],
          [...new Set(own.map(({ entity }) => entity))].sort((a, b) => a - b)
        )
    })
  )
})
