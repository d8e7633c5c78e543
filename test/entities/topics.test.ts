// - a word tells of its topics, also as the end of a compound; the end of another word does not
// - a text full of a topic's words has a high level of it, one without has none, and only sentences near count
// - a single word makes no topic

import t from 'tap'
import { DocumentTopics, TOPICS, topicsOf } from '../../src/entities/recogniser/topics.js'

t.test('words', (t) => {
  t.equal(topicsOf('Kampen'), topicsOf('kampen'))
  t.equal(topicsOf('fotballkampen'), topicsOf('kampen'))
  t.ok(topicsOf('selskapet') > 0)
  t.not(topicsOf('selskapet'), topicsOf('kampen'))
  for (const word of ['spørsmål', 'hus', '', 'x']) t.equal(topicsOf(word), 0, word)
  t.end()
})

t.test('levels', (t) => {
  const sentence = (words: string) => words.split(' ').map((word) => ({ topics: topicsOf(word) }))
  const sport = sentence('kampen ga seier og poeng for laget og treneren i serien')
  const plain = sentence('det er en lang dag i dag og det er fint ute nå')
  const levels = (sentences: (typeof sport)[], at: number) => new DocumentTopics(sentences).levels(at)
  const [ofSport = 0, ...others] = levels(Array<typeof sport>(8).fill(sport), 3)
  t.ok(ofSport >= 4)
  t.equal(others.length, TOPICS - 1)
  t.same(levels(Array<typeof sport>(8).fill(plain), 0), [0, 0, 0, 0])
  t.same(levels([sport, ...Array<typeof sport>(60).fill(plain)], 40), [0, 0, 0, 0], 'far away')
  t.ok(levels([sentence('kampen')], 0)[0]! < 3)
  t.end()
})
