/*
 * The name that was meant:
 * - it is the nearest one, where few of its letters differ; letters that have changed places count once, case nothing;
 * - no name is meant by what is far from all;
 * - all names are ordered by how near they are.
 */
import t from 'tap'
import { byNearness, nearestOf } from '../../src/structures/nearest.js'

const NAMES = ['title', 'size', 'snippetLength', 'port', 'key']

t.test('the name that was meant', (t) => {
  for (const [given, name] of [
    ['titel', 'title'],
    ['TITLE', 'title'],
    ['sise', 'size'],
    ['snippetLenght', 'snippetLength'],
    ['prot', 'port'],
    ['kye', 'key'],
    ['xyzzy', undefined],
    ['', undefined],
    ['a'.repeat(10_000), undefined]
  ] as const)
    t.equal(nearestOf(given, NAMES), name, given.slice(0, 20))
  t.equal(nearestOf('title', []), undefined)
  t.end()
})

t.test('all names by nearness', (t) => {
  t.strictSame(byNearness('sze', ['title', 'port', 'size']), ['size', 'title', 'port'])
  t.end()
})
