// - spellings are those of a plain reading that puts every one together: the same, in the same order, equally likely
// - a stretch that no aligned word has shown stays as it is

import fc from 'fast-check'
import t from 'tap'
import { Correspondences } from '../../src/analysis/variants/correspondences.js'
import { respell } from '../../src/analysis/variants/respelling.js'

const BEAM = 8
const LEAST = Math.log(0.005)
const UNSEEN = -1

type Scores = Map<string, number>

/** The likeliest first; of those that are equally likely, what was found first. */
const strongest = (scores: Scores): [string, number][] => {
  const best = Math.max(...scores.values())
  return [...scores]
    .filter(([, score]) => score >= best + LEAST)
    .sort((a, b) => b[1] - a[1])
    .slice(0, BEAM)
}

/** As `respell`, with every spelling as a string in a map. */
const plainly = (word: string, correspondences: Correspondences): { word: string; weight: number }[] => {
  const marked = `^${word}$`
  const all: Scores[] = Array.from({ length: marked.length + 1 }, () => new Map<string, number>())
  const add = (end: number, before: readonly [string, number][], letters: string, more: number): void => {
    const scores = all[end]!
    for (const [beginning, so] of before) {
      const score = so + more
      if (score < Math.max(...scores.values()) + LEAST) return
      scores.set(beginning + letters, Math.max(score, scores.get(beginning + letters) ?? -Infinity))
    }
  }
  all[0]!.set('', 0)
  for (let start = 0; start < marked.length; start++) {
    const before = strongest(all[start]!)
    correspondences.forEachAt(marked, start, (counterparts, end) => {
      for (const { to, score } of counterparts) add(end, before, to, score)
    })
    if (all[start + 1]!.size === 0) add(start + 1, before, marked[start]!, UNSEEN)
  }
  return strongest(all[marked.length]!).map(([spelling, score]) => ({
    word: spelling.slice(1, -1),
    weight: Math.exp(score)
  }))
}

const letters = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'e'), minLength: least, maxLength: most })

/** Few letters, short stretches and few different scores: many ways to one spelling, many equally likely. */
const lines = fc.uniqueArray(
  fc.record({
    from: letters(1, 3),
    to: fc.array(fc.tuple(letters(0, 3), fc.constantFrom(5, 10, 70, 300)), { minLength: 1, maxLength: 4 })
  }),
  { selector: ({ from }) => from, maxLength: 20 }
)

t.test('a plain reading', (t) => {
  fc.assert(
    fc.property(lines, letters(1, 12), (stretches, word) => {
      const text = stretches
        .map(({ from, to }) => [from, ...to.flatMap(([letter, price]) => [letter, String(price)])].join(' '))
        .join('\n')
      t.strictSame(respell(word, new Correspondences(text)), plainly(word, new Correspondences(text)))
    }),
    { numRuns: 300 }
  )
  t.end()
})

t.test('nothing shown', (t) => {
  t.strictSame(
    respell('abe', new Correspondences('')).map(({ word }) => word),
    ['abe']
  )
  t.end()
})
