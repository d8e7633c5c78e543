// - a surname behind what people of a family call each other means whom the article calls so by a full name
// - where it calls nobody so, the surname means nobody known: not the one who has it alone
// - a first name behind such a word means who it meant before

import t from 'tap'
import { grouped } from './marked.js'

t.test('relatives', (t) => {
  const source = '[P Ole Moe] vant. Far og manager [P Per Moe] smilte. Heia, sa pappa [P Moe].'
  t.same(grouped(source), { 'ole-moe': ['Ole Moe'], 'per-moe': ['Per Moe', 'Moe'] })
  t.same(grouped('[P Ole Moe] vant. Heia, sa mamma [P Moe]. [P Moe] gikk.'), {
    'ole-moe': ['Ole Moe', 'Moe'],
    moe: ['Moe']
  })
  t.same(grouped('[P Ole Moe] vant. Det sa søster [P Kari].'), { 'ole-moe': ['Ole Moe'], kari: ['Kari'] })
  t.end()
})
