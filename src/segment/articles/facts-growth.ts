import { byField, FIELD_NAMES } from '../../fields.js'
import { appended, appendedLists, appendedTexts } from '../../structures/append.js'
import { firstWhere } from '../../structures/bisect.js'
import { sharedColumn } from '../../structures/tables.js'
import { packTexts, Texts } from '../../structures/texts.js'
import { FactColumn, factKey, type FactColumnTables, type FactsTables } from './facts.js'

/** Facts with those of more articles behind them. @param idOf by number, of the first ones and of those behind them */
export const joinedFacts = (
  facts: FactsTables,
  more: FactsTables,
  idOf: (article: number) => string
): FactsTables => {
  const instants = appended(facts.instants, more.instants)
  return {
    languages: appended(facts.languages, more.languages),
    instants,
    days: appended(facts.days, more.days),
    dayCharacters: appended(facts.dayCharacters, more.dayCharacters),
    newestRank: joinedRanks(facts.newestRank, more.newestRank, newestFirst(instants, idOf)),
    listed: byField(FIELD_NAMES, (name) => joinedColumn(facts.listed[name], more.listed[name]))
  }
}

/** Is an article before another in the order of `FactsTables.newestRank`? */
const newestFirst =
  (instants: Float64Array, idOf: (article: number) => string) =>
  (a: number, b: number): boolean => {
    const [one, other] = [timeOf(instants[a]!), timeOf(instants[b]!)]
    return one === other ? idOf(a) < idOf(b) : one > other
  }

const timeOf = (instant: number): number => (Number.isNaN(instant) ? -Infinity : instant)

const joinedRanks = (
  ranks: Uint32Array,
  more: Uint32Array,
  isBefore: (a: number, b: number) => boolean
): Uint32Array => {
  const order = inOrder(ranks)
  const behind = inOrder(more).map((article) => ranks.length + article)
  const joined = sharedColumn(Uint32Array, ranks.length + more.length)
  let [from, rank] = [0, 0]
  for (const article of behind) {
    const to = firstWhere(from, order.length, (place) => isBefore(article, order[place]!))
    for (; from < to; from++) joined[order[from]!] = rank++
    joined[article] = rank++
  }
  for (; from < order.length; from++) joined[order[from]!] = rank++
  return joined
}

/** The articles by their ranks. */
export const inOrder = (ranks: Uint32Array): Uint32Array => {
  const order = new Uint32Array(ranks.length)
  ranks.forEach((rank, article) => (order[rank] = article))
  return order
}

const joinedColumn = (column: FactColumnTables, more: FactColumnTables): FactColumnTables => {
  const [known, names] = [new FactColumn(column), new Texts(more.names)]
  const added: string[] = []
  const valueOf = Uint32Array.from({ length: names.size }, (_, value) => {
    const name = names.text(value)
    const [same] = known.find([name])
    return same ?? column.byKey.length + added.push(name) - 1
  })
  const values = { offsets: more.values.offsets, values: more.values.values.map((value) => valueOf[value]!) }
  return {
    names: added.length === 0 ? column.names : appendedTexts(column.names, packTexts(added)),
    byKey: added.length === 0 ? column.byKey : withValues(column.byKey, known, added),
    values: appendedLists(column.values, values)
  }
}

const withValues = (byKey: Uint32Array, known: FactColumn, added: readonly string[]): Uint32Array => {
  const keyOf = (value: number): string =>
    factKey(value < byKey.length ? known.name(value) : added[value - byKey.length]!)
  const joined = sharedColumn(Uint32Array, byKey.length + added.length)
  const behind = added.map((_, i) => byKey.length + i).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  let [from, at] = [0, 0]
  for (const value of behind) {
    const key = keyOf(value)
    const to = firstWhere(from, byKey.length, (place) => keyOf(byKey[place]!) > key)
    for (; from < to; from++) joined[at++] = byKey[from]!
    joined[at++] = value
  }
  for (; from < byKey.length; from++) joined[at++] = byKey[from]!
  return joined
}
