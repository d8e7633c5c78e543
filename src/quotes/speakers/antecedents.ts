import type { Gender } from '../../entities/given-names.js'
import { genderOfNoun } from './genders.js'
import type { Name } from './names.js'
import type { TokenRange, Prose } from '../prose.js'
import type { Scene } from './source.js'
import { wordSet } from '../../structures/word-list.js'

/** Somebody whose sex the word does not tell. */
const EITHER = wordSet(`
  nabo naboen vitne vitnet venn vennen kollega kollegaen pasient pasienten offer offeret fornærmede elev eleven
  student studenten
`)

/** Before a name that is nobody's: `hunden | Balder`. */
const ANIMAL =
  /^(?:\p{L}*(?:hund|valp|hest|ponni|hingst)|katt|tispe|hoppe|kanin|papegøye|hvalross|isbjørn)(?:en|a|n)?$/u

/** Before the name of who made the article or its pictures: `Foto: Kari Moe`, `Av Kari Moe`. */
const CREDIT = /^(?:foto|av|tekst|illustrasjon|arkivfoto|skjermdump|fotograf|video)$/
/** So many mentions back a reader remembers in one paragraph. */
const RECENT = 12

/** A person, by name or not, at a token. */
export interface Antecedent {
  readonly token: number
  readonly name?: Name
  readonly gender?: Gender | undefined
}

/** Who is mentioned in a paragraph outside its direct speech, as far as it has been read. */
export class Antecedents {
  private readonly ahead: Antecedent[]
  private readonly read: Antecedent[] = []
  private next = 0

  constructor(scene: Scene, passages: readonly TokenRange[]) {
    this.ahead = passages.flatMap((passage) => antecedentsIn(scene, passage))
  }

  persons(): Name[] {
    return this.ahead.flatMap(({ name }) => name ?? [])
  }

  /** Adds that somebody was heard at a token: a pronoun that has been understood. */
  add(name: Name, token: number): void {
    this.before(token)
    this.read.push({ token, name, gender: name.gender })
  }

  /** The last mentions before a token; tokens should not go back far. */
  before(token: number): Antecedent[] {
    while (this.next < this.ahead.length && this.ahead[this.next]!.token < token)
      this.read.push(this.ahead[this.next++]!)
    return this.read.slice(-RECENT).filter((one) => one.token < token)
  }
}

const antecedentsIn = ({ prose, names }: Scene, { from, to }: TokenRange): Antecedent[] => {
  const found: Antecedent[] = []
  for (let token = from; token < to; token++) {
    const name = names.at(token)
    const gender = name?.isPerson ? name.gender : genderOfNoun(prose.word(token))
    if (name?.isPerson) {
      if (!isCredit(prose, token, from) && !ANIMAL.test(prose.word(token - 1)))
        found.push({ token, name, gender })
    } else if ((gender !== undefined || EITHER.has(prose.word(token))) && !isNamed({ prose, names }, token))
      found.push({ token, gender })
  }
  return found
}

/** `moren | Inger Lie`, `Naboen, | Berit Aas`: the name tells who that is. */
const isNamed = ({ prose, names }: Scene, token: number): boolean =>
  names.at(token + 1)?.isPerson === true && /^,?\s$/.test(prose.gap(token + 1))

const isCredit = (prose: Prose, token: number, from: number): boolean =>
  CREDIT.test(prose.word(token - 1)) && (token - 1 === from || prose.gap(token).startsWith(':'))
