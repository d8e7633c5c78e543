// Where the recogniser guessed
// - what lies west of something, whom somebody is from, and a list of towns are places
// - who is spoken to is a newspaper; what has players or shares, and what begins a firm's name, is no person
// - roads by their numbers are places, models of cars and the like products, shipyards and such firms organisations

import t from 'tap'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import { marked } from './marked.js'

const guessed = (source: string, confidence = 0.5): string[] => {
  const { text, mentions } = marked(source, confidence)
  return resolveArticle(text, mentions).mentions.map(
    ({ type, start, end }) => `${type} ${text.slice(start, end)}`
  )
}

t.test('places by what stands before them', (t) => {
  t.same(guessed('De lå vest av [O Stad].'), ['place Stad'])
  t.same(guessed('De kjøpte vest av [O Stad Invest].', 0.9), ['organisation Stad Invest'])
  t.same(guessed('Jeg er fra [O Briskeby], ler hun.'), ['place Briskeby'])
  t.same(guessed('Jeg er fra [O Evig Poesi], ler hun.'), ['organisation Evig Poesi'])
  t.same(guessed('[P Siv Moe] (71) frå [P Orkanger] ventar.'), ['person Siv Moe', 'place Orkanger'])
  t.same(guessed('I bygdene [L Vik], [L Moe] og [P Ålvik] bur dei. [P Lie] lo.', 0.9), [
    'place Vik',
    'place Moe',
    'place Ålvik',
    'person Lie'
  ])
  t.same(guessed('Kollaps i [R Saint Louis].'), ['place Saint Louis'])
  t.same(guessed('De kom inn via [P Kerem Shalom].', 0.9), ['place Kerem Shalom'])
  t.same(guessed('Det spres via [P Kari Moe] og [P Beethoven].', 0.9), [
    'person Kari Moe',
    'person Beethoven'
  ])
  t.same(guessed('De møttes på [O Harestuvatnet].'), ['place Harestuvatnet'])
  t.same(guessed('[O Blåfjellet] tapte kampen i Eliteserien.'), ['organisation Blåfjellet'], 'a club')
  t.end()
})

t.test('newspapers, teams and firms', (t) => {
  t.same(guessed('– Ja, seier ho til [L Hordaland].', 1), ['organisation Hordaland'])
  t.same(guessed('– Ja, sier ordfører [P Siv Moe] til [L Nordlys].', 1), [
    'person Siv Moe',
    'organisation Nordlys'
  ])
  t.same(guessed('Hun sier hun reiser til [L Hordaland]. [P Siv Moe] dro til [L Voss].', 1), [
    'place Hordaland',
    'person Siv Moe',
    'place Voss'
  ])
  t.same(guessed('Heroic-spilleren legger opp. [P Heroic] møter [P Vitality].'), [
    'organisation Heroic',
    'organisation Heroic',
    'person Vitality'
  ])
  t.same(guessed('[P Norvella] går bra. [O Norvella Seafood ASA] tjente penger.'), [
    'organisation Norvella',
    'organisation Norvella Seafood ASA'
  ])
  t.same(guessed('[P Moe] går bra. [O Moe Seafood ASA] eies av [P Kari Moe].').slice(0, 1), ['person Moe'])
  t.same(guessed('[P Ulstein Verft] bygger skip. [P Robin Energi] sover.', 1), [
    'organisation Ulstein Verft',
    'person Robin Energi'
  ])
  t.same(guessed('Arrangør [E Live Nation] sier nei. Arrangør [P Kari Moe] sier ja.'), [
    'organisation Live Nation',
    'person Kari Moe'
  ])
  t.end()
})

t.test('roads and models', (t) => {
  t.same(guessed('De stengte E134 og [O E16] ved E 6. Det skriver E24 og [O E24].'), [
    'place E134',
    'place E16',
    'place E 6',
    'organisation E24'
  ])
  t.same(guessed('En [O Audi A6] og en [O Tikka T3x] ble inndratt på [O Radio P4], sa [O Norge U21].'), [
    'product Audi A6',
    'product Tikka T3x',
    'organisation Radio P4',
    'organisation Norge U21'
  ])
  t.same(guessed('Svaret kom fra [O ChatGPT].'), ['product ChatGPT'])
  t.end()
})
