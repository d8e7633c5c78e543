import type { Language, SourceArticle } from '../../articles/article.js'
import { dayOf, FactColumn, factKey, instantOf, LANGUAGES, type Facts } from './facts.js'
import { GrowableFloat64, GrowableUint32, GrowableUint8 } from '../../structures/growable.js'

class FactColumnBuilder {
  private readonly values: string[] = []
  private readonly ids = new Map<string, number>()
  private readonly offsets = new GrowableUint32()
  private readonly lists = new GrowableUint32()

  add(names: readonly string[]): void {
    this.offsets.push(this.lists.length)
    for (const id of new Set(names.map((name) => this.intern(name)))) this.lists.push(id)
  }

  finish(): FactColumn {
    this.offsets.push(this.lists.length)
    return new FactColumn(this.values, this.ids, {
      offsets: this.offsets.finish(),
      values: this.lists.finish()
    })
  }

  private intern(name: string): number {
    const key = factKey(name)
    let id = this.ids.get(key)
    if (id === undefined) {
      id = this.values.push(name) - 1
      this.ids.set(key, id)
    }
    return id
  }
}

export class FactsBuilder {
  private readonly ids: string[] = []
  private readonly languages = new GrowableUint8()
  private readonly instants = new GrowableFloat64()
  private readonly days = new GrowableFloat64()
  private readonly source = new FactColumnBuilder()
  private readonly author = new FactColumnBuilder()
  private readonly tag = new FactColumnBuilder()

  add(article: SourceArticle, language: Language): void {
    this.ids.push(article.id)
    this.languages.push(LANGUAGES.indexOf(language))
    const { publishedAt } = article
    this.instants.push(publishedAt === undefined ? NaN : instantOf(publishedAt))
    this.days.push(publishedAt === undefined ? NaN : dayOf(publishedAt))
    this.source.add(article.source === undefined ? [] : [article.source])
    this.author.add(article.authors ?? [])
    this.tag.add(article.tags ?? [])
  }

  finish(): Facts {
    const instants = this.instants.finish()
    return {
      instants,
      days: this.days.finish(),
      languages: this.languages.finish(),
      newestRank: rankNewest(this.ids, instants),
      listed: { source: this.source.finish(), author: this.author.finish(), tag: this.tag.finish() }
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
