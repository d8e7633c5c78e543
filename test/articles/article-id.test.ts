// - the examples of the documentation hold
// - letters of Norwegian, Sámi and our neighbours become the nearest of A to Z, composed or not
// - an id is always URL-safe: it stands in a URL as it is
// - to make an id of an id changes nothing
// - a name that is URL-safe already is its own id
// - an empty id, dots that a URL would resolve away, and more than 200 characters are faults

import fc from 'fast-check'
import t from 'tap'
import { idFault, urlSafeId } from '../../src/articles/article-id.js'

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('aZ0-._~ /æÆøåłŋ«»–é\u0301記')) })
)
const safeName = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019._~-')) })

t.test('examples', (t) => {
  const examples = {
    '002_f94d': '002_f94d',
    'Ærlig på Ås': 'Aerlig-pa-As',
    'møte – «del 2»': 'mote-del-2',
    'a--b': 'a--b',
    記事: '',
    'Kárášjohka ja Deatnu': 'Karasjohka-ja-Deatnu',
    'Ŧ og đ': 'T-og-d',
    ['blåbær'.normalize('NFD')]: 'blabaer',
    '2019/11/28': '2019-11-28',
    'a - b': 'a-b',
    '100 %': '100'
  }
  for (const [name, id] of Object.entries(examples)) t.equal(urlSafeId(name), id, name)
  t.end()
})

t.test('any name', (t) => {
  fc.assert(
    fc.property(anyName, (name) => {
      const id = urlSafeId(name)
      return encodeURIComponent(id) === id && /^[\w.~-]*$/.test(id) && urlSafeId(id) === id
    })
  )
  fc.assert(fc.property(safeName, (name) => urlSafeId(name) === name))
  t.end()
})

t.test('an id without fault is a path segment that a URL keeps', (t) => {
  fc.assert(
    fc.property(anyName.map(urlSafeId), (id) => {
      fc.pre(idFault(id) === undefined)
      return new URL(`http://localhost/v1/articles/${id}/quotes`).pathname === `/v1/articles/${id}/quotes`
    })
  )
  t.end()
})

t.test('faults', (t) => {
  for (const id of ['', '.', '..', 'a'.repeat(201)]) t.type(idFault(id), 'string', `"${id.slice(0, 5)}"`)
  for (const id of ['a', '...', '-', 'a'.repeat(200)]) t.equal(idFault(id), undefined, `"${id.slice(0, 5)}"`)
  t.end()
})
