import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isStopWord } from '../../src/analysis/text/stop-words.js'
import { dictionaryNouns } from './dictionary-nouns.js'
import { nameEvidence, type NameEvidence } from './name-evidence.js'

// Makes src/entities/role-noun-list.ts, the nouns for what people are by work, office or rank:
//
//     npm run train:roles -- --data DIR
//
// DIR holds norec/, nb-nn/, norne/, ordbank/ and compounds/. A noun of the dictionary is one where raw text has it
// before names of persons, or says it of a pronoun without an article, more often than other nouns. further.txt has
// those that the texts are too few for, relatives.txt what is no role. The same data give the same file.
const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) throw new Error('Usage: train:roles -- --data DIR')
const { data } = values

const listed = (name: string): ReadonlySet<string> =>
  new Set(
    readFileSync(`train/roles/${name}.txt`, 'utf8')
      .replace(/^#.*$/gm, '')
      .split(/\s+/)
      .filter((word) => word !== '')
  )
const relatives = listed('relatives')
const further = listed('further')

const { lemmas, others, agents, heads } = dictionaryNouns(data)

/** A word's own noun and the last parts of it that are nouns: `kreftforsker` → kreftforsker, forsker. */
const nounsOf = (word: string): string[] => {
  const nouns: string[] = []
  let part: string | undefined = word.slice(word.lastIndexOf('-') + 1)
  for (; part !== undefined && !nouns.includes(part); part = heads.get(part))
    if (lemmas.has(part)) nouns.push(part)
  return nouns
}

const evidence = nameEvidence(data)
const sums = new Map<string, NameEvidence>()
for (const [word, { all, beforeName, predicate }] of evidence)
  for (const noun of nounsOf(word)) {
    const sum = sums.get(noun) ?? { all: 0, beforeName: 0, predicate: 0 }
    sum.all += all
    sum.beforeName += beforeName
    sum.predicate += predicate
    sums.set(noun, sum)
  }

/** Adjectives and participles, of which some are nouns too: `gravid`, `tiltalt`. */
const LIKE_ADJECTIVE = /(?:[^nd]t|d|lig|leg|sk|som|ende|ande|ig)$/u

/** Is the noun one for what people are? Chosen so that the nouns of NorNE's and the labelled news' roles are in. */
const isRole = (noun: string, { all, beforeName, predicate }: NameEvidence): boolean => {
  if (relatives.has(noun) || isStopWord(noun)) return false
  if (agents.has(noun)) return isAgent(noun, beforeName / all)
  if (others.has(noun) && (LIKE_ADJECTIVE.test(noun) || beforeName / all < 0.05)) return false
  if (beforeName >= 3 && beforeName / all >= 0.02) return true
  return predicate >= 1 && beforeName + predicate >= 2 && (beforeName + 3 * predicate) / all >= 0.015
}

/** What may be a verb before its object, `elsker | Kari Moe`, is told by its definite form: `forskeren | Kari Moe`. */
const isAgent = (noun: string, share: number): boolean => {
  const definite = evidence.get(`${noun}en`)
  return share >= 0.1 || (definite !== undefined && definite.beforeName / definite.all >= 0.02)
}

const told = new Set([...sums].filter(([noun, sum]) => isRole(noun, sum)).map(([noun]) => noun))
const chosen = new Set([...told, ...further])

/** Does it end in another one, so that it need not be listed? At least two letters stand before. */
const endsInOther = (noun: string): boolean =>
  Array.from({ length: Math.max(0, noun.length - 4) }, (_, at) => noun.slice(at + 2)).some((tail) =>
    chosen.has(tail)
  )

const nouns = [...chosen].filter((noun) => !endsInOther(noun)).sort((a, b) => (a < b ? -1 : 1))

const LONGEST_LINE = 108
const rows: string[] = []
for (const noun of nouns) {
  const row = rows.at(-1)
  if (row === undefined || row.length + noun.length >= LONGEST_LINE) rows.push(`  ${noun}`)
  else rows[rows.length - 1] = `${row} ${noun}`
}
writeFileSync(
  'src/entities/role-noun-list.ts',
  `// Made by train/roles/roles.ts of NoReC, the bokmål–nynorsk pairs, NorNE and Norsk Ordbank (see NOTICE).

/** Nouns for what people are by work, office or rank, in the indefinite singular; compounds end in them too. */
export const ROLE_NOUNS = \`
${rows.join('\n')}
\`
`
)
console.log(`${nouns.length} nouns, ${nouns.filter((noun) => !told.has(noun)).length} of them by hand`)
