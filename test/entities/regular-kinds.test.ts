// - the form of a name tells its type: unions, newspapers, championships; what only looks alike is left alone
// - a municipality, a court or a hospital is the whole name and an organisation, a stadium a place, a race an event;
//   the place alone stays a place; an organ belongs to whom it is of; what *og* joins in one name is one name
// - a championship takes in its sport, place and year; nothing else that follows
// - what a noun says of a name holds for the name in the whole article, where the recogniser was unsure
// - a title in quotation marks is a product where a work, its maker or another title stands beside it
// - what stands in a list between organisations is one where the recogniser guessed; a storm is an event
// - a ship is the whole name, and the name alone is the ship in the same article
// - a competition behind a club is a name of its own, particles belong to the surname behind them
// - a town is a club where an article about sport lets it play; not in other articles, and not what lies *in* it
// - a name that begins with a small letter is found: a band's, Arabic names with their article, by what stands before
// - a maker owns what is sold under a name of its own, an organisation whom it employs: the genitive is no part of it
// - ministries of two fields, courts and banks of several states are organisations, wherever they stand
// - a title at the beginning of a sentence is no part of a name; a party, and a name that the article has, is found
//   before a role; who reigns is not somebody else with that given name
// - behind `fjellet` or `selskapet` stands a name that the recogniser passed over; a verb or another name does not
// - a king's number belongs to the name, and an artist's letter: who is called by the first name alone is somebody else
// - `jr.` and `senior` tell people apart who are called alike
// - what is written on a placard is no work

import t from 'tap'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import { marked, resolveMarked } from './marked.js'

const found = (source: string): string[] => {
  const { text, mentions } = resolveMarked(source)
  return mentions.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)
}

t.test('by form', (t) => {
  t.same(found('[L EU] vil til [L VM].'), ['organisation EU', 'event VM'])
  t.same(found('Det skriver [L Dagsavisen].'), ['organisation Dagsavisen'])
  t.same(found('Det skriver [L E24] og [R Computerworld.no].'), [
    'organisation E24',
    'organisation Computerworld.no'
  ])
  t.same(found('De møttes på [O Stadion].'), ['place Stadion'])
  t.same(found('Tittel\n[O WIEN] (AP): Der er [O WIEN].'), [
    'place WIEN',
    'organisation AP',
    'organisation WIEN'
  ])
  t.same(found('[L Norge] og [O NRK].'), ['place Norge', 'organisation NRK'])
  t.end()
})

t.test('lists', (t) => {
  const guessed = (source: string): string[] => {
    const { text, mentions } = marked(source)
    const unsure = mentions.map((one) => ({ ...one, confidence: one.type === 'place' ? 0.5 : 1 }))
    return resolveArticle(text, unsure).entities.map(({ type, name }) => `${type} ${name}`)
  }
  t.same(guessed('[O Difi], [L Visma] og [O NAV].'), [
    'organisation Difi',
    'organisation Visma',
    'organisation NAV'
  ])
  t.same(guessed('[O Difi] i [L Vik] og [O NAV].'), ['organisation Difi', 'place Vik', 'organisation NAV'])
  t.end()
})

t.test('storms', (t) => {
  t.same(found('I 1775 stormet [P Kari] fram.'), ['person Kari'])
  t.same(found('Tidsskriftet [R Kapital] kom, sa avisen [P Kari] har.'), [
    'organisation Kapital',
    'person Kari'
  ])
  t.same(found('Ekstremværet [P Jakob] kom. [P Jakob] gikk, sa [P Kari].'), [
    'event Jakob',
    'event Jakob',
    'person Kari'
  ])
  t.end()
})

t.test('vessels', (t) => {
  t.same(found('MS «[P Kong Harald]» la til kai.'), ['product Kong Harald'])
  t.same(found('Redningsskøyta «[P Halfdan Li]» kom.'), ['product Halfdan Li'])
  t.same(found('KNM [P Roald Berg] ligger til kai. [P Roald Berg] er ny.'), [
    'product KNM Roald Berg',
    'product Roald Berg'
  ])
  t.equal(
    new Set(resolveMarked('M/S [L Nordlys] går. [R Nordlys] er ny.').mentions.map((m) => m.entity)).size,
    1
  )
  t.same(found('[R MS] «[O Nordlys]» går. [P Nordlys] er ny.'), ['product Nordlys', 'product Nordlys'])
  t.same(found('Hun leser «[O Nordlys]».'), ['organisation Nordlys'])
  t.same(found('Tankskipet [O Vik TS] går.'), ['product Vik TS'])
  t.same(found('[P Roald Berg] er ny.'), ['person Roald Berg'])
  t.same(found('Hun har MS. [P Roald Berg] er ny.'), ['person Roald Berg'])
  t.end()
})

t.test('bodies', (t) => {
  t.same(found('Vestvik fylkeskommune er ny. Hver kommune sparer. Det gjør Nes og Vik tingrett.'), [
    'organisation Vestvik fylkeskommune',
    'organisation Nes og Vik tingrett'
  ])
  t.same(found('[L Norges] sjømatråd la fram tall.'), ['organisation Norges sjømatråd'])
  t.same(found('Han gikk på [L Moe ungdomsskule].'), ['organisation Moe ungdomsskule'])
  t.same(found('[L Trondheim] kommune sier nei.'), ['organisation Trondheim kommune'])
  t.same(found('I [L Nes], [L Vik] og [O Nordre Dal tingrett]. Så i [L Nes] og [L Vik].'), [
    'organisation Nes, Vik og Nordre Dal tingrett',
    'place Nes',
    'place Vik'
  ])
  t.same(found('[O Sparebank] 1 [L Nord-Norge] og SpareBank 1 SMN.'), [
    'organisation Sparebank 1 Nord-Norge',
    'organisation SpareBank 1 SMN'
  ])
  t.same(found('Dømt i [L Øst-Finnmark] tingrett.'), ['organisation Øst-Finnmark tingrett'])
  t.same(found('Ved [L Voss gymnas].'), ['organisation Voss gymnas'])
  t.same(found('[O EU]-kommisjonens leder og [O EU]-toppmøtet.'), [
    'organisation EU-kommisjonens',
    'organisation EU'
  ])
  t.same(found('I [L Trondheim] sier kommunen nei.'), ['place Trondheim'])
  t.end()
})

t.test('bodies of other kinds', (t) => {
  t.same(found('På [L Ullevaal] stadion, i [L Follo] fengsel.'), [
    'place Ullevaal stadion',
    'place Follo fengsel'
  ])
  t.same(found('Hun løp [L Bergen] maraton i [P Olav Kyrres] gate.'), [
    'event Bergen maraton',
    'place Olav Kyrres gate'
  ])
  t.same(found('[L Oslo] kommunes penger.'), ['organisation Oslo kommune'])
  t.same(found('[P Kari Lies] plass er her.'), ['place Kari Lies plass'])
  t.same(found('[P Kari Lie] plass.'), ['person Kari Lie'])
  t.same(found('Lederen av [O Stortingets] justiskomité.'), ['organisation Stortingets justiskomité'])
  t.same(found('[O Stortingets] beste komité.'), ['organisation Stortingets'])
  t.same(found('I [L Møre] og [L Romsdal].'), ['place Møre og Romsdal'])
  t.same(found('I [L Møre] og [L Trøndelag].'), ['place Møre', 'place Trøndelag'])
  t.same(found('Til Helse- og [O Omsorgsdepartementet].'), ['organisation Helse- og Omsorgsdepartementet'])
  t.end()
})

t.test('championships', (t) => {
  t.same(found('Han vant ski-[E VM] i Oslo.'), ['event ski-VM i Oslo'])
  t.same(found('Før [E EM] 2024 og [E OL] i 2026.'), ['event EM 2024', 'event OL'])
  t.same(found('Under [E OL] i [L Lake Placid] vant han.'), ['event OL i Lake Placid'])
  t.same(found('Hun spiller på [E Idyll] 2020!'), ['event Idyll 2020'])
  t.end()
})

t.test('nouns', (t) => {
  const { text, mentions } = marked(
    'Cruiseskipet «[O Havets Ro]» gikk inn. Om bord i [O Havets Ro] var 90.',
    0.7
  )
  const { mentions: read } = resolveArticle(text, mentions)
  t.same(
    read.map(({ type }) => type),
    ['product', 'product']
  )
  t.end()
})

t.test('titles', (t) => {
  t.same(found('Plakater der det sto «Nok er nok» og «[R Ned med rentene]».'), [])
  t.same(found('Romanen «Ute i [L Oslo]» er god.'), ['product Ute i Oslo'])
  t.same(found('«Krig og fred» av [P Lev Tolstoj].'), ['product Krig og fred', 'person Lev Tolstoj'])
  t.same(found('Hits som «Natt», «Dag i nord» og «Morgen» spilles.'), [
    'product Natt',
    'product Dag i nord',
    'product Morgen'
  ])
  t.same(found('Hun debuterte med «Stille natt» og fikk prisen for «Uro».'), [
    'product Stille natt',
    'product Uro'
  ])
  t.same(found('Han svarte kort: «[R Tull]». Filmen «[R Tull]» er ny.'), ['product Tull'])
  t.same(found('De ropte «Ut med alle» og «Ja til [L Oslo]».'), ['place Oslo'])
  t.same(found('I boka sier han: «Nå er det nok. Vi går.»'), [])
  t.end()
})

t.test('spans', (t) => {
  t.same(found('De møter [O Club Brugge i Europa League].'), [
    'organisation Club Brugge',
    'event Europa League'
  ])
  t.same(found('Det sa von der [P Leyen].'), ['person von der Leyen'])
  t.same(found('En fra [P Leyen].'), ['person Leyen'])
  t.end()
})

t.test('clubs', (t) => {
  t.same(found('[L Vik]-trener [P Kari Moe] bor i [L Vik].'), [
    'organisation Vik',
    'person Kari Moe',
    'place Vik'
  ])
  t.same(found('[L Norge]-treneren bor i [L Vik].'), ['place Norge', 'place Vik'])
  t.same(found('[E Eliteserien foran Vik] er over.'), ['event Eliteserien'])
  t.same(found('De spiller i [E Serie A.] Han er god.'), ['event Serie A'])
  const match = 'Kampen ga seier, poeng og mål for trener og spiller i serien. '
  t.same(found(`${match}[L Molde] møtte [L Genk]. Mot [L Genk] vant [L Molde], i [L Molde].`), [
    'organisation Molde',
    'organisation Genk',
    'organisation Genk',
    'organisation Molde',
    'place Molde'
  ])
  t.same(found(`${match}[L Norge] møtte [L Sverige].`), ['place Norge', 'place Sverige'])
  t.same(found('[L Molde] møtte [L Genk] om handel.'), ['place Molde', 'place Genk'])
  t.end()
})

t.test('names in small letters', (t) => {
  t.same(found('Bandet a-ha spiller, og a-has plate er ute. Ha-ha, sa de.'), [
    'organisation a-ha',
    'organisation a-has'
  ])
  t.same(resolveMarked('Da a-has plate kom.').entities, [
    { slug: 'a-ha', name: 'a-ha', type: 'organisation', mayBeGenitive: true }
  ])
  t.same(
    found('Gruppa al-Shabaab angrep, og [P Omar al-Bashir] flyktet. Al-Bashir er borte, sier al-Jazeera.'),
    ['organisation al-Shabaab', 'person Omar al-Bashir', 'person Al-Bashir', 'organisation al-Jazeera']
  )
  t.same(found('De bor i al-Hasakah.'), ['place al-Hasakah'])
  t.end()
})

t.test('titles and what stands before a role', (t) => {
  t.same(found('[P Hundefører Bjørg Lie] og [P Bonde Ola Moe] kom med [P Baker Hansen] og [P Dag Moe].'), [
    'person Bjørg Lie',
    'person Ola Moe',
    'person Baker Hansen',
    'person Dag Moe'
  ])
  t.same(found('Rødt-leder [P Kari Moe] kom. Krise-leder [P Ola Lie] kom. Rødt-vin er godt.'), [
    'organisation Rødt',
    'person Kari Moe',
    'person Ola Lie'
  ])
  t.same(found('[O Havbladet] vokser. Havbladet-redaktør [P Kari Moe] kom.'), [
    'organisation Havbladet',
    'organisation Havbladet',
    'person Kari Moe'
  ])
  const { entities } = resolveMarked(
    '[P Olav Moe Lie] traff kong [P Olav]. Da [P Jon Lie] kom, gikk [P Jon].'
  )
  t.same(
    entities.map(({ name }) => name),
    ['Olav Moe Lie', 'Olav', 'Jon Lie']
  )
  t.end()
})

t.test('owners', (t) => {
  t.same(found('[P Teslas Cybertruck] og [O Volvos EX90] ruller, sier [P Googles Sundar Pichai].'), [
    'organisation Teslas',
    'product Cybertruck',
    'organisation Volvos',
    'product EX90',
    'organisation Googles',
    'person Sundar Pichai'
  ])
  t.same(found('[O Apple Music] og [O Mattels Barbie].'), [
    'organisation Apple Music',
    'organisation Mattels Barbie'
  ])
  t.same(found('[P Kari Solbergs Havfisk] og [P Ola Maars Johnsen] og [P Siv Bergs Moen].'), [
    'person Kari Solbergs',
    'organisation Havfisk',
    'person Ola Maars Johnsen',
    'person Siv Bergs Moen'
  ])
  const names = resolveMarked(
    '[O Fjordlys] [P Kari Moe], [O Nordvinds] [P Ola Li] og [O Sykkelnews] [P Siv Bø].'
  )
  t.same(
    names.entities.map(({ name }) => name),
    ['Fjordlys', 'Kari Moe', 'Nordvind', 'Ola Li', 'Sykkelnews', 'Siv Bø']
  )
  t.end()
})

t.test('bodies that were passed over', (t) => {
  t.same(found('Barne- og familiedepartementet svarer. Det mener Helse- og omsorgsdepartementets råd.'), [
    'organisation Barne- og familiedepartementet',
    'organisation Helse- og omsorgsdepartementet'
  ])
  t.same(found('Den europeiske menneskerettsdomstolen i [L Strasbourg] og Det internasjonale pengefondet.'), [
    'organisation Den europeiske menneskerettsdomstolen',
    'place Strasbourg',
    'organisation Det internasjonale pengefondet'
  ])
  t.same(found('De forente nasjoner og Den europeiske unions råd'), [
    'organisation De forente nasjoner',
    'organisation Den europeiske union'
  ])
  t.same(found('Det europeiske markedet og den internasjonale handelen vokser.'), [])
  t.end()
})

t.test('behind nouns', (t) => {
  t.same(found('Fjellet Storhaugen og innsjøen Langvatnet. Selskapet Nordlys Invest AS vokser.'), [
    'place Storhaugen',
    'place Langvatnet',
    'organisation Nordlys Invest AS'
  ])
  t.same(found('I byen [P Kari Moe] kom fra, ligger fjellet. Selskapet vokser. Ønsket Ola'), [
    'person Kari Moe'
  ])
  t.end()
})

t.test('letters of artists', (t) => {
  t.same(found('Kong [P Karl] 16. [P Gustav] og pave [P Leo] 14. er her.'), [
    'person Karl 16. Gustav',
    'person Leo 14.'
  ])
  t.same(found('Kong [P Harald] 17. mai, og [P Kari] 16. plass.'), ['person Harald', 'person Kari'])
  t.same(found('[P Astrid] S og [P Malcolm] X, [P Kari] I dag og [P Ola] B. Moe'), [
    'person Astrid S',
    'person Malcolm X',
    'person Kari',
    'person Ola'
  ])
  t.same(
    resolveMarked('[P Astrid S] synger. [P Astrid Ss] plate.').entities.map(({ name }) => name),
    ['Astrid S']
  )
  t.end()
})

t.test('parents and children', (t) => {
  t.same(
    resolveMarked(
      '[P Ola Berg] møtte [P Ola Berg] jr. og [P Berg] senior, ikke [P Kari Lie] juniorlag.'
    ).entities.map(({ name }) => name),
    ['Ola Berg', 'Ola Berg jr.', 'Berg senior', 'Kari Lie']
  )
  t.end()
})

t.test('placards', (t) => {
  t.same(found('De bar plakater med teksten «Stans krigen nå».'), [])
  t.same(found('Hun skrev artikkelen «Stans krigen nå».'), ['product Stans krigen nå'])
  t.end()
})
