/**
 * How well quotes and their speakers are found in the labelled texts of `test/quotes/gold/`, as the service does it and
 * without a recogniser.
 *
 *     npm run bench:quotes [-- --faults texts]
 *
 * Prints a line for each part and kind: precision and recall of quotes, how many have exactly the labelled span,
 * precision and recall of speakers among the quotes that were found. `--faults PART` lists what was wrong in a part.
 */
import { parseArgs } from 'node:util'
import { goldTexts } from '../test/quotes/gold.js'
import { score, withNames, withoutNames, type Tally } from '../test/quotes/score.js'

const { values } = parseArgs({ options: { faults: { type: 'string' } } })

const finders = { 'with the names that the recogniser finds': withNames, 'by the rules alone': withoutNames }

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(6)

const row = (part: string, kind: string, t: Tally): string =>
  [
    part.padEnd(9),
    kind.padEnd(9),
    String(t.gold).padStart(5),
    percent(t.right, t.found),
    percent(t.right, t.gold),
    percent(t.exact, t.right),
    percent(t.rightlyNamed, t.named),
    percent(t.rightlyNamed, t.speakers)
  ].join(' ')

for (const [way, finder] of Object.entries(finders)) {
  console.log(`\n${way}\npart      kind       gold  prec.   rec.  exact  speaker: prec., rec.`)
  for (const part of ['articles', 'texts', 'held-out'] as const) {
    const result = score(goldTexts(part), finder)
    for (const kind of ['direct', 'reported', 'all'] as const) console.log(row(part, kind, result[kind]))
    if (values.faults === part) console.log(result.faults.map((fault) => `  ${fault}`).join('\n'))
  }
}
