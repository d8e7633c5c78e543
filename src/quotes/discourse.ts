import type { Span } from '../analysis/token.js'
import type { Gender } from './given-names.js'
import type { Name } from './names.js'
import type { Passage } from './prose.js'
import { isOffice, roleOf } from './roles.js'
import { RoleHolders } from './role-holders.js'
import type { Scene, Source } from './source.js'

/** Somebody without a name, whom a pronoun may mean too. */
const PEOPLE: Readonly<Record<Gender, RegExp>> = {
  man: /^(?:mann|mannen|gutt|gutten|gut|guten|far|faren|sønn|sønnen|son|sonen|bror|broren|siktede|tiltalte|tenåring)$/,
  woman:
    /^(?:kvinne|kvinnen|kvinna|jente|jenta|mor|moren|mora|datter|datteren|dattera|søster|søsteren|søstera|kone|kona)$/
}
/** Before the name of who made the article or its pictures: `Foto: Kari Moe`, `Av Kari Moe`. */
const CREDIT = /^(?:foto|av|tekst|illustrasjon|arkivfoto|skjermdump|fotograf|video)$/
const TAKING_UP =
  /^(?:selskapet|konsernet|bedriften|bedrifta|verksemda|virksomheten|organisasjonen|foreningen|foreininga|forbundet|partiet|klubben|avisen|avisa|kanalen|etaten|direktoratet|tilsynet|stiftelsen|stiftinga|laget|banken|kjeden|mannen|kvinnen|kvinna|gutten|guten|jenta|jenten|faren|moren|mora|sønnen|sonen|datteren|dottera|broren|søsteren|systera|duoen|paret|ekteparet)$/
/** So many paragraphs back a pronoun is understood. */
const MEMORY = 3
/** So many names, and words, back in each. */
const RECENT_NAMES = 12
const RECENT_WORDS = 60

interface Mentioned {
  readonly token: number
  readonly name: Name
}

/** Who has been mentioned where outside direct speech, by which pronouns and roles are understood. */
export class Discourse {
  readonly #mentioned: Mentioned[][]
  readonly #roles: RoleHolders

  /** @param narrative what of each paragraph is not direct speech */
  constructor(
    readonly scene: Scene,
    readonly narrative: readonly (readonly Passage[])[]
  ) {
    this.#mentioned = narrative.map((passages) =>
      passages.flatMap(({ from, to }) => personsIn(scene, from, to))
    )
    this.#roles = new RoleHolders(scene.prose, this.#mentioned.flat().map(({ name }) => name)) // prettier-ignore
  }

  /** The name, or the noun, that tells who a source in a paragraph is; undefined where it is not sure. */
  resolve(source: Source, paragraph: number): Name | Span | undefined {
    if (source.kind === 'name') return this.#add(source.name, source.from, paragraph)
    if (source.kind === 'nobody') return undefined
    const word = this.scene.prose.word(source.to - 1)
    if (source.kind === 'noun' && !word.endsWith('åringen')) return this.#holder(source, word)
    const name = this.#antecedent(source.from, paragraph, word === 'han' ? 'man' : word === 'hun' || word === 'ho' ? 'woman' : undefined) // prettier-ignore
    return name && this.#add(name, source.from, paragraph)
  }

  /** The only person whom a paragraph names before a token. */
  onlyPerson(paragraph: number, before = Infinity): Name | undefined {
    const found = (this.#mentioned[paragraph] ?? [])
      .filter(({ token }) => token < before)
      .slice(-RECENT_NAMES)
    return only(found)
  }

  /** Who speaks has been mentioned, and may be a person though the name does not show it. */
  #add(name: Name, token: number, paragraph: number): Name {
    const mayBePerson = name.isPerson || (name.entity === undefined && !/^\p{Lu}+$/u.test(name.key))
    if (mayBePerson) this.#mentioned[paragraph]!.push({ token, name })
    return name
  }

  #holder({ from, to }: Source, word: string): Name | Span | undefined {
    const { prose } = this.scene
    const role = roleOf(word)
    const holders = role === undefined ? [] : this.#roles.of(role, from)
    if (holders.length > 1 || (holders.length === 0 && tellsNobody(word, role))) return undefined
    return holders[0] ?? { start: prose.start(from), end: prose.end(to - 1) }
  }

  /** The nearest person who fits, if the paragraph that names one names no other. */
  #antecedent(token: number, paragraph: number, gender: Gender | undefined): Name | undefined {
    for (let at = paragraph; at >= Math.max(0, paragraph - MEMORY); at--) {
      const near = this.#mentioned[at]!.filter((mentioned) => mentioned.token < token).slice(-RECENT_NAMES)
      const found = near.filter(({ name }) => fits(name, gender))
      const stranger = this.#namesStranger(at, token, gender)
      if (found.length > 0 || stranger) return stranger ? undefined : only(found)
    }
    return undefined
  }

  #namesStranger(paragraph: number, token: number, gender: Gender | undefined): boolean {
    const { prose } = this.scene
    return this.narrative[paragraph]!.some(({ from, to }) => {
      for (let at = Math.max(from, Math.min(to, token) - RECENT_WORDS); at < Math.min(to, token); at++) {
        const word = prose.word(at)
        if ((gender !== 'woman' && PEOPLE.man.test(word)) || (gender !== 'man' && PEOPLE.woman.test(word)))
          return true
      }
      return false
    })
  }
}

/** Takes up somebody who has a name, in the text or before it: `forfatteren`, `selskapet`. */
const tellsNobody = (word: string, role: string | undefined): boolean =>
  role === undefined ? TAKING_UP.test(word) || /(?:er|ar)en$/.test(word) : !isOffice(role)

/** The persons of a passage, without those who only took the photo or wrote the article. */
const personsIn = ({ prose, names }: Scene, from: number, to: number): Mentioned[] => {
  const isCredit = (at: number): boolean =>
    CREDIT.test(prose.word(at - 1)) && (at - 1 === from || prose.gap(at).startsWith(':'))
  return names.persons(from, to).flatMap((name) => (isCredit(name.from) ? [] : [{ token: name.from, name }]))
}

const fits = (name: Name, gender: Gender | undefined): boolean =>
  gender === undefined || name.gender === undefined || name.gender === gender

const only = (mentioned: readonly Mentioned[]): Name | undefined => {
  const last = mentioned.at(-1)?.name
  return last !== undefined && mentioned.every(({ name }) => name.key === last.key) ? last : undefined
}
