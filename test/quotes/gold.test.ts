// - on each part of the labelled texts, quotes and speakers are found as README's table claims: number of quotes,
//   precision and recall
// - direct and reported speech apart: precision is at least .95, and recall .83
// - nine of ten spans are exactly those that were labelled
// - the labelled articles are the demo articles, and there are 150 quotes in all
// - all this as the service does it, with the names that its recogniser finds, and by the rules alone

import { readFileSync } from 'node:fs'
import t from 'tap'
import { goldTexts } from './gold.js'
import { score, withNames, withoutNames } from './score.js'

/** README's table has two decimals. */
const ROUNDING = 0.005

/** How README's table names each part. */
const parts = { articles: 'demo articles', texts: 'looked at', 'held-out': 'held out' } as const

/** The figures in the row of README's table on quotes whose first cell has `label`. */
const claims = (label: string): readonly number[] => {
  const readme = readFileSync('README.md', 'utf8')
  const table = readme.slice(readme.search(/^\|[^\n]*\bquotes\b[^\n]*\bprecision\b/m)).split(/\n\s*\n/, 1)[0]!
  const row = table.split('\n').find((line) => line.split('|')[1]?.includes(label)) ?? ''
  return row.split('|').slice(2, -1).map(Number)
}

t.test('the labelled set', (t) => {
  const articles = goldTexts('articles')
  t.equal(articles.length, 5)
  for (const { name, text } of articles) t.equal(text, readFileSync(`articles/${name}`, 'utf8'), name)
  const all = [...articles, ...goldTexts('texts'), ...goldTexts('held-out')]
  t.ok(all.flatMap(({ quotes }) => quotes).length >= 150)
  for (const { name, text } of all) t.notMatch(text, /[{}|]/, `${name} has no mark left`)
  t.end()
})

for (const part of ['articles', 'texts', 'held-out'] as const)
  for (const finder of [withNames, withoutNames])
    t.test(`${part}, ${finder.name}`, (t) => {
      const { direct, reported, all, faults } = score(goldTexts(part), finder)
      const [gold, ...shares] = claims(parts[part])
      t.equal(all.gold, gold, 'the number of quotes')
      const measured = {
        'precision of quotes': all.right / all.found,
        'recall of quotes': all.right / all.gold,
        'precision of speakers': all.rightlyNamed / all.named,
        'recall of speakers': all.rightlyNamed / all.speakers
      }
      t.equal(shares.length, Object.keys(measured).length, 'README has a figure for each')
      for (const [i, [what, share]] of Object.entries(measured).entries())
        t.ok(share >= shares[i]! - ROUNDING, `${what}: README claims ${shares[i]}`, { share, faults })
      for (const [kind, tally] of Object.entries({ direct, reported })) {
        t.ok(tally.right / tally.found >= 0.95, `precision of ${kind}`, { faults })
        t.ok(tally.right / tally.gold >= 0.83, `recall of ${kind}`, { faults })
      }
      t.ok(all.exact / all.right >= 0.9, 'spans are those that were labelled', { faults })
      t.end()
    })
