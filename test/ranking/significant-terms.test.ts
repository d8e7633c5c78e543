// What tells an article from others:
//
// - in a collection of two articles, which cannot show it, a word of their topic tells more than a word of any text
// - what an article has in common with itself counts what no other has too, so two texts that share little score low
// - words that no other article has, stop words and numbers tell nothing that ties
// - the commonness of a word is the share of Norwegian texts that have it: 0 of what they do not have, at most 1

import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { significantTermsOf } from '../../src/ranking/significant-terms.js'
import { indexOf } from '../segment/collection.js'

t.test('a word of the topic before words of any text', async (t) => {
  const index = await indexOf({
    a: { title: 'Sunnmøre', text: 'Noen har nok gjort ting som kommer ved en hengebro i 2019, og et fjell.' },
    b: { title: 'Hardanger', text: 'Det kommer nok en hengebro, og ting blir gjort der i 2019, langs elva.' }
  })
  const { terms } = significantTermsOf(index, 0)
  const words = terms.map(({ word }) => index.vocabulary.word(word))
  t.equal(words[0], 'hengebro', 'the texts are about it')
  t.same([...words].sort(), ['gjort', 'hengebro', 'kommer', 'nok', 'ting'], 'what both have')
  t.ok(terms[0]!.weight > 1.5 * terms[1]!.weight)
})

t.test('what an article has alone is part of what it is about', async (t) => {
  const shared = 'Det kommer en hengebro.'
  const alone = await indexOf({ a: { title: 'Bro', text: shared }, b: { title: 'Bro', text: shared } })
  const more = await indexOf({
    a: { title: 'Bro', text: `${shared} Laksen rømte fra merdene ved Frøya, og fiskerne fanget den i garn.` },
    b: { title: 'Bro', text: shared }
  })
  t.equal(significantTermsOf(more, 0).terms.length, significantTermsOf(alone, 0).terms.length)
  t.ok(significantTermsOf(more, 0).self > 1.5 * significantTermsOf(alone, 0).self)
})

t.test('commonness', (t) => {
  const { commonness } = loadModels()
  t.ok(commonness('og') > 0.95)
  t.ok(commonness('og') > commonness('kommer') && commonness('kommer') > commonness('rapport'))
  t.equal(commonness('hengebroxyz'), 0)
  t.equal(commonness(''), 0)
  t.end()
})
