// - the form of a name tells its type: unions, newspapers, championships; what only looks alike is left alone
// - a municipality, a court or a hospital is the whole name and an organisation; the place alone stays a place
// - a competition behind a club is a name of its own, particles belong to the surname behind them
// - a town is a club where an article about sport lets it play; not in other articles, and not what lies *in* it

import t from 'tap'
import { resolveMarked } from './marked.js'

const found = (source: string): string[] => {
  const { text, mentions } = resolveMarked(source)
  return mentions.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`)
}

t.test('by form', (t) => {
  t.same(found('[L EU] vil til [L VM].'), ['organisation EU', 'event VM'])
  t.same(found('Det skriver [L Dagsavisen].'), ['organisation Dagsavisen'])
  t.same(found('[L Norge] og [O NRK].'), ['place Norge', 'organisation NRK'])
  t.end()
})

t.test('bodies', (t) => {
  t.same(found('[L Trondheim] kommune sier nei.'), ['organisation Trondheim kommune'])
  t.same(found('Dømt i [L Øst-Finnmark] tingrett.'), ['organisation Øst-Finnmark tingrett'])
  t.same(found('I [L Trondheim] sier kommunen nei.'), ['place Trondheim'])
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
