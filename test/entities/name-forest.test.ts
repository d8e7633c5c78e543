// Names that stand for other names
// - a name's head is where its links end, or the first by its text of a ring that they end in, whatever was asked
//   before
// - a join makes all that ended at one head end at the other, and changes nothing else
// - a chain or ring of very many names is followed as any other

import fc from 'fast-check'
import t from 'tap'
import { Interner } from '../../src/structures/interner.js'
import { NameForest } from '../../src/entities/catalogue/name-forest.js'

const interner = (texts: Iterable<string>): Interner => {
  const names = new Interner()
  for (const text of texts) names.add(text)
  return names
}

const TEXTS = ['h', 'b', 'f', 'a', 'g', 'c', 'e', 'd']
const anyName = fc.nat(TEXTS.length - 1)
const anyPairs = fc.array(fc.tuple(anyName, anyName), { maxLength: 12 })

/** By the definition, without haste. */
const headOf = (links: ReadonlyMap<number, number>, name: number): number => {
  const way = [name]
  for (let at = links.get(name); at !== undefined; at = links.get(at)) {
    if (way.includes(at)) {
      const ring = way.slice(way.indexOf(at))
      return ring.reduce((first, one) => (TEXTS[one]! < TEXTS[first]! ? one : first))
    }
    way.push(at)
  }
  return way.at(-1)!
}

t.test('heads', (t) => {
  fc.assert(
    fc.property(anyPairs, fc.array(anyName), anyPairs, (set, asked, joined) => {
      const links = new NameForest(interner(TEXTS))
      const known = new Map<number, number>()
      for (const [name, target] of set) {
        links.set(name, target)
        if (name !== target) known.set(name, target)
      }
      for (const name of asked) t.equal(links.head(name), headOf(known, name))
      let heads = TEXTS.map((_, name) => headOf(known, name))
      for (const [one, other] of joined) {
        const [head, target] = [links.head(one), links.head(other)]
        links.join(head, target)
        heads = heads.map((each) => (each === head ? target : each))
        t.same(
          TEXTS.map((_, name) => links.head(name)),
          heads
        )
      }
    })
  )
  t.end()
})

t.test('very long chains and rings', (t) => {
  const size = 50_000
  const texts = interner(Array.from({ length: size }, (_, i) => String(size + i)))
  const chain = new NameForest(texts)
  for (let i = 0; i + 1 < size; i++) chain.join(i, i + 1)
  const ring = new NameForest(texts)
  for (let i = 0; i < size; i++) ring.set(i, (i + 1) % size)
  for (let i = 0; i < size; i++) {
    if (chain.head(i) !== size - 1) t.fail(`chain ${i}`)
    if (ring.head(i) !== 0) t.fail(`ring ${i}`)
  }
  t.end()
})
