import type { Span } from '../../src/structures/span.js'
import type { LabelledArticle, LabelledMention, LabelledQuote } from './news.js'

/** A name as the service answers it. */
export interface FoundName extends Span {
  readonly id: string
  readonly type: string
  readonly role?: string
  readonly isCredit: boolean
}

/** Speech as the service answers it, with the id of the entity that speaks. */
export interface FoundSpeech extends Span {
  readonly kind: string
  readonly speaker?: string
}

export interface FoundInArticle {
  readonly names: readonly FoundName[]
  readonly speech: readonly FoundSpeech[]
}

/** Shares of the characters from which on found and labelled speech are the same, and from which on they meet. */
const SAME = 0.8
const MEETS = 0.3

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start))

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
const f1 = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r))

/**
 * Names, identity, speech, speakers and roles against articles that were labelled by hand. A name is right if its span
 * (a genitive aside) and its type are; names in credits count neither way; identity is B³ over the right names of an
 * article.
 */
export class NewsScore {
  private readonly sums = new Map<string, number>()
  /** What was wrong and what was missed, for a person to read. */
  readonly faults: string[] = []

  private add(key: string, by = 1): void {
    this.sums.set(key, this.of(key) + by)
  }

  private of(key: string): number {
    return this.sums.get(key) ?? 0
  }

  addArticle(article: LabelledArticle, found: FoundInArticle): void {
    const right = this.addNames(article, found.names)
    this.addIdentity(article.id, [...right])
    const idsOf = (entity: string): Set<string> =>
      new Set([...right].filter(([gold]) => gold.entity === entity).map(([, name]) => name.id))
    this.addSpeech(article, found.speech, idsOf)
    for (const { entity, role } of article.roles) {
      const ids = idsOf(entity)
      const isIn = (a: string, b: string): boolean => a.toLowerCase().includes(b.toLowerCase())
      const isFound = found.names.some(
        (name) =>
          ids.has(name.id) && name.role !== undefined && (isIn(name.role, role) || isIn(role, name.role))
      )
      this.add('roles')
      if (isFound) this.add('rolesFound')
      else this.fault(article.id, ['ROLE', entity, role])
    }
  }

  private addNames(article: LabelledArticle, names: readonly FoundName[]): Map<LabelledMention, FoundName> {
    const right = new Map<LabelledMention, FoundName>()
    for (const name of names) this.addFound(article, name, right)
    for (const one of article.mentions) this.addLabelled(article, one, { names, isRight: right.has(one) })
    this.add('right', right.size)
    return right
  }

  private addFound(
    { id, text, mentions }: LabelledArticle,
    name: FoundName,
    right: Map<LabelledMention, FoundName>
  ): void {
    const gold = mentions.find((one) => isSameSpan(text, one, name))
    const near = mentions.filter((one) => overlap(one, name) > 0)
    const isCredit = [gold, ...near].some((one) => one !== undefined && isCredited(one))
    if (name.isCredit) this.add(isCredit ? 'flaggedRight' : 'flaggedWrong')
    if (name.isCredit || isCredit) return
    if (gold?.type === name.type) {
      right.set(gold, name)
      return
    }
    this.add('wrong')
    const [first] = near
    const other = first === undefined ? 'EXTRA' : `SPAN is ${first.type} ${first.text}`
    const kind = gold === undefined ? other : `TYPE is ${gold.type}`
    this.fault(id, ['NAME', name.type, kind, surroundings(text, name)])
  }

  private addLabelled(
    { id, text }: LabelledArticle,
    one: LabelledMention,
    { names, isRight }: { readonly names: readonly FoundName[]; readonly isRight: boolean }
  ): void {
    if (isCredited(one)) {
      this.add('credits')
      return
    }
    const key = one.flags?.includes('compound') === true ? 'inCompound' : 'gold'
    this.add(key)
    if (isRight) this.add(`${key}Found`)
    else if (!names.some((name) => !name.isCredit && overlap(one, name) > 0))
      this.fault(id, ['NAME', one.type, `MISSED ${key}`, surroundings(text, one)])
  }

  private addIdentity(article: string, pairs: readonly (readonly [LabelledMention, FoundName])[]): void {
    const told = new Set<string>()
    for (const [gold, { id }] of pairs) {
      const sameId = pairs.filter(([, other]) => other.id === id)
      const sameName = pairs.filter(([other]) => other.entity === gold.entity)
      const both = sameId.filter(([other]) => other.entity === gold.entity).length
      this.add('b3Precision', both / sameId.length)
      this.add('b3Recall', both / sameName.length)
      this.add('b3')
      const others = [...sameId, ...sameName].filter(
        ([other, name]) => (other.entity === gold.entity) !== (name.id === id)
      )
      for (const [other, name] of others) {
        const fault = ['IDENTITY', gold.entity, id, other.entity, name.id]
        if (!told.has(fault.join())) this.fault(article, fault)
        told.add(fault.join())
      }
    }
  }

  private addSpeech(
    { id, quotes }: LabelledArticle,
    speech: readonly FoundSpeech[],
    idsOf: (entity: string) => ReadonlySet<string>
  ): void {
    const taken = new Set<FoundSpeech>()
    for (const quote of quotes) {
      this.add(quote.kind)
      const [best] = speech
        .filter((one) => !taken.has(one))
        .sort((a, b) => overlap(b, quote) - overlap(a, quote))
      if (best === undefined || overlap(best, quote) < SAME) {
        this.fault(id, ['QUOTE', quote.kind, 'MISSED', lineOf(quote.text)])
        continue
      }
      taken.add(best)
      this.add(`${quote.kind}Found`)
      this.addSpeaker(id, quote, { found: best.speaker, idsOf })
    }
    this.add('speech', speech.length)
    for (const one of speech)
      if (!taken.has(one) && !quotes.some((quote) => overlap(one, quote) > MEETS))
        this.fault(id, ['QUOTE', one.kind, 'EXTRA', String(one.start)])
  }

  private addSpeaker(
    id: string,
    { entity, text }: LabelledQuote,
    {
      found,
      idsOf
    }: { readonly found: string | undefined; readonly idsOf: (entity: string) => ReadonlySet<string> }
  ): void {
    if (entity !== null) this.add('speakers')
    const isRight = entity !== null && found !== undefined && idsOf(entity).has(found)
    if (isRight) this.add('speakersRight')
    else if (found !== undefined) this.add('speakersWrong')
    if (!isRight && (found !== undefined || entity !== null))
      this.fault(id, ['SPEAKER', found ?? '-', `is ${entity ?? '-'}`, lineOf(text)])
  }

  private fault(id: string, columns: readonly string[]): void {
    this.faults.push([id, ...columns].join('\t'))
  }

  figures(): Readonly<Record<string, number>> {
    const of = (key: string): number => this.of(key)
    const names = { p: ratio(of('right'), of('right') + of('wrong')), r: ratio(of('goldFound'), of('gold')) }
    const found = of('directFound') + of('reportedFound')
    const figures = {
      nameF1: f1(names.p, names.r),
      namePrecision: names.p,
      nameRecall: names.r,
      inCompoundRecall: ratio(of('inCompoundFound'), of('inCompound')),
      creditPrecision: ratio(of('flaggedRight'), of('flaggedRight') + of('flaggedWrong')),
      creditRecall: ratio(of('flaggedRight'), of('credits')),
      identityF1: f1(of('b3Precision') / of('b3'), of('b3Recall') / of('b3')),
      quotePrecision: ratio(found, of('speech')),
      quoteRecall: ratio(found, of('direct') + of('reported')),
      reportedRecall: ratio(of('reportedFound'), of('reported')),
      speakerPrecision: ratio(of('speakersRight'), of('speakersRight') + of('speakersWrong')),
      speakerRecall: ratio(of('speakersRight'), of('speakers')),
      roleRecall: ratio(of('rolesFound'), of('roles'))
    }
    return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, +value.toFixed(4)]))
  }
}

const isCredited = ({ flags }: LabelledMention): boolean => flags?.includes('credit') === true

const lineOf = (text: string): string => text.slice(0, 90).replace(/\n/g, '¶')

const surroundings = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replace(
    /\n/g,
    '¶'
  )

/** The name may have the ending of the genitive. */
const isSameSpan = (text: string, gold: Span, { start, end }: Span): boolean =>
  start === gold.start &&
  (end === gold.end || (end > gold.end && /^['’]?s?$/.test(text.slice(gold.end, end))))
