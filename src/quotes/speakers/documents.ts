import { isDefinite, isDocument } from '../words/function-words.js'
import type { Name } from './names.js'
import { nameSource, type Scene, sourceAfter, type SourcePhrase } from './source.js'

/** Between a document and who made it: `undersøkelse | gjort | av`. */
const MADE = /^(?:gjort|gjennomført|utført|laget|utarbeidet|utarbeidd|publisert|sendt|skrevet|skrive)$/
const MAKER = /^(?:av|fra|frå)$/
/** How far on the document may stand, and its maker behind it. */
const REACH = 5

/**
 * Who stands behind a document that tells something, as the phrase from a token on has it: `en rapport fra | FN`,
 * `ei undersøking gjort av analysebyrået | Norstat`. Undefined where the phrase names nobody.
 */
export const documentSource = (scene: Scene, from: number, limit: number): SourcePhrase | undefined => {
  const { prose, names } = scene
  for (let at = from; at < Math.min(limit, from + REACH); at++) {
    if (at > from && !prose.follows(at)) return undefined
    if (!isDocument(prose.word(at))) continue
    const own = names.at(at)
    return own === undefined ? makerAfter(scene, at + 1, limit) : nameSource(own)
  }
  return undefined
}

const makerAfter = ({ prose, names }: Scene, from: number, limit: number): SourcePhrase | undefined => {
  const at = MADE.test(prose.word(from)) ? from + 1 : from
  if (at + 1 >= limit || !MAKER.test(prose.word(at)) || !prose.follows(at)) return undefined
  const maker = names.at(names.at(at + 1) === undefined && isDefinite(prose.word(at + 1)) ? at + 2 : at + 1)
  if (maker !== undefined && prose.follows(maker.from)) return nameSource(maker)
  const person = sourceAfter({ prose, names }, at + 1, limit) // `fra rådgiver Kari Moe`
  return person?.kind === 'name' && person.name.isPerson ? person : undefined
}

/** Who stands behind the documents of a text, at the tokens of these: `UNCTAD-rapporten`, `rapporten fra FN`. */
export class Documents {
  private readonly makers: { readonly token: number; readonly maker: Name }[] = []

  constructor(scene: Scene) {
    for (const { from, to } of scene.prose.paragraphs)
      for (let token = from; token < to; token++) {
        if (!isDocument(scene.prose.word(token))) continue
        const source = documentSource(scene, token, to)
        if (source?.kind === 'name') this.makers.push({ token, maker: source.name })
      }
  }

  /** Whose document was named last before a token. */
  makerBefore(token: number): Name | undefined {
    return this.makers.findLast((one) => one.token < token)?.maker
  }
}
