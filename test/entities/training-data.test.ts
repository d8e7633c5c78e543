import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { withCapitals } from '../../train/entities/capitals.js'
import { readFurtherNews } from '../../train/entities/further-news.js'
import { LISTS, readPublicNames } from '../../train/entities/public-names.js'

// Properties:
// - a name of one word has its list's bit; the words of a longer one have two others, for the first word and for the
//   rest
// - a name in several lists has the bits of all; digits are alike; lines with # and words in small letters count for
//   nothing
// - a file that no list is named after is refused
// - further news: a line is an article with its names; a line that is none, or an article without a text, is refused
// - some sentences get their names in capitals, the others and all labels stay as they are

const folder = (t: Test, lists: Record<string, string>): string => {
  const path = join(t.testdir(), 'names')
  mkdirSync(path)
  for (const list of new Set([
    ...LISTS.filter((list) => list !== 'abbreviations'),
    'clubs',
    ...Object.keys(lists)
  ]))
    writeFileSync(join(path, `${list}.txt`), lists[list] ?? '# none\n')
  return path
}

t.test('lists', (t) => {
  const names = readPublicNames(
    folder(t, {
      countries: '# Not This\nNorge New_Zealand\n',
      teams: 'Odd Norge Schalke_04 Kings_of_Convenience Den_lille_Odd',
      'first-names': 'Odd\nBo'
    })
  )
  const bit = (form: string): number => names.get(form) ?? 0
  t.equal(bit('Norge'), (1 << LISTS.indexOf('countries')) | (1 << LISTS.indexOf('teams')))
  t.equal(bit('Bo'), 1 << LISTS.indexOf('first-names'))
  t.ok(bit('IKT') > 0, 'what is no name has a list of its own')
  t.ok(bit('New') > 0 && bit('Zealand') > 0)
  t.equal(new Set(['New', 'Zealand', 'Kings', 'Convenience', 'Norge'].map(bit)).size, 5)
  t.equal(bit('Kings'), bit('Den'), 'the first word of a longer name')
  t.equal(bit('Odd') & bit('Convenience'), bit('Convenience'), 'a further word of a longer name')
  for (const form of ['Not', 'This', 'of', 'lille', '04', 'constructor']) t.equal(bit(form), 0, form)
  t.throws(() => readPublicNames(folder(t, { rivers: 'Glomma' })), /LISTS does not name rivers/)
  t.end()
})

t.test('capitals', (t) => {
  const sentence = { forms: ['Kari', 'bor', 'i', 'Oslo'], labels: Uint8Array.of(1, 0, 0, 7) }
  const document = { name: 'a_0', sentences: Array.from({ length: 1000 }, () => sentence) }
  const texts = withCapitals(document).sentences.map(({ forms }) => forms.join(' '))
  const loud = texts.filter((text) => text === 'KARI bor i OSLO').length
  t.ok(loud > 0 && loud < 100)
  t.equal(texts.filter((text) => text === 'Kari bor i Oslo').length, 1000 - loud)
  t.ok(withCapitals(document).sentences.every(({ labels }) => labels === sentence.labels))
  t.same(withCapitals(document), withCapitals(document))
  t.end()
})

t.test('further news', (t) => {
  const texts = join(t.testdir({ 'texts.jsonl': '{"id":"a","text":"Odd slo Moss."}\n' }), 'texts.jsonl')
  const read = (line: string) => {
    const file = join(t.testdir({ 'names.tsv': `# id, names\n${line}\n` }), 'names.tsv')
    writeFileSync(texts, '{"id":"a","text":"Odd slo Moss."}\n')
    return readFurtherNews(file, texts)
  }
  t.same(read('a\t0+3o 8+4l'), [
    {
      id: 'a',
      text: 'Odd slo Moss.',
      mentions: [
        { start: 0, end: 3, type: 'organisation' },
        { start: 8, end: 12, type: 'place' }
      ]
    }
  ])
  t.throws(() => read('b\t0+3o'), /lacks the article "b"/)
  t.throws(() => read('a\t0-3o'), /"0-3o" in the article "a" is no name/)
  t.end()
})
