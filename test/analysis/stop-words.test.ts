// - words of grammar stop in bokmål and nynorsk alike
// - words of content do not, not even short and frequent ones
// - the word is in lower case

import t from 'tap'
import { isStopWord } from '../../src/analysis/text/stop-words.js'

t.test('stop words', (t) => {
  for (const word of 'og i på det som er ikke ikkje jeg eg hva kva hun ho fra frå å'.split(' '))
    t.ok(isStopWord(word), word)
  for (const word of 'bra tid regjering oslo ikt ny mål 2015 si Og'.split(' '))
    t.notOk(isStopWord(word), word)
  t.notOk(isStopWord(''))
  t.end()
})
