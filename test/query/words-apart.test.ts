// - a compound that is typed as two words finds what has it as one, in any inflection; the answer says so
// - not where the articles have the words side by side more often, where the compound is a name, or in quotation marks
// - operators and signs between the words keep them apart; compounds=false too

import t from 'tap'
import { search } from '../../src/engine/memory/search.js'
import { indexOf, matching, request } from '../segment/collection.js'

const news = await indexOf({
  minister: 'Statsministeren svarte ikke.',
  nursery: 'Alle barnehagene er åpne.',
  football: 'Fotball er gøy.',
  apart: 'En rød vin og rød vin og rød vin.',
  wine: 'Rødvin til maten.',
  name: 'Vi møtte Solberg og Solberg.'
})

t.test('typed apart', (t) => {
  t.same(matching(news, 'stats minister'), ['minister'])
  t.same(matching(news, 'barne hage'), ['nursery'])
  t.same(matching(news, 'fot ball'), ['football'])
  const { query, hits } = search(news, request('barne hage'))
  for (const { expansions = [] } of query.terms)
    t.match(
      expansions.find(({ term }) => term === 'barnehage'),
      { kind: 'compound' }
    )
  t.match(hits[0]!.snippets[0]!.html, /<mark>barnehagene<\/mark>/)
  t.end()
})

t.test('what is no compound', (t) => {
  const expanded = (q: string, term: string): boolean =>
    search(news, request(q)).query.terms.some(({ expansions = [] }) =>
      expansions.some((one) => one.term === term && one.weight > 0.5)
    )
  t.ok(expanded('barne hage', 'barnehage'))
  t.notOk(expanded('rød vin', 'rødvin'))
  t.notOk(expanded('sol berg', 'solberg'))
  t.notOk(expanded('barne AND hage', 'barnehage'))
  t.notOk(expanded('barne +hage', 'barnehage'))
  t.same(matching(news, '"fot ball"'), [])
  t.same(matching(news, 'fot ball', { compounds: false }), [])
  t.end()
})
