import { wordList } from '../words/function-words.js'
import type { Span } from '../../structures/span.js'
import type { Gender } from '../../entities/given-names.js'
import { Antecedents, type Antecedent } from './antecedents.js'
import type { Name } from './names.js'
import type { TokenRange } from '../prose.js'
import { isOffice, roleOf } from '../../entities/role-nouns.js'
import { RoleHolders } from './role-holders.js'
import type { Scene, SourcePhrase } from './source.js'

/** Nouns that take up somebody who has been named. */
const TAKING_UP = wordList(`
  selskapet konsernet bedriften bedrifta verksemda virksomheten organisasjonen foreningen foreininga forbundet
  partiet klubben avisen avisa kanalen etaten direktoratet tilsynet stiftelsen stiftinga laget banken kjeden mannen
  kvinnen kvinna gutten guten jenta jenten faren moren mora sønnen sonen datteren dottera broren søsteren systera
  duoen paret ekteparet
`)
const PRONOUNS: Partial<Record<string, Gender>> = {
  han: 'man',
  ham: 'man',
  hun: 'woman',
  ho: 'woman',
  henne: 'woman',
  hennar: 'woman'
}
/** So many paragraphs back a pronoun is understood. */
const MEMORY = 3

/**
 * Who has been mentioned where outside direct speech, by which pronouns and roles are understood. Asked in the order of
 * the text.
 */
export class Discourse {
  private readonly mentions: Antecedents[]
  private readonly roles: RoleHolders

  /** @param narrative what of each paragraph is not direct speech */
  constructor(
    readonly scene: Scene,
    narrative: readonly (readonly TokenRange[])[]
  ) {
    this.mentions = narrative.map((passages) => new Antecedents(scene, passages))
    const persons = this.mentions.flatMap((mentions) => mentions.persons())
    this.roles = new RoleHolders(scene.prose, persons)
  }

  /** The name, or the noun, that tells who a source in a paragraph is; undefined where it is not sure. */
  resolve(source: SourcePhrase, paragraph: number): Name | Span | undefined {
    if (source.kind === 'nobody') return undefined
    if (source.kind === 'name') return this.heard(source.name, source.from, paragraph)
    const word = this.scene.prose.word(source.to - 1)
    if (source.kind === 'noun' && !word.endsWith('åringen')) return this.holder(source, word)
    const name = this.antecedent(source.from, paragraph, PRONOUNS[word])
    return name && this.heard(name, source.from, paragraph)
  }

  /** The only person whom a paragraph names before a token. */
  onlyPerson(paragraph: number, before = Infinity): Name | undefined {
    return only(this.mentions[paragraph]?.before(before) ?? [])
  }

  /** Who speaks has been mentioned, and may be a person though the name does not show it. */
  private heard(name: Name, token: number, paragraph: number): Name {
    const mayBePerson = name.isPerson || (name.mention === undefined && !/^\p{Lu}+$/u.test(name.key))
    if (mayBePerson) this.mentions[paragraph]!.add(name, token)
    return name
  }

  private holder({ from, to }: SourcePhrase, word: string): Name | Span | undefined {
    const { prose } = this.scene
    const role = roleOf(word)
    const holders = role === undefined ? [] : this.roles.of(role, from)
    if (holders.length > 1 || (holders.length === 0 && tellsNobody(word, role))) return undefined
    return holders[0] ?? { start: prose.start(from), end: prose.end(to - 1) }
  }

  /** The nearest person who fits, if the paragraph that names one names no other. */
  private antecedent(token: number, paragraph: number, gender: Gender | undefined): Name | undefined {
    for (let at = paragraph; at >= Math.max(0, paragraph - MEMORY); at--) {
      const found = this.mentions[at]!.before(token).filter((mention) => fits(mention, gender))
      if (found.length > 0) return only(found)
    }
    return undefined
  }
}

/** Takes up somebody who has a name, in the text or before it: `forfatteren`, `selskapet`. */
const tellsNobody = (word: string, role: string | undefined): boolean =>
  role === undefined ? TAKING_UP.has(word) || /(?:er|ar)en$/.test(word) : !isOffice(role)

const fits = (mention: Antecedent, gender: Gender | undefined): boolean =>
  gender === undefined || mention.gender === undefined || mention.gender === gender

const only = (mentions: readonly Antecedent[]): Name | undefined => {
  const last = mentions.at(-1)?.name
  return last !== undefined && !last.isAmbiguous && mentions.every(({ name }) => name?.key === last.key)
    ? last
    : undefined
}
