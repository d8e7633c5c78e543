import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { COMMON_ABBREVIATIONS } from './common-abbreviations.js'
import type { Span } from '../structures/span.js'
import { servedType } from './entity-type.js'
import type { NameFinder, RecognisedMention } from './mention.js'
import type { Convention } from './recogniser/convention.js'
import { recogniseText } from './recogniser/recognise-text.js'
import { type Recogniser, createRecogniser, readEntityModel } from './recogniser/recogniser.js'
import { modelFile } from '../analysis/models.js'

/** `nyhetsbyrået AFP`, `melder AFP`, `AFP skriver`: no pension. */
const AGENCY = /(?:byrået|[Mm]elder|[Ss]kriv(?:er)?|[Rr]apporterer|[Oo]pplyser|[Ii]følgj?e|sier til) $/u
const REPORTS = /^ (?:melder|skriv(?:er)?|rapporterer|opplyser|erfarer)(?!\p{L})/u

const isAgency = (text: string, { start, end }: Span): boolean =>
  AGENCY.test(text.slice(Math.max(0, start - 14), start)) || REPORTS.test(text.slice(end, end + 14))

/** Names the model that names are found by. */
export const entityModelVersion = (): string =>
  createHash('sha256')
    .update(readFileSync(modelFile(MODEL)))
    .digest('base64url')
    .slice(0, 12)

const MODEL = 'entities.bin.gz'

/** The recogniser of the service, for bokmål and nynorsk alike; it reads its model when it is made. */
export const norwegianRecogniser = (convention: Convention = 'news'): Recogniser =>
  createRecogniser(readEntityModel(modelFile(MODEL)), convention)

/** Finds the names of the types that the service knows. Reads the model when it is first asked. */
export const norwegianNames: NameFinder = (text, reading) =>
  (finder ??= servedNames(norwegianRecogniser()))(text, reading)

let finder: NameFinder | undefined

/** What a recogniser finds, by the types that the service knows. */
export const servedNames =
  (recognise: Recogniser): NameFinder =>
  (text, reading) =>
    recogniseText(recognise, text, reading).flatMap(({ type: recognised, ...span }): RecognisedMention[] => {
      const type = servedType(recognised)
      const isName = !COMMON_ABBREVIATIONS.has(text.slice(span.start, span.end)) || isAgency(text, span)
      return type !== undefined && isName ? [{ type, ...span }] : []
    })
