// - a title is marked by the same matches as a text: inflections, parts of compounds, phrases
// - highlights slice to what is marked, and the HTML is escaped
// - a hit says where only its title matches; without words there is nothing to mark

import t from 'tap'
import { search } from '../../src/engine/memory/search.js'
import { indexOf, request } from '../segment/collection.js'

const index = await indexOf({
  both: { title: 'Ny skole & "hall" åpnet', text: 'Skolen åpnet i dag.' },
  title: { title: 'Barneskolen', text: 'Elevene kom i dag.' },
  text: { title: 'I dag', text: 'Skolen åpnet.' }
})

const hitsFor = (q: string) => new Map(search(index, request(q)).hits.map((hit) => [hit.id, hit] as const))

t.test('marks', (t) => {
  const hits = hitsFor('skole')
  t.match(hits.get('both'), {
    titleHtml: 'Ny <mark>skole</mark> &amp; &quot;hall&quot; åpnet',
    titleHighlights: [{ start: 3, end: 8 }]
  })
  t.match(hits.get('title'), { titleHtml: 'Barne<mark>skolen</mark>', titleOnly: true })
  t.match(hits.get('text'), { titleHtml: 'I dag', titleHighlights: [] })
  t.notOk('titleOnly' in hits.get('both')! || 'titleOnly' in hits.get('text')!)
  t.end()
})

t.test('phrases, and no words', (t) => {
  t.match(hitsFor('"ny skole"').get('both'), {
    titleHtml: /<mark>Ny<\/mark> <mark>skole<\/mark>/,
    titleOnly: true
  })
  t.notOk('titleHtml' in hitsFor('').get('both')!)
  t.end()
})
