import type { Span } from '../../structures/span.js'
import type { ArticleName } from './article-names.js'

/** A name that fits several people of an article: a surname that they share, or a first name. */
export interface SharedName {
  readonly name: ArticleName
  /** Their fullest names. */
  readonly owners: readonly ArticleName[]
  /** Those of them whom the article calls by the surname alone, where the name is a first name. */
  readonly surnamed?: ReadonlySet<ArticleName>
}

/** Whom an article is about is named so many times as often as each of the others. */
const MAIN = 2
/** A heading has no full stop, and is no longer. In UTF-16 code units. */
const LONGEST_HEADING = 80

/**
 * Tells whom names mean that several people share, where the article shows it. Asked in the order of the text.
 *
 * - Whom the paragraph below a heading begins with: `| Hansen falt` above `Kari Hansen falt i siste sving.`
 * - Who alone has been named in full before: `Kari Hansen kom. | Hansen smilte.`
 * - Of two first names, the one of whom the article does not call by the surname: after `Erik Berg og Erik Moe kom. Moe
 *   lo.`, `Erik` is Erik Berg, if Erik Moe is not named much more often.
 * - Whom the article is about: who was named in an earlier paragraph than the others, and is named twice as often as
 *   each of them, by this name too: `Kari Hansen … Hansen … sønnen Ola Hansen. | Hansen har skrevet ti bøker.`
 * - Who was named last, in a later paragraph than the others, and is named no less often than they.
 * - Who alone has been meant by the name before.
 *
 * Otherwise nobody: a wrong person is worse than none.
 */
export class SharedNames {
  private readonly shared: ReadonlyMap<ArticleName, SharedName>
  /** By name, the mentions that are surely its own. */
  private readonly own = new Map<ArticleName, number[]>()
  /** How many shared names have been found to mean it. */
  private readonly found = new Map<ArticleName, number>()
  /** By shared name, whom it has meant. */
  private readonly bearers = new Map<ArticleName, Set<ArticleName>>()

  /**
   * @param mentions in order
   * @param heads the name that each of them stands for, itself where it is shared
   */
  constructor(
    private readonly text: string,
    shared: readonly SharedName[],
    private readonly mentions: readonly Span[],
    heads: readonly ArticleName[]
  ) {
    this.shared = new Map(shared.map((one) => [one.name, one]))
    heads.forEach((head, mention) => {
      const own = this.own.get(head)
      if (own === undefined) this.own.set(head, [mention])
      else own.push(mention)
    })
  }

  has(name: ArticleName): boolean {
    return this.shared.has(name)
  }

  /** Undefined where it may be one or another. @param name one that `has` knows */
  meaning(name: ArticleName, mention: number): ArticleName | undefined {
    const meant = this.shown(this.shared.get(name)!, mention)
    if (meant === undefined) return undefined
    this.found.set(meant, (this.found.get(meant) ?? 0) + 1)
    this.bearers.set(name, (this.bearers.get(name) ?? new Set()).add(meant))
    return meant
  }

  private shown(
    { name, owners, surnamed = new Set() }: SharedName,
    mention: number
  ): ArticleName | undefined {
    const headed = this.headed(owners, mention)
    if (headed !== undefined) return headed
    const before = owners.filter((owner) => this.lastBefore(owner, mention) !== undefined)
    const called = owners.filter((owner) => !surnamed.has(owner))
    if (before.length === 1) return before[0]
    if (called.length === 1) return this.isNoAside(called[0]!, owners) ? called[0] : undefined
    const shown = this.main(owners) ?? this.nearest(before, mention) ?? only(this.bearers.get(name) ?? [])
    return shown === undefined || called.length === 0 || called.includes(shown) ? shown : undefined
  }

  /** Is nobody named much more often? */
  private isNoAside(owner: ArticleName, owners: readonly ArticleName[]): boolean {
    return owners.every((other) => this.count(other) <= MAIN * this.count(owner))
  }

  private headed(owners: readonly ArticleName[], mention: number): ArticleName | undefined {
    const { start, end } = this.mentions[mention]!
    const from = this.text.lastIndexOf('\n', start) + 1
    const [line = ''] = /^[^\n]*/.exec(this.text.slice(from, from + LONGEST_HEADING + 1)) ?? []
    const to = from + line.length
    if (to < end || line.length > LONGEST_HEADING || /[.!?:…»"]\s*$/.test(line)) return undefined
    const next = this.mentions[mention + 1]
    const isBelow = next !== undefined && next.start > to && this.text.slice(to, next.start).trim() === ''
    if (!isBelow) return undefined
    return owners.find((owner) => this.own.get(owner)!.includes(mention + 1))
  }

  private main(owners: readonly ArticleName[]): ArticleName | undefined {
    const [main, ...others] = owners.toSorted((a, b) => this.firstOf(a) - this.firstOf(b))
    if (main === undefined) return undefined
    const isMain = others.every(
      (other) =>
        this.count(main) >= MAIN * this.count(other) &&
        this.isInLaterParagraph(this.firstOf(other), this.firstOf(main))
    )
    return isMain ? main : undefined
  }

  private nearest(owners: readonly ArticleName[], mention: number): ArticleName | undefined {
    const last = (owner: ArticleName): number => this.lastBefore(owner, mention)!
    const [nearest, ...others] = owners.toSorted((a, b) => last(b) - last(a))
    if (nearest === undefined) return undefined
    const isFit = others.every(
      (other) =>
        this.count(nearest) >= this.count(other) && this.isInLaterParagraph(last(nearest), last(other))
    )
    return isFit ? nearest : undefined
  }

  private firstOf(owner: ArticleName): number {
    return this.own.get(owner)![0]!
  }

  private lastBefore(owner: ArticleName, mention: number): number | undefined {
    return this.own.get(owner)!.findLast((own) => own < mention)
  }

  private count(owner: ArticleName): number {
    return this.own.get(owner)!.length + (this.found.get(owner) ?? 0)
  }

  private isInLaterParagraph(later: number, earlier: number): boolean {
    return this.text.slice(this.mentions[earlier]!.start, this.mentions[later]!.start).includes('\n')
  }
}

const only = (names: Iterable<ArticleName>): ArticleName | undefined => {
  const [first, ...others] = names
  return others.length === 0 ? first : undefined
}
