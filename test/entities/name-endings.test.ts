// - the last or the first word of a name tells its type: a stadium, an airport, a firm, a race; a church body is none
// - a list that was read as one name is divided, and one name written many times; a firm of partners is not
// - an office joins the place where it sits; another name does not
// - what happens at a place and who governs it show that the name before the hyphen is one, where that was unsure
// - a title takes in all of a name of several words
// - a king has his number and no title in his name; who is named in full is found by the surname too
// - where somebody with a title works is an organisation, and an end tells of races and prizes, where that was a guess
// - a festival or a race with a hyphen is an event, unless the recogniser knows the name before the hyphen
// - a noun tells the type of the name behind it at the beginning of a sentence too

import t from 'tap'
import { correct } from '../../src/entities/article/corrections.js'
import { marked, resolveMarked } from './marked.js'

const found = (source: string): string[] => {
  const { text, mentions } = resolveMarked(source)
  return mentions.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)
}

/** As the recogniser finds names that it is not sure of. */
const unsure = (source: string): string[] => {
  const { text, mentions } = marked(source, 0.6)
  return correct(text, mentions).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)
}

t.test('endings', (t) => {
  t.same(found('[O Celtic Park] er full.'), ['place Celtic Park'])
  t.same(found('[O Moss lufthavn Rygge] åpner.'), ['place Moss lufthavn Rygge'])
  t.same(found('[P Olav Berg Gruppen] vokser.'), ['organisation Olav Berg Gruppen'])
  t.same(found('Tour de [O Ski] starter.'), ['event Tour de Ski'])
  t.same(found('[O Den norske kirke] og [O Nordic Choice Hotels] vokser.'), [
    'organisation Den norske kirke',
    'organisation Nordic Choice Hotels'
  ])
  t.end()
})

t.test('festivals with a hyphen', (t) => {
  t.same(unsure('Bukta-festivalens åpning og Moe-rennet, men ikke festivalen eller vin-messen.'), [
    'event Bukta-festivalen',
    'event Moe-rennet'
  ])
  t.same(unsure('[L Oslo]-løpet går i [L Oslo].'), ['place Oslo', 'place Oslo'])
  t.same(found('[L Cannes]-festivalen og NM-cupen i Oslo-festivalbyen.'), ['place Cannes'])
  const { text, mentions } = marked('Vi er på [P Øya]-festivalen i [L Oslo].', 0.4)
  t.match(correct(text, mentions), [{ type: 'event' }, { type: 'place' }])
  t.end()
})

t.test('ends of words, where the recogniser guesses', (t) => {
  t.same(unsure('[P Vikrennet], [L Nesuka] og [O Moeprisen].'), [
    'event Vikrennet',
    'event Nesuka',
    'product Moeprisen'
  ])
  t.same(found('[O Vikrennet] går godt.'), ['organisation Vikrennet'])
  t.end()
})

t.test('where somebody works', (t) => {
  t.same(unsure('Salgssjef [P Kari Moe] i [L Vik] og ordfører [P Per Lie] i [L Nes].').slice(1), [
    'organisation Vik',
    'person Per Lie',
    'place Nes'
  ])
  t.end()
})

t.test('kings and popes', (t) => {
  t.same(
    found('[P Ptolemaios] II Soter og [P Filip] V kom. [P Kari] i Oslo. [P Ola] I dag er [P Kong Olav] her.'),
    ['person Ptolemaios II Soter', 'person Filip V', 'person Kari', 'person Ola', 'person Olav']
  )
  t.end()
})

t.test('surnames of who is named in full', (t) => {
  t.same(
    found('[P Bård Finne] løp. Finne er rask. I dag scoret Finne. Finne en vei er lett. Ole Finne så på.'),
    ['person Bård Finne', 'person Finne', 'person Finne']
  )
  t.end()
})

t.test('a name over and over', (t) => {
  const { entities, mentions } = resolveMarked(`[P ${Array(50).fill('Kari Moe').join(' ')}]`)
  t.equal(mentions.length, 50)
  t.same(
    entities.map(({ name }) => name),
    ['Kari Moe']
  )
  t.end()
})

t.test('lists and seats', (t) => {
  t.same(found('[O Elbua, Kraft] og [O Ikea].'), [
    'organisation Elbua',
    'organisation Kraft',
    'organisation Ikea'
  ])
  t.same(found('[O Berg, Moe & Lie] vant.'), ['organisation Berg, Moe & Lie'])
  t.same(found('[O Byfogden] i [L Oslo] sa nei.'), ['organisation Byfogden i Oslo'])
  t.same(found('[O Orkla] i [L Oslo] sa nei.'), ['organisation Orkla', 'place Oslo'])
  t.end()
})

t.test('compounds', (t) => {
  t.same(unsure('[O Mehamn]-drapet er oppklart.'), ['place Mehamn'])
  t.same(unsure('[O Orkla]-sjefen er borte.'), ['organisation Orkla'])
  t.same(found('[O Mehamn]-drapet er oppklart.'), ['organisation Mehamn'], 'it was sure')
  const { text, mentions } = resolveMarked('[O TV 2]-sjef [P Kari Moe] kom.')
  const { role } = mentions[1]!
  t.equal(role && text.slice(role.start, role.end), 'TV 2-sjef')
  t.end()
})

t.test('nouns before names', (t) => {
  t.same(
    found('Det sa NRK-kommentator [O Kari Moe].'),
    ['organisation NRK', 'person Kari Moe'],
    'though it was sure'
  )
  t.same(found('Det sa kandidat [O Alta Høyre].'), ['organisation Alta Høyre'])
  t.same(unsure('Appen [O Vips] er nede.'), ['product Vips'])
  t.same(unsure('De bodde på hotellet [O Havet].'), ['place Havet'])
  t.same(unsure('Hos [O Vips] er alt nede.'), ['organisation Vips'])
  t.end()
})
