// Makes src/entities/foreign-given-names.ts of the first names that Faker has for Europe, those that texts have too:
//
//     npm install --prefix DIR @faker-js/faker@10.6.0
//     node scripts/given-names.mjs DIR DATA
//
// DATA holds norec/ and ordbank/, as train:entities and train:stems read them.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'
import { foldedLines } from './folded-lines.mjs'

const [modules, data] = process.argv.slice(2)
if (data === undefined) throw new Error('Usage: given-names.mjs DIR DATA')
const require = createRequire(join(resolve(modules), 'package.json'))
const { allLocales } = require('@faker-js/faker')
const LOCALES =
  'nb_NO sv da fi en de de_AT de_CH fr es it pl nl pt_PT pt_BR tr ro hu cs_CZ hr sr_RS_latin af_ZA'
/** So often a name stands before another capital in the texts. */
const LEAST_SEEN = 3
/** A name is of one gender where so many times more locales have it so. */
const CLEARLY = 4
const LINE = 105

const linesOf = (file) =>
  gunzipSync(readFileSync(join(data, file)))
    .toString('utf8')
    .trim()
    .split('\n')

const locales = new Map()
for (const locale of LOCALES.split(' '))
  for (const gender of ['female', 'male'])
    for (const name of allLocales[locale]?.person?.first_name?.[gender] ?? []) {
      const counts = locales.get(name) ?? { female: 0, male: 0 }
      counts[gender]++
      locales.set(name, counts)
    }

const seen = new Map()
for (const line of linesOf('norec/articles.jsonl.gz'))
  for (const [name] of JSON.parse(line).text.matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}+(?= \p{Lu}\p{Ll})/gu))
    seen.set(name, (seen.get(name) ?? 0) + 1)
const words = new Set(linesOf('ordbank/nb.tsv.gz').map((line) => line.split('\t')[0]))
const places = new Set(
  ['countries', 'world-places', 'cities', 'teams', 'companies', 'organisations']
    .flatMap((list) => readFileSync(`train/entities/public-names/${list}.txt`, 'utf8').split(/\s+/))
    .map((name) => name.toLowerCase())
)
const own = new Set(readFileSync('src/entities/given-names.ts', 'utf8').match(/\p{Ll}+/gu))

const namesOf = (gender, other) =>
  [...locales]
    .filter(([, counts]) => counts[gender] > 0 && counts[gender] >= CLEARLY * counts[other])
    .map(([name]) => name)
    .filter((name) => /^\p{Lu}\p{Ll}{2,}$/u.test(name) && (seen.get(name) ?? 0) >= LEAST_SEEN)
    .map((name) => name.toLowerCase())
    .filter((name) => !words.has(name) && !own.has(name) && !places.has(name))

const listOf = (names) =>
  foldedLines(names, LINE)
    .map((line) => `  ${line}`)
    .join('\n')

writeFileSync(
  'src/entities/foreign-given-names.ts',
  `// Made by scripts/given-names.mjs from Faker (MIT): first names of Europe that Norwegian texts have.

/** In lower case, separated by white space. */
export const FOREIGN_WOMEN = \`
${listOf(namesOf('female', 'male'))}
\`

export const FOREIGN_MEN = \`
${listOf(namesOf('male', 'female'))}
\`
`
)
