// In one article
// - a surname, a first name, a name with a part left out mean the person whose full name stands there; in the
//   genitive too
// - a first name alone is the person's whose full name came before it, not after it in the text
// - a surname that is a town's too is the person's who was named in full, unless a preposition says otherwise
// - names in capitals before the agency are where the article was written; a country owns who follows it
// - particles hold a foreign name together
// - a name that the user separates stands for nobody else
// - two people with one surname stay two; the bare surname means, less surely, who alone was named before, whom the
//   article is about, whom the paragraph below the heading begins with, or who was named last in a paragraph of their
//   own and as often as the other; otherwise neither
// - a first name that two people have is that of whom the article does not call by the surname; otherwise as a surname
// - an abbreviation means what it was introduced for, before and after; letter case and hyphens do not tell names apart
// - a name that stands once and misspells one that stands more often is that name; people with similar names stay two
// - what is one name has one type, the one that most mentions say
// - a name of several words, or with a capital inside, is found wherever it stands once the article has it; other
//   words are not
// - a noun before a name tells its type where the recogniser was unsure
// - two names that a page has run together are two where both stand elsewhere
// - for any text: what was found is kept unchanged, each mention has an entity, in order; each entity has a mention;
//   equal names are one entity

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import { slug } from '../../src/entities/slug.js'
import { anyMarked, grouped, marked, resolveMarked } from './marked.js'

t.test('a person', (t) => {
  t.same(
    grouped(
      '[P Siv Anne Lund Dahl] kom. [P Lund Dahl] gikk. [P Dahls] bil, [P Siv], [P Siv Dahl], [P S. A. Lund Dahl].'
    ),
    {
      'siv-anne-lund-dahl': ['Siv Anne Lund Dahl', 'Lund Dahl', 'Dahls', 'Siv', 'Siv Dahl', 'S. A. Lund Dahl']
    }
  )
  t.same(grouped('[P Nordahl] kom. [P Siv Dahl] gikk.'), { nordahl: ['Nordahl'], 'siv-dahl': ['Siv Dahl'] })
  t.same(grouped('[P Siv Dahls] bok. [P Dahl] sa ja.'), { 'siv-dahl': ['Siv Dahls', 'Dahl'] })
  t.same(
    grouped('[P Hans Foss] sa. [P Foss] gikk.'),
    { 'hans-foss': ['Hans Foss', 'Foss'] },
    'an s of its own'
  )
  t.end()
})

t.test('a first name alone', (t) => {
  t.same(grouped('[P Harald Eia] kom. [P Harald] lo.'), { 'harald-eia': ['Harald Eia', 'Harald'] })
  t.same(grouped('Kong [P Harald] kom. [P Harald Eia] var der.'), {
    harald: ['Harald'],
    'harald-eia': ['Harald Eia']
  })
  t.end()
})

t.test('a surname that is a place', (t) => {
  const source = (where: string): string => `[P Kari Bryne] kom. ${where} sa hun.`
  const { text, mentions } = marked(source('[O Bryne]'), 0.7)
  const sure = mentions.map((mention, i) => (i === 0 ? { ...mention, confidence: 0.9 } : mention))
  t.same(
    resolveArticle(text, sure).entities.map(({ slug }) => slug),
    ['kari-bryne']
  )
  t.equal(grouped(source('[O Bryne]')).bryne?.length, 1, 'the recogniser was sure')
  const inTown = marked('[P Kari Bryne] kom. Det var i [L Bryne].', 0.7)
  const sureInTown = inTown.mentions.map((mention, i) =>
    i === 0 ? { ...mention, confidence: 0.9 } : mention
  )
  t.same(
    resolveArticle(inTown.text, sureInTown).entities.map(({ type }) => type),
    ['person', 'place']
  )
  t.end()
})

t.test('places', (t) => {
  const typesOf = (source: string) =>
    resolveMarked(source).entities.map(({ slug, type }) => `${type} ${slug}`)
  t.same(typesOf('[O HARSTAD] (NTB): Det snør.'), ['place harstad', 'organisation ntb'])
  t.same(typesOf('Vi i [O NRK] (Oslo): Det snør.'), ['organisation nrk'])
  t.same(typesOf('Sier [P Kinas Wang Yi].'), ['place kina', 'person wang-yi'])
  t.same(typesOf('Sier [P Rødts Kari Li].'), ['organisation roedt', 'person kari-li'])
  t.same(typesOf('[O Viken] tapte. [P Vikens Kari Li] ble syk.'), ['organisation viken', 'person kari-li'])
  t.same(typesOf('[P Vikens Kari Li] ble syk.'), ['person vikens-kari-li'], 'nothing tells what Viken is')
  t.same(typesOf('Det er [L Russlands] feil. [P Hans Petter] kom.'), ['place russland', 'person hans-petter'])
  t.end()
})

t.test('particles', (t) => {
  t.same(grouped('[P Ursula] von der [P Leyen] kom, og [P Leyen] lo.'), {
    'ursula-von-der-leyen': ['Ursula von der Leyen', 'Leyen']
  })
  t.same(Object.keys(grouped('[P Kari] la [P Ola] gå.')), ['kari', 'ola'])
  t.end()
})

t.test('separate names', (t) => {
  const { text, mentions } = marked('[P Kari Berg] kom. [P Berg] lo.')
  const slugs = (separate: string[]) =>
    resolveArticle(text, mentions, new Set(separate)).entities.map(({ slug }) => slug)
  t.same(slugs([]), ['kari-berg'])
  t.same(slugs(['p/berg']), ['kari-berg', 'berg'])
  t.end()
})

t.test('types that a noun tells', (t) => {
  const typesOf = (source: string, confidence: number): string[] => {
    const { text, mentions } = marked(source, confidence)
    return resolveArticle(text, mentions).entities.map(({ type }) => type)
  }
  t.same(typesOf('Konsulentselskapet [P Nordlys Vest] og filmen «[P Månelyst]».', 0.4), [
    'organisation',
    'product'
  ])
  t.same(typesOf('Konsulentselskapet [P Nordlys Vest].', 0.9), ['person'], 'the recogniser was sure')
  t.same(typesOf('Mannen [P Nordlys Vest] i [L Selskapet].', 0.4), ['person', 'place'])
  t.end()
})

t.test('names that were passed over', (t) => {
  t.same(
    grouped('[O KMD] og [P Kari Li] kom. KMD sa ja, KMDs vei, Kari Li. Kari Lien, KMDX og KMD-sjefen gikk.'),
    {
      kmd: ['KMD', 'KMD', 'KMDs', 'KMD'],
      'kari-li': ['Kari Li', 'Kari Li']
    }
  )
  t.same(grouped('[O Vei] kom. Vei er bra.'), { vei: ['Vei'] }, 'perhaps a word')
  t.same(grouped('[P Kari LiOla Vik] kom. [P Kari Li] og [P Ola Vik] gikk. [P Ian McEwan] lo.'), {
    'kari-li': ['Kari Li', 'Kari Li'],
    'ola-vik': ['Ola Vik', 'Ola Vik'],
    'ian-mcewan': ['Ian McEwan']
  })
  const unsure = marked('[O KMD] kom. KMD gikk.', 0.3)
  t.equal(
    resolveArticle(unsure.text, unsure.mentions).mentions.length,
    1,
    'what is not sure is not looked for'
  )
  t.end()
})

t.test('two people with one surname', (t) => {
  const both = '[P Kari Hansen] og [P Ola Hansen] kom.'
  t.same(grouped(`${both} [P Hansen] sa ja.`), {
    'kari-hansen': ['Kari Hansen'],
    'ola-hansen': ['Ola Hansen'],
    hansen: ['Hansen']
  })
  t.same(
    Object.keys(grouped('[P Hansen] kom. [P Kari Hansen], [P Karl Hansen].')),
    ['hansen', 'kari-hansen', 'karl-hansen'],
    'neither has been named'
  )
  t.equal(resolveMarked(`${both} [P Hansen] sa ja.`).mentions[2]!.isGuess, true)
  const { mentions } = resolveMarked(`[P Kari Hansen] kom. [P Hansen] lo. ${both} [P Hansen] sa ja.`)
  t.same(
    mentions.map(({ entity, confidence, isGuess }) => [entity, confidence, isGuess]),
    [
      [0, 1, undefined],
      [0, 0.8, undefined],
      [0, 1, undefined],
      [1, 1, undefined],
      [0, 0.8, undefined]
    ],
    'less sure; who has been meant before is meant again'
  )
  t.end()
})

t.test('whom a surname means that two people have', (t) => {
  const meant = (source: string): string[] => {
    const { text, entities, mentions } = resolveMarked(source)
    return mentions
      .filter(({ start, end }) => text.slice(start, end) === 'Hansen')
      .map(({ entity }) => entities[entity]!.slug)
  }
  t.same(meant('[P Kari Hansen] kom. [P Hansen] lo. [P Ola Hansen] gikk.'), ['kari-hansen'], 'alone so far')
  const book = '[P Kari Hansen] har skrevet en bok.\n[P Hansen] er glad. [P Hansen] smiler.\n'
  t.same(
    meant(`${book}Sønnen [P Ola Hansen] kom. [P Hansen] lo.`),
    ['kari-hansen', 'kari-hansen', 'kari-hansen'],
    'whom the article is about'
  )
  t.same(
    meant('[P Kari Hansen] kom.\n[P Ola Hansen] kom etter. [P Hansen] lo.'),
    ['ola-hansen'],
    'the last, in a paragraph of his own'
  )
  t.same(
    meant(
      '[P Kari Hansen] og [P Kari Hansen] kom.\n[P Ola Hansen] kom etter, sa [P Kari Li].\n[P Hansen] lo.'
    ),
    ['kari-hansen'],
    'not where the other is named more often'
  )
  t.same(
    meant('[P Kari Hansen] og [P Ola Hansen] kom.\n[P Hansen] falt\n[P Ola Hansen] falt i første sving.'),
    ['ola-hansen'],
    'the heading'
  )
  t.same(
    meant('[P Kari Hansen] og [P Ola Hansen] kom.\n[P Hansen] falt.\n[P Ola Hansen] gikk.'),
    ['hansen'],
    'a sentence'
  )
  t.end()
})

t.test('two people with one first name', (t) => {
  const both = '[P Erik Berg] og [P Erik Moe] kom.'
  t.same(grouped(`${both} [P Erik] lo.`), {
    'erik-berg': ['Erik Berg'],
    'erik-moe': ['Erik Moe'],
    erik: ['Erik']
  })
  t.same(grouped(`${both} [P Erik] lo. [P Moe] gikk.`), {
    'erik-berg': ['Erik Berg', 'Erik'],
    'erik-moe': ['Erik Moe', 'Moe']
  })
  t.same(grouped(`${both} [P Erik] lo. [P Moe] og [P Berg] gikk.`).erik, ['Erik'], 'both by their surnames')
  t.same(grouped('[P Erik Berg] kom.\n[P Erik Moe] kom etter. [P Erik] lo.')['erik-moe'], [
    'Erik Moe',
    'Erik'
  ])
  t.end()
})

t.test('abbreviations', (t) => {
  t.same(grouped('[O De forente nasjoner] ([O FN]) sier nei.'), {
    'de-forente-nasjoner': ['De forente nasjoner', 'FN']
  })
  t.same(grouped('[O Rådet for nye veier] ([O RNV]) sier nei. [O RNV] sa ja.'), {
    'raadet-for-nye-veier': ['Rådet for nye veier', 'RNV', 'RNV']
  })
  t.same(grouped('[O RNV] ([O Rådet for nye veier]) sier nei.'), {
    'raadet-for-nye-veier': ['RNV', 'Rådet for nye veier']
  })
  t.same(grouped('[O Veifolkets organisasjon VO] sier nei, og [O VO] går.'), {
    'veifolkets-organisasjon': ['Veifolkets organisasjon VO', 'VO']
  })
  t.same(grouped('[O Veifolkets] forbund [O VFF] sier nei. [O Veifolkets] leder er [O VFF].'), {
    'veifolkets-forbund': ['Veifolkets forbund', 'VFF', 'VFF'],
    veifolket: ['Veifolkets']
  })
  t.same(grouped('[O RNV] sa ja. Det er [O Rådet for nye veier] som sier det.'), {
    'raadet-for-nye-veier': ['RNV', 'Rådet for nye veier']
  })
  t.same(Object.keys(grouped('[P Kari Nordmann] ([O KN]) sa det.')), ['kari-nordmann', 'kn'], 'a party, say')
  t.same(Object.keys(grouped('[O Vegvesenet] ([L Oslo]) sa det.')), ['vegvesenet', 'oslo'])
  t.same(resolveMarked('[O Rådet for nye veier] (RNV) sier nei.').abbreviations, [
    { short: 'RNV', long: 'Rådet for nye veier' }
  ])
  t.end()
})

t.test('parties', (t) => {
  t.same(grouped('[P Kari Li] ([O V]) og [O Venstre]. [O KrF] ([O H]).'), {
    'kari-li': ['Kari Li'],
    venstre: ['V', 'Venstre'],
    'kristelig-folkeparti': ['KrF'],
    h: ['H']
  })
  t.same(grouped('[O Frps] [P Kari Li] og [O SVs] leder så [O Høyres] forslag.'), {
    fremskrittspartiet: ['Frps'],
    'kari-li': ['Kari Li'],
    'sosialistisk-venstreparti': ['SVs'],
    hoeyre: ['Høyres']
  })
  t.end()
})

t.test('spelling and the genitive', (t) => {
  t.same(grouped('[O IT-Folk] og [O IT Folk]. [L HØYBYEN]: I [L Høybyen]. [L Høybyens] gater.'), {
    'it-folk': ['IT-Folk', 'IT Folk'],
    hoeybyen: ['HØYBYEN', 'Høybyen', 'Høybyens']
  })
  t.same(grouped('[O Veipartiets] leder. [L Moss].'), { veipartiet: ['Veipartiets'], moss: ['Moss'] })
  t.same(Object.keys(grouped('[O NRKs] sending og [P Hans] bil.')), ['nrk', 'hans'], 'an abbreviation')
  t.same(Object.keys(grouped('Jeg så [O Veipartiets].')), ['veipartiets'], 'no noun follows')
  t.same(grouped('[O Komunaldepartementet] og [O Kommunaldepartementet], [O Kommunaldepartementet].'), {
    kommunaldepartementet: ['Komunaldepartementet', 'Kommunaldepartementet', 'Kommunaldepartementet']
  })
  t.same(
    grouped('[P Torbjørg Li Vik] så [P Torbjørn Li Vik]. [P Torbjørn Li Vik] og [P Torbjørn Li Vik] gikk.'),
    {
      'torbjoern-li-vik': ['Torbjørg Li Vik', ...Array<string>(3).fill('Torbjørn Li Vik')]
    }
  )
  t.equal(
    Object.keys(grouped('[R Dorull 10], [R Dorull 11] og [R Dorull 11].')).length,
    2,
    'digits are meant'
  )
  t.end()
})

t.test('types and beginnings', (t) => {
  t.same(
    resolveMarked('[L Altinget] er nede. [R Altinget] kom opp. [R Altinget] virker.').entities.map(
      ({ type }) => type
    ),
    ['product']
  )
  t.same(
    resolveMarked('[O Nordlys Invest Vest], [O Nordlys], [O Nordlys Bank], [O Nordlys Invest Vest 2020].')
      .beginnings,
    [{ short: 'Nordlys', long: 'Nordlys Invest Vest' }]
  )
  t.same(resolveMarked('[L Oslo] og [O Oslo kommune].').beginnings, [], 'a place is not a beginning')
  t.end()
})

t.test('what is no name', (t) => {
  t.same(resolveArticle('«»', [{ type: 'person', start: 0, end: 2, confidence: 1 }]).entities, [])
  const long = Array.from({ length: 60 }, (_, i) => `Ord${i}`).join(' ')
  t.same(resolveArticle(long, [{ type: 'person', start: 0, end: long.length, confidence: 1 }]).mentions, [])
  t.end()
})

t.test('any text', (t) => {
  fc.assert(
    fc.property(anyMarked, (source) => {
      const { text, mentions } = marked(source)
      const found = resolveArticle(text, mentions)
      const kept = found.mentions.map(({ type, start, end }) => ({ type, start, end }))
      const named = mentions.filter(({ start, end }) => slug(text.slice(start, end)) !== '')
      assert.deepEqual(
        kept,
        named.map(({ type, start, end }) => ({ type, start, end }))
      )
      assert.deepEqual(
        [...new Set(found.mentions.map(({ entity }) => entity))].sort((a, b) => a - b),
        [...found.entities.keys()]
      )
      assert.equal(new Set(found.entities.map((entity) => entity.slug)).size, found.entities.length)
      for (const { confidence } of found.mentions) assert.ok(confidence > 0 && confidence <= 1)
      assert.deepEqual(resolveArticle(text, mentions), found)
    })
  )
  t.end()
})

t.test('shorter names of what the article names in full', (t) => {
  const match = 'Kampen ga seier, poeng og mål for trener og spiller i serien. '
  t.same(grouped('[E VM i Seefeld] er slutt. Etter [E VM] dro hun.'), {
    'vm-i-seefeld': ['VM i Seefeld', 'VM']
  })
  t.same(Object.keys(grouped('[E VM i Seefeld] er slutt. [E VM i Falun] og [E VM].')), [
    'vm-i-seefeld',
    'vm-i-falun',
    'vm'
  ])
  t.same(Object.keys(grouped('[E VM i Seefeld] er som [E VM] i 1997.')), ['vm-i-seefeld', 'vm'])
  t.same(Object.keys(grouped(`${match}[O Leeds United] vant. [O United] tok [O Leeds].`)), ['leeds-united'])
  t.same(
    Object.keys(grouped('[O RBK] møtte [O Brann]. [O Rosenborg] vant 2–1 i Eliteserien.')),
    ['rosenborg', 'brann'],
    'a result and a league tell of a match'
  )
  t.same(
    Object.keys(grouped(`${match}[O NSK Kvinner] slo [O Nor]. [O NSK] vant.`)),
    ['nsk-kvinner', 'nor'],
    'what has the letters in its name has them for itself'
  )
  t.same(Object.keys(grouped('[O RBK] møtte [O Brann]. [O Rosenborg] flyttet.')), [
    'rbk',
    'brann',
    'rosenborg'
  ])
  t.same(Object.keys(grouped('[O Leeds United] vant. [O United] tok.')), ['leeds-united', 'united'])
  t.same(Object.keys(grouped(`${match}[O Leeds United] og [O Ayr United]. [O United] tapte.`)), [
    'leeds-united',
    'ayr-united',
    'united'
  ])
  t.same(Object.keys(grouped(`${match}[O Nordby] vant. [O NBK] slo [O NIF].`)), ['nordby'])
  t.same(Object.keys(grouped('[O Nordby Tidende] skriver. Det sier [O NT].')), ['nordby-tidende'])
  t.same(Object.keys(grouped('[O Verdens helseorganisasjon] ([O WHO]) sier.')), ['verdens-helseorganisasjon'])
  t.same(Object.keys(grouped('[O Nordby Invest] ([O XYZ]) sier.')), ['nordby-invest', 'xyz'])
  t.end()
})

t.test('first names and surnames with one wrong letter', (t) => {
  const names = (source: string): string[] => Object.keys(grouped(source))
  t.same(names('[P Kari Haavi] og [P Kari Haavi]. [P Kari Haave].'), ['kari-haavi'])
  t.same(names('[P Kari Haavi] og [P Kari Haavi]. [P Anne Haave].'), ['kari-haavi', 'anne-haave'])
  t.same(names('[P Ketil Vik-Olsen] og [P Ketil Vik-Olsen]. [P Kjetil Vik-Olsen].'), ['ketil-vik-olsen'])
  t.same(names('[P Karl Hansen] og [P Karl Hansen]. [P Kari Hansen].'), ['karl-hansen', 'kari-hansen'])
  t.end()
})
