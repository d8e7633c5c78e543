import { STATISTICS, type Statistic } from '../../src/entities/recogniser/form-facts.js'
import { type Corpus, SENTENCE_END } from './corpus.js'
import { wordList, wordSet } from '../../src/structures/word-list.js'

/** These words, and compounds that end in one of them. */
const endingIn = (text: string): RegExp => new RegExp(`^\\p{L}*(?:${wordList(text).join('|')})$`, 'u')

/** What stands before or after a name, in words that tell of its type. Bokmål and nynorsk. */
const BEFORE: readonly (readonly [Statistic, ReadonlySet<string> | RegExp])[] = [
  ['afterI', wordSet('i I')],
  ['afterOn', wordSet('på På')],
  ['afterFrom', wordSet('fra frå til')],
  ['afterAgent', wordSet('av med mot hos hjå for ifølge ifølgje')],
  ['afterQuote', wordSet('« "')],
  [
    'afterPersonNoun',
    endingIn(`
      leder leiar sjef sjefen direktør direktøren minister ministeren trener trenaren treneren spiller spilleren spelar
      forfatter forfatteren forfattar skuespiller skuespilleren regissør regissøren politiker professor redaktør artist
      artisten musiker vokalist vokalisten gitarist dronning kong prins prinsesse president presidenten ordfører
      ordførar produsent designer duoen søster bror mor far kona mannen datter dottera sønnen
    `)
  ],
  [
    'afterWorkNoun',
    endingIn(`
      filmen albumet boken boka bøkene spillet spelet serien romanen låta låten sangen plata platen stykket programmet
      bladet avisen avisa magasinet singelen debuten oppfølgeren operaen musikalen modellen nettstedet nettsiden loven
      lova meldingen rapporten prisen
    `)
  ],
  [
    'afterGroupNoun',
    endingIn(`
      selskapet bandet gruppa gruppen partiet klubben laget foreningen foreininga organisasjonen produsenten giganten
      kjeden kjeda forlaget kanalen teatret teateret museet orkestret orkesteret firmaet restauranten hotellet
      avdelingen byrået universitetet høgskolen rederiet
    `)
  ],
  [
    'afterPlaceNoun',
    endingIn(`
      byen bygda landet øya øyen kommunen fylket staten området bydelen fjellet elva havet storbyen hovedstaden
    `)
  ]
]

const AFTER: readonly (readonly [Statistic, ReadonlySet<string>])[] = [
  ['beforeSays', wordSet('sier sa seier forteller fortalte fortel mener meinte mente meiner skriver skrev skriv synger sang spiller spilte spelar smiler ler forklarer opplyser understreker')],
  ['beforeCompany', wordSet('AS ASA A/S Ltd Inc GmbH AB BA SA Records Entertainment Group Corp Studios Pictures')],
  ['beforePlaceNoun', wordSet('kommune fylke sentrum by havn lufthavn sentralstasjon kommunes området')],
  ['beforeBracket', wordSet('( [')],
  ['beforeQuote', wordSet('« "')]
] // prettier-ignore

const CAPITAL = /^\p{Lu}/u
const LETTER = /^\p{L}/u
/** After these a capital does not mark a name. */
const OPENS = wordSet('« » " - : . ... ! ? ( * | \' ;')

/** How many of its occurrences a form has in each of the contexts, as levels from 0 to 7. */
export type NameStatistics = ReadonlyMap<string, Uint8Array>

/**
 * Counts the contexts of each form with a capital, away from the beginning of a sentence; the rare ones are left out.
 */
export const countStatistics = ({ forms, counts, ids }: Corpus, leastSeen: number): NameStatistics => {
  const isCapital = forms.map(
    (form) => CAPITAL.test(form) || /^\p{Ll}+\p{Lu}/u.test(form) || /^\d.*\p{Lu}|\p{L}\.\p{L}/u.test(form)
  )
  const index = new Map(forms.map((form, id) => [form, id]))
  const marks = forms.map((form) => ({
    before: BEFORE.flatMap(([name, test]) => {
      const isMarked = test instanceof RegExp ? test.test(form) : test.has(form)
      return isMarked ? [STATISTICS.indexOf(name)] : []
    }),
    after: AFTER.flatMap(([name, test]) => (test.has(form) ? [STATISTICS.indexOf(name)] : [])),
    opens: OPENS.has(form),
    number: /^\d/.test(form)
  })) // prettier-ignore
  const table = new Float64Array(forms.length * STATISTICS.length)
  const middle = new Uint32Array(forms.length)
  const at = (name: Statistic): number => STATISTICS.indexOf(name)
  const add = (id: number, statistic: number): void => {
    table[id * STATISTICS.length + statistic]!++
  }
  for (let i = 1; i < ids.length - 1; i++) {
    const id = ids[i]!
    const before = ids[i - 1]!
    if (id === SENTENCE_END || before === SENTENCE_END) continue
    if (!isCapital[id]) {
      middle[id]!++
      continue
    }
    for (const statistic of marks[before]!.before) add(id, statistic)
    if (marks[before]!.opens) continue
    middle[id]!++
    if (isCapital[before]) add(id, at('afterCapital'))
    const after = ids[i + 1]!
    if (after === SENTENCE_END) continue
    if (isCapital[after]) add(id, at('beforeCapital'))
    if (marks[after]!.number) add(id, at('beforeNumber'))
    for (const statistic of marks[after]!.after) add(id, statistic)
  }
  const result = new Map<string, Uint8Array>()
  forms.forEach((form, id) => {
    const seen = middle[id]!
    if (!isCapital[id] || counts[id]! < leastSeen || !LETTER.test(form) || form.length > 40) return
    const small = middle[index.get(form.toLowerCase()) ?? id]!
    const genitive = middle[index.get(`${form}s`) ?? -1] ?? 0
    const levels = STATISTICS.map((_, s) => levelOf(table[id * STATISTICS.length + s]!, Math.max(seen, 1)))
    levels[at('capitalShare')] = form.toLowerCase() === form ? 7 : levelOf(seen, seen + small)
    levels[at('genitiveShare')] = levelOf(genitive, genitive + seen)
    levels[at('frequency')] = Math.min(7, Math.floor(Math.log2(counts[id]! / leastSeen + 1) / 1.5))
    result.set(form, Uint8Array.from(levels))
  })
  return result
}

const LEVELS = [0.02, 0.05, 0.1, 0.2, 0.4, 0.7]

const levelOf = (count: number, total: number): number => {
  if (count === 0 || total === 0) return 0
  const share = count / total
  const above = LEVELS.findIndex((limit) => share < limit)
  return above < 0 ? 7 : above + 1
}
