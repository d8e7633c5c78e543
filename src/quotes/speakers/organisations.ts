import { wordSet } from '../../structures/word-list.js'
import type { TokenRange } from '../prose.js'
import { isMedium } from '../words/media.js'
import type { Name } from './names.js'
import type { Scene } from './source.js'

/** Nouns that take up an organisation that has been named. */
const ORGANISATIONS = wordSet(`
  selskapet konsernet bedriften bedrifta verksemda virksomheten organisasjonen foreningen foreininga forbundet partiet
  klubben etaten direktoratet tilsynet stiftelsen stiftinga laget banken kjeden nettstedet
`)

export const isOrganisationNoun = (word: string): boolean => ORGANISATIONS.has(word)

/** What publishes, before its name or alone. */
const PUBLISHER =
  /^(?:(?:nett)?avis(?:en|a)|magasinet|tidsskriftet|nettst(?:edet|aden)|kanalen|bladet|byrået)$/

const BUSINESS = /^(?:selskapet|konsernet|bedrift(?:en|a)|verksemda|virksomheten|banken|kjeden)$/
/** The end of a name that bears no business. */
const PUBLIC =
  /(?:tilsyn|direktorat|departement|etat|verk|råd|forbund|parti|universitet|sykehus|politi)(?:et|en)?$|(?:kommune|tingrett|lagmannsrett|høyesterett|stortinget|politidistrikt)$/u

interface Place {
  readonly from: number
  readonly paragraph: number
  /** The organisation that was heard last. */
  readonly last: Name | undefined
}

/** The organisations of a text, which nouns take up. */
export class Organisations {
  private readonly media: readonly Name[]

  /** @param narrative what of each paragraph is not direct speech */
  constructor(
    private readonly scene: Scene,
    private readonly narrative: readonly (readonly TokenRange[])[]
  ) {
    const { prose, names } = scene
    this.media = Array.from({ length: prose.length }, (_, token) => names.at(token)).filter(
      (name): name is Name =>
        name !== undefined &&
        !name.isPerson &&
        (isMedium(name.form) || (PUBLISHER.test(prose.word(name.from - 1)) && prose.follows(name.from)))
    )
  }

  /** The one that a noun takes up: `selskapet`, `avisa`; undefined where it is not sure. */
  takenUp(noun: string, { from, paragraph, last }: Place): Name | undefined {
    if (PUBLISHER.test(noun)) {
      const medium = this.media.findLast((name) => name.from < from)
      return last !== undefined && (medium === undefined || medium.from < last.from) ? last : medium
    }
    if (!isOrganisationNoun(noun)) return undefined
    const mayBe = (name: Name): boolean =>
      !name.isPerson && name.mention !== undefined && !(BUSINESS.test(noun) && PUBLIC.test(name.form))
    return this.onlyOf(paragraph, from, mayBe) ?? last ?? this.onlyOf(paragraph - 1, from, mayBe)
  }

  /** The one that a paragraph names before a token, media aside, where no person is there who may be among `de`. */
  only(paragraph: number, before: number): Name | undefined {
    const only = this.onlyOf(paragraph, before, () => true)
    return only?.isPerson === false && only.mention !== undefined ? only : undefined
  }

  private onlyOf(paragraph: number, before: number, mayBe: (name: Name) => boolean): Name | undefined {
    let only: Name | undefined
    for (const { from, to } of this.narrative[paragraph] ?? [])
      for (let token = from; token < Math.min(to, before); token++) {
        const name = this.scene.names.at(token)
        if (name === undefined || isMedium(name.form) || !mayBe(name)) continue
        if (only !== undefined && only.key !== name.key) return undefined
        only = name
      }
    return only
  }
}
