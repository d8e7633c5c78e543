import { PREPOSITIONS, isDocument } from '../words/function-words.js'
import type { Span } from '../../structures/span.js'
import type { Gender } from '../../entities/given-names.js'
import { Antecedents, type Antecedent } from './antecedents.js'
import { Documents } from './documents.js'
import { isAgent, isEpithet } from './epithets.js'
import type { Name } from './names.js'
import type { TokenRange } from '../prose.js'
import { isOffice, isRole, roleOf } from '../../entities/role-nouns.js'
import { isOrganisationNoun, Organisations } from './organisations.js'
import { RoleHolders } from './role-holders.js'
import type { Scene, SourcePhrase } from './source.js'
import { subjectOf, takesStance } from './subjects.js'
import { wordSet } from '../../structures/word-list.js'

/** Nouns that take up somebody who has been named. */
const TAKING_UP = wordSet(`
  avisen avisa kanalen mannen
  kvinnen kvinna gutten guten jenta jenten faren moren mora sønnen sonen datteren dottera broren søsteren systera
  duoen paret ekteparet
`)
const PRONOUNS: Partial<Record<string, Gender>> = {
  ...{ han: 'man', ham: 'man', hans: 'man' },
  ...{ hun: 'woman', ho: 'woman', henne: 'woman', hennes: 'woman', hennar: 'woman' }
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
  private readonly documents: Documents
  private readonly organisations: Organisations
  /** The token up to which the text names one person alone. */
  private readonly secondPerson: number
  /** Who was heard last, and where. */
  private last: { readonly name: Name; readonly paragraph: number } | undefined
  private lastOrganisation: { readonly name: Name; readonly paragraph: number } | undefined

  /** @param narrative what of each paragraph is not direct speech */
  constructor(
    readonly scene: Scene,
    narrative: readonly (readonly TokenRange[])[]
  ) {
    this.mentions = narrative.map((passages) => new Antecedents(scene, passages))
    const persons = this.mentions.flatMap((mentions) => mentions.persons())
    this.roles = new RoleHolders(scene.prose, persons)
    this.secondPerson = persons.find(({ key }) => key !== persons[0]!.key)?.from ?? Infinity
    this.documents = new Documents(scene)
    this.organisations = new Organisations(scene, narrative)
  }

  /** The name, or the noun, that tells who a source in a paragraph is; undefined where it is not sure. */
  resolve(source: SourcePhrase, paragraph: number): Name | Span | undefined {
    if (source.kind === 'nobody') return this.document(source) ?? this.plural(source, paragraph)
    if (source.kind === 'name') return this.heard(source.name, source.from, paragraph)
    const word = this.scene.prose.word(source.to - 1)
    const isNoun = source.kind === 'noun'
    if (isNoun && !isEpithet(word)) return this.holder(source, word, paragraph)
    const name =
      this.subjectBefore(source.from, paragraph, PRONOUNS[word]) ??
      this.personWithStance(source.from, paragraph, PRONOUNS[word]) ??
      this.antecedent(source.from, paragraph, PRONOUNS[word]) ??
      this.samePronoun(source.from, paragraph, PRONOUNS[word])
    if (name !== undefined) return this.heard(name, source.from, paragraph)
    const { prose } = this.scene
    return isNoun ? { start: prose.start(source.from), end: prose.end(source.to - 1) } : undefined
  }

  /**
   * The person with whom the sentence before begins, or the clause before `men`: a pronoun at the beginning of the next
   * takes up the subject, whoever else was named: `Kari Moe traff Anne Lie. Hun sier …`
   */
  private subjectBefore(token: number, paragraph: number, gender: Gender | undefined): Name | undefined {
    const { prose } = this.scene
    const { sentences } = prose.paragraphs[paragraph]!
    const at = sentences.findIndex(({ from, to }) => from <= token && token < to)
    const here = sentences[at]
    if (here === undefined) return undefined
    const goesOn =
      /^(?:men|og|mens|medan)$/.test(prose.word(token - 1)) && prose.gap(token - 1).startsWith(',')
    const clause = token === here.from ? sentences[at - 1] : goesOn ? here : undefined
    if (clause === undefined) return undefined
    const name = subjectOf(this.scene, { from: clause.from, to: Math.min(clause.to, token) })
    if (name?.mention === undefined || !name.isPerson) return undefined
    return fits({ token: name.from, name, gender: name.gender }, gender) ? name : undefined
  }

  /** The sentence before that of a token, also at the end of the paragraph above. */
  private sentenceBefore(token: number, paragraph: number): SentenceAt | undefined {
    const { paragraphs } = this.scene.prose
    const { sentences } = paragraphs[paragraph]!
    const at = sentences.findIndex(({ to }) => token < to)
    if (at > 0) return { paragraph, sentence: sentences[at - 1]! }
    const sentence = paragraphs[paragraph - 1]?.sentences.at(-1)
    return sentence && { paragraph: paragraph - 1, sentence }
  }

  /** Who takes a stance in the sentence before that of a token: `Per Lie er uenig. | Det er dyrt, mener han.` */
  private stanceBefore(token: number, paragraph: number): Name | undefined {
    const before = this.sentenceBefore(token, paragraph)?.sentence
    const name = before && subjectOf(this.scene, before)
    return name !== undefined && takesStance(this.scene.prose, name, before!.to) ? name : undefined
  }

  /** Whom the sentence before means that begins with the same pronoun: `Ho hugsar dottera. | Ja, seier ho.` */
  private samePronoun(token: number, paragraph: number, gender: Gender | undefined): Name | undefined {
    const before = this.sentenceBefore(token, paragraph)
    if (before === undefined || gender === undefined) return undefined
    const { from } = before.sentence
    const isSame = PRONOUNS[this.scene.prose.word(from)] === gender
    return isSame
      ? (this.subjectBefore(from, before.paragraph, gender) ??
          this.antecedent(from, before.paragraph, gender))
      : undefined
  }

  private personWithStance(token: number, paragraph: number, gender: Gender | undefined): Name | undefined {
    const name = this.stanceBefore(token, paragraph)
    if (name?.isPerson !== true) return undefined
    return fits({ token: name.from, name, gender: name.gender }, gender) ? name : undefined
  }

  /** The only person whom a paragraph names before a token. */
  onlyPerson(paragraph: number, before = Infinity): Name | undefined {
    return only(this.mentions[paragraph]?.before(before) ?? [])
  }

  /** Is any person in a paragraph, by name or not? */
  namesAnybody(paragraph: number): boolean {
    return (this.mentions[paragraph]?.before(Infinity) ?? []).length > 0
  }

  /** Who speaks has been mentioned, and may be a person though the name does not show it. */
  private heard(name: Name, token: number, paragraph: number): Name {
    const mayBePerson = name.isPerson || (name.mention === undefined && !/^\p{Lu}+$/u.test(name.key))
    if (mayBePerson) {
      this.mentions[paragraph]!.add(name, token)
      this.last = { name, paragraph }
    } else this.lastOrganisation = { name, paragraph }
    return name
  }

  /** Whose document it is: `rapporten`, where FN's has been named. */
  private document({ from, to }: SourcePhrase): Name | undefined {
    return isDocument(this.scene.prose.word(to - 1)) ? this.documents.makerBefore(from) : undefined
  }

  /**
   * `de` after the only organisation beside it, or after one has spoken; what `står det` under the only organisation of
   * the paragraph above.
   */
  private plural({ from, to }: SourcePhrase, paragraph: number): Name | undefined {
    const isWritten = to === from + 1 && this.scene.prose.word(from) === 'det'
    if (isWritten) return this.organisations.only(paragraph - 1, from)
    const isPlural = to === from + 1 && /^(?:de|dei)$/.test(this.scene.prose.word(from))
    if (!isPlural) return undefined
    const near = this.organisations.only(paragraph, from) ?? this.organisations.only(paragraph - 1, from)
    if (near !== undefined) return this.heard(near, from, paragraph)
    const last = this.lastOrganisation
    return last !== undefined && paragraph - last.paragraph < MEMORY ? last.name : undefined
  }

  /** A title names its holder, in the headline also one who comes later: `Kinas president: …`, `Eksperten: …`. */
  private holdersOf(word: string, { from, to }: SourcePhrase, paragraph: number): TitleHolders {
    const isHeadline = paragraph === 0 && (to - from > 1 || !isOffice(roleOf(word) ?? word))
    const role = roleOf(word) ?? (isHeadline && isRole(word) ? word : undefined)
    if (role === undefined) return { holders: [] }
    return { role, holders: this.roles.of(role, isHeadline ? Infinity : from) }
  }

  private holder(source: SourcePhrase, word: string, paragraph: number): Name | Span | undefined {
    const { prose } = this.scene
    const { from, to } = source
    const { role, holders } = this.holdersOf(word, source, paragraph)
    const holder = this.chosen(holders, from)
    if (holder !== undefined) return this.heard(holder, from, paragraph)
    const body = to - from === 1 ? this.body(word, source, paragraph) : undefined
    if (body !== undefined) return body
    const person = holders.length === 0 ? this.takenUp(word, role, { from, paragraph }) : undefined
    if (person !== undefined) return this.heard(person, from, paragraph)
    // A phrase tells who it is, though it takes nobody up: `Dagbladets anmelder`.
    const takenUp = to - from > 1 ? roleOf(word) : role
    if (holders.length > 1 || tellsNobody(word, takenUp)) return undefined
    return { start: prose.start(from), end: prose.end(to - 1) }
  }

  /** Who was heard last, by a title, or the only person of the text, also by what the person does. */
  private takenUp(
    word: string,
    role: string | undefined,
    { from, paragraph }: { readonly from: number; readonly paragraph: number }
  ): Name | undefined {
    if (role === undefined ? !isAgent(word) : isOffice(role)) return undefined
    const stance = this.stanceBefore(from, paragraph)
    if (stance !== undefined) return stance.isPerson ? stance : undefined
    const person = this.antecedent(from, paragraph, undefined)
    const isHeard = role !== undefined && person?.key === this.last?.name.key
    return from < this.secondPerson || isHeard ? person : undefined
  }

  /** The organisation that a definite noun takes up: `politiet` Oslo politidistrikt, `tilsynet` Mattilsynet. */
  private body(word: string, { from }: SourcePhrase, paragraph: number): Name | undefined {
    const named = this.scene.names.organisationsWith(word)
    if (named.length === 1) return named[0]
    return this.organisations.takenUp(word, { from, paragraph, last: this.lastOrganisation?.name })
  }

  /** Of those whom a title may mean; where the article has none, whom it calls so. */
  private chosen(holders: readonly Name[], from: number): Name | undefined {
    if (holders.length === 0) return this.scene.names.calledAt(from)
    return holders.length > 1 ? this.lastAmong(holders) : holders[0]
  }

  private lastAmong(names: readonly Name[]): Name | undefined {
    return names.find(({ key }) => key === this.last?.name.key)
  }

  /**
   * The nearest person who fits, if the paragraph that names one names no other; of several, who was heard last.
   */
  private antecedent(token: number, paragraph: number, gender: Gender | undefined): Name | undefined {
    for (let at = paragraph; at >= Math.max(0, paragraph - MEMORY); at--) {
      const found = this.mentions[at]!.before(token).filter((mention) => fits(mention, gender))
      if (found.length === 0) continue
      const last = at === paragraph ? this.heardInstead(found, token, { paragraph, gender }) : undefined
      return last ?? only(found) ?? this.heardAmong(found, paragraph)
    }
    return undefined
  }

  /**
   * Who was heard just before, where only what a preposition governs has been named since: `På spørsmål om Per Lie
   * svarer hun`.
   */
  private heardInstead(
    found: readonly Antecedent[],
    token: number,
    { paragraph, gender }: { readonly paragraph: number; readonly gender: Gender | undefined }
  ): Name | undefined {
    const { prose } = this.scene
    const { last } = this
    if (last === undefined || paragraph - last.paragraph > 1) return undefined
    const sentence = prose.paragraphs[paragraph]!.sentences.find(({ to }) => token < to)
    const areGoverned = found.every(
      (one) => one.token >= (sentence?.from ?? 0) && PREPOSITIONS.has(prose.word(one.token - 1))
    )
    return areGoverned && fits({ token, gender: last.name.gender }, gender) ? last.name : undefined
  }

  private heardAmong(found: readonly Antecedent[], paragraph: number): Name | undefined {
    if (this.last === undefined || paragraph - this.last.paragraph > MEMORY) return undefined
    return found.some(({ name }) => name?.key === this.last!.name.key) ? this.last.name : undefined
  }
}

interface SentenceAt {
  readonly paragraph: number
  readonly sentence: TokenRange
}

interface TitleHolders {
  readonly role?: string
  readonly holders: readonly Name[]
}

/** Takes up somebody who has a name, in the text or before it: `forfatteren`, `selskapet`. */
const tellsNobody = (word: string, role: string | undefined): boolean =>
  role === undefined
    ? TAKING_UP.has(word) || isOrganisationNoun(word) || /(?:er|ar)en$/.test(word)
    : !isOffice(role)

const fits = (mention: Antecedent, gender: Gender | undefined): boolean =>
  gender === undefined || mention.gender === undefined || mention.gender === gender

const only = (mentions: readonly Antecedent[]): Name | undefined => {
  const last = mentions.at(-1)?.name
  return last !== undefined && !last.isAmbiguous && mentions.every(({ name }) => name?.key === last.key)
    ? last
    : undefined
}
