import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { fileOf, readConll } from '../../tools/conll.js'

// Properties:
// - a blank line ends a sentence, `# doc =` begins a document; the last sentence needs no blank line
// - the form is the first column and the tag the last, however many lie between
// - the mark of a line break, `|` last in a sentence, is left out; a `#` or `|` elsewhere is a form
// - a file without documents is one document

const read = (t: Test, text: string) => {
  const file = join(t.testdir(), 'x.conll')
  writeFileSync(file, text)
  return readConll(file).map(({ name, sentences }) => ({
    name,
    sentences: sentences.map(({ forms, labels }) => forms.map((form, i) => `${form}/${labels[i]!}`).join(' '))
  }))
}

t.test('documents and sentences', (t) => {
  const text =
    '# doc = a_0\nOla\tOla\tsubst\tprop\tB-PER\nLi\tLi\tsubst\tprop\tI-PER\n|\t$|\tclb\t_\tO\n\n# doc = b_0\n#\tO\n|\tO\nOslo\tB-GPE_LOC'
  t.same(read(t, text), [
    { name: 'a_0', sentences: ['Ola/1 Li/2'] },
    { name: 'b_0', sentences: ['#/0 |/0 Oslo/7'] }
  ])
  t.end()
})

t.test('without documents', (t) => {
  t.same(read(t, 'Ja\tO\r\n\r\n\r\nNRK\tB-ORG\r\n'), [{ name: '', sentences: ['Ja/0', 'NRK/3'] }])
  t.same(read(t, ''), [])
  t.equal(fileOf('ap001_0003'), 'ap001')
  t.end()
})
