import { COUNTRIES } from '../country-names.js'
import type { NamedMention } from '../mention.js'

/** What Norway has by this name, and other states too. */
const BODY = /^(?:Høyesterett|Høgsterett|Riksadvokaten|\p{Lu}[\p{L}-]*departementet)$/u
/** The adjective of a state, or the name of one in the genitive: `amerikanske`, `Polens`. */
const STATE = '(?<!\\p{L})(?:\\p{L}{3,}ske?|\\p{Lu}[\\p{L}-]+s)'
const BEFORE = new RegExp(`(${STATE}) $`, 'u')
const LONGEST_STATE = 30
const NORWAY = /^(?:norske?|nor(?:ges|egs))$/iu

/** `USAs`, `amerikanske`, `Høyesterett` → USAs høyesterett, Amerikansk høyesterett; undefined for Norway's. */
const bodyOf = (state: string | undefined, body: string): string | undefined => {
  if (state === undefined || NORWAY.test(state)) return undefined
  const isAdjective = /ske?$/u.test(state)
  const isOwner = COUNTRIES.has(state.slice(0, -1)) || state === 'USAs'
  if (!isAdjective && !isOwner) return undefined
  const whose = isAdjective ? state.replace(/e$/u, '') : state
  return `${whose[0]!.toUpperCase()}${whose.slice(1)} ${body[0]!.toLowerCase()}${body.slice(1)}`
}

/** What an article calls a body before any state stands before it again, and from where on. */
interface Introduced {
  readonly name: string | undefined
  readonly from: number
}

/**
 * What an article calls the bodies of other states that Norway has by the same name, where the state stands before it,
 * here or the first time: `Amerikansk høyesterett kan få saken. | Høyesterett …` → Amerikansk høyesterett.
 */
export class StateBodies {
  private readonly introduced = new Map<string, Introduced>()

  constructor(private readonly text: string) {}

  /** Undefined for Norway's, and for what is no such body. */
  nameOf({ type, name, start }: NamedMention): string | undefined {
    if (type !== 'organisation' || !BODY.test(name)) return undefined
    const [, state] = BEFORE.exec(this.text.slice(Math.max(0, start - LONGEST_STATE), start)) ?? []
    if (state !== undefined && NORWAY.test(state)) return undefined
    const own = bodyOf(state, name)
    if (own !== undefined) return own
    const first = this.introduced.get(name) ?? this.readFirst(name)
    return first.from < start ? first.name : undefined
  }

  private readFirst(body: string): Introduced {
    const inAnyCase = `[${body[0]!}${body[0]!.toLowerCase()}]${body.slice(1)}`
    const found = new RegExp(`(?:(${STATE}) )?${inAnyCase}(?!\\p{L})`, 'u').exec(this.text)
    const first = { name: bodyOf(found?.[1], body), from: found?.index ?? 0 }
    this.introduced.set(body, first)
    return first
  }
}
