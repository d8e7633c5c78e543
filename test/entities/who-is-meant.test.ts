// In one article
// - a first name in a heading is the person's whose full name stands below it; not who reigns, nor in the text
// - a first name that a family word says to be somebody else's is not the person's, nor is a farm that is called alike
// - a body of another state is not Norway's by the same name

import t from 'tap'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import { grouped, marked, resolveMarked } from './marked.js'

t.test('a first name in a heading', (t) => {
  const gyro = { 'gyro-dale': ['Gyro', 'Gyro Dale', 'Gyro'] }
  t.same(grouped('[P Gyro] vant gull\n\n[P Gyro Dale] jublet.\n– Ja, sier [P Gyro].'), gyro)
  t.same(grouped('Slik tok [P Gyro] (9) gullet\n\nOm vinteren kom [P Gyro Dale]. [P Gyro] lo.'), gyro)
  t.same(
    grouped('Festen er over\n\nSlik vart [P Gyro] redda\n\nOm vinteren kom [P Gyro Dale]. [P Gyro] lo.'),
    gyro,
    'a heading further down'
  )
  t.same(
    grouped('Kong [P Harald] kom til bygda\n\n[P Harald Eia] var der.'),
    { harald: ['Harald'], 'harald-eia': ['Harald Eia'] },
    'who reigns'
  )
  const apart = { gyro: ['Gyro'], 'gyro-dale': ['Gyro Dale'] }
  t.same(grouped('[P Gyro] vant gull og møtte [P Gyro Dale]'), apart, 'both in one heading')
  t.same(grouped('Festen er over\n\nDer var [P Gyro] først.\n[P Gyro Dale] kom sist.'), apart, 'in the text')
  t.end()
})

t.test('a first name in a family', (t) => {
  t.same(
    grouped(
      'Faren, [P Ola K. Moe], spilte. Knut etterlater borna [P Siv], [P Ola] og [P Kari]. [P Ola] er 40.'
    ),
    { 'ola-k-moe': ['Ola K. Moe'], siv: ['Siv'], ola: ['Ola', 'Ola'], kari: ['Kari'] }
  )
  t.same(
    grouped('Sønnen [P Ola Moe] (12) sover. Hun er glad i sønnen [P Ola].'),
    { 'ola-moe': ['Ola Moe', 'Ola'] },
    'called the same'
  )
  t.same(
    grouped('[P Ola Moe] (12) sover. Mor er stolt av sønnen [P Ola].'),
    { 'ola-moe': ['Ola Moe', 'Ola'] },
    'called nothing'
  )
  t.end()
})

t.test('a farm', (t) => {
  const { text, mentions } = marked('[P Knut Sata] ble født på garden [L Sata]. [P Sata] spilte.')
  const unsure = mentions.map((one) => (one.type === 'place' ? { ...one, confidence: 0.3 } : one))
  const found = resolveArticle(text, unsure)
  t.same(
    found.mentions.map(({ entity }) => found.entities[entity]!.name),
    ['Knut Sata', 'Sata', 'Knut Sata']
  )
  t.same(
    found.entities.map(({ type }) => type),
    ['person', 'place']
  )
  t.end()
})

t.test('bodies of other states', (t) => {
  const names = (source: string): string[] => resolveMarked(source).entities.map(({ name }) => name)
  t.same(names('Amerikansk høyesterett får saken. [O Høyesterett] har ni dommere.'), [
    'Amerikansk høyesterett'
  ])
  t.same(names('Det russiske utanriksdepartementet svarte. [O Utanriksdepartementet] er kort.'), [
    'Russisk utanriksdepartementet'
  ])
  t.same(names('[L Polens] [O Høyesterett] sa nei. [O Høyesterett] er klar.'), [
    'Polen',
    'Polens høyesterett'
  ])
  t.same(names('[O Høyesterett] sa nei. Amerikansk høyesterett sa ja.'), ['Høyesterett'])
  t.same(names('Svensk høyesterett sa ja. Norsk [O Høyesterett] sa nei.'), ['Høyesterett'])
  t.end()
})
