import { LANGUAGES } from '../../articles/article.js'
import type { Language, SourceArticle } from '../../articles/article.js'
import { byField, FIELD_NAMES, FIELDS, valuesOf } from '../../fields.js'
import { GrowableFloat64, GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { dayOf, instantOf } from '../../structures/dates.js'
import { packTexts } from '../../structures/texts.js'
import { factKey, type FactColumnTables, type FactsTables } from './facts.js'

class FactColumnBuilder {
  private readonly names: string[] = []
  /** In the order of the values. */
  private readonly valueOfKey = new Map<string, number>()
  private readonly offsets = new GrowableUint32()
  private readonly values = new GrowableUint32()

  add(names: readonly string[]): void {
    this.offsets.push(this.values.length)
    for (const value of new Set(names.map((name) => this.valueOf(name)))) this.values.push(value)
  }

  finish(): FactColumnTables {
    this.offsets.push(this.values.length)
    const keys = [...this.valueOfKey.keys()]
    return {
      names: packTexts(this.names),
      byKey: Uint32Array.from(keys.keys()).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1)),
      values: { offsets: this.offsets.finish(), values: this.values.finish() }
    }
  }

  private valueOf(name: string): number {
    const key = factKey(name)
    let value = this.valueOfKey.get(key)
    if (value === undefined) {
      value = this.names.push(name) - 1
      this.valueOfKey.set(key, value)
    }
    return value
  }
}

/** Takes the articles in the order of their dense numbers. */
export class FactsBuilder {
  private readonly ids: string[] = []
  private readonly languages = new GrowableUint8()
  private readonly instants = new GrowableFloat64()
  private readonly days = new GrowableFloat64()
  private readonly dayCharacters = new GrowableUint8()
  private readonly listed = byField(FIELD_NAMES, () => new FactColumnBuilder())

  add(article: Omit<SourceArticle, 'text'>, language: Language): void {
    this.ids.push(article.id)
    this.languages.push(LANGUAGES.indexOf(language))
    const { publishedAt } = article
    this.instants.push(publishedAt === undefined ? NaN : instantOf(publishedAt))
    this.days.push(publishedAt === undefined ? NaN : dayOf(publishedAt))
    this.dayCharacters.push((publishedAt ?? '').slice(0, 'YYYY-MM-DD'.length).length)
    for (const { name, key } of FIELDS) this.listed[name].add(valuesOf(article, key))
  }

  finish(): FactsTables {
    const instants = this.instants.finish()
    return {
      instants,
      days: this.days.finish(),
      dayCharacters: this.dayCharacters.finish(),
      languages: this.languages.finish(),
      newestRank: rankNewest(this.ids, instants),
      listed: byField(FIELD_NAMES, (name) => this.listed[name].finish())
    }
  }
}

/** Total order: newest first, those without a date last, then by id in code unit order. */
const rankNewest = (ids: readonly string[], instants: Float64Array): Uint32Array => {
  const time = (article: number): number =>
    Number.isNaN(instants[article]!) ? -Infinity : instants[article]!
  const order = Uint32Array.from(ids.keys()).sort((a, b) =>
    time(a) === time(b) ? (ids[a]! < ids[b]! ? -1 : 1) : time(b) - time(a)
  )
  const rank = new Uint32Array(order.length)
  order.forEach((article, place) => (rank[article] = place))
  return rank
}
