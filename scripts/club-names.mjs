// Makes the list of football clubs, train/entities/public-names/clubs.txt, of a table of them: name, country and other
// names (joined by `|`), separated by tabs.
//
//     node scripts/club-names.mjs FOOTBALL-CLUBS.tsv [train/entities/public-names]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { foldedLines } from './folded-lines.mjs'

const [table, folder = 'train/entities/public-names'] = process.argv.slice(2)
if (table === undefined) throw new Error('Where is the table?')
const LINE = 140
const MOST_WORDS = 3

/** `Molde FK` → Molde FK, Molde; `FC Basel 1893` → … Basel. */
const FORM =
  /(?:^| )(?:[A-Z]{1,4}|1\.|\d{4}|Football Club|Fotballklubb|Sporting Club|Club|Calcio|e\.V\.)(?= |$)/g
const shortName = (name) => name.replace(FORM, ' ').replace(/\s+/g, ' ').trim()

const names = readFileSync(table, 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [name, , others = ''] = line.split('\t')
    return [name, ...others.split('|')].flatMap((one) => [one, shortName(one)])
  })
  .map((name) => name.replace(/[()]/g, '').trim().normalize('NFC'))
  .filter((name) => /^[\p{Lu}\d]/u.test(name) && name.length > 2 && name.split(' ').length <= MOST_WORDS)
  .filter((name) => !/[$"]|Football|Fu(?:ß|ss)ball|Fotbal|Futbo|Sporting Club|Sports Club/i.test(name))
  .map((name) => name.replace(/\s+/g, '_'))

const source = '# Football clubs of the world with their short names: openfootball/clubs, CC0.'
writeFileSync(join(folder, 'clubs.txt'), `${[source, ...foldedLines(names, LINE)].join('\n')}\n`)
