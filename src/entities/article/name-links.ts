import { nameKey } from '../name-key.js'
import type { ArticleName } from './article-names.js'

interface Link {
  readonly to: ArticleName
  readonly certainty: number
}

/**
 * Which names of an article stand for which others. The first thing said of a name holds, and no name stands for
 * itself.
 */
export class NameLinks {
  private readonly links = new Map<ArticleName, Link>()

  /** @param separate names that stand for no other, by `nameKey` */
  constructor(private readonly separate: ReadonlySet<string>) {}

  /** @param certainty 0–1 */
  add(from: ArticleName, to: ArticleName, certainty: number): void {
    const isFree = !this.links.has(from) && !this.separate.has(nameKey(from.type, from.slug))
    if (isFree && this.head(to).to !== from) this.links.set(from, { to, certainty })
  }

  has(name: ArticleName): boolean {
    return this.links.has(name)
  }

  /** The name that a name stands for in the end, itself where it stands for no other. */
  head(name: ArticleName): Link {
    let [to, certainty] = [name, 1]
    for (let link = this.links.get(to); link !== undefined; link = this.links.get(to)) {
      to = link.to
      certainty *= link.certainty
    }
    return { to, certainty }
  }
}
