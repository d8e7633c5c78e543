import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { addFound } from './add-found.js'
import { either } from './bodies.js'

type Mentions = readonly RecognisedMention[]

/** Definite nouns behind which a name stands, also at the ends of compounds: `fjellet | Storhaugen`. */
const NOUNS: readonly (readonly [EntityType, string])[] = [
  [
    'organisation',
    `selskapet firmaet konsernet rederiet forlaget bandet duoen trioen klubben partiet organisasjonen stiftelsen
    stiftinga nettstedet magasinet tenketanken bedriften bedrifta oppstartsselskapet butikkjeden`
  ],
  [
    'product',
    'romanen filmen albumet spillet spelet podkasten podcasten appen skipet fartøyet fergen ferga ferja'
  ],
  [
    'place',
    `byen bygda tettstedet landsbyen øya fjellet fjelltoppen innsjøen vannet vatnet elva elven fjorden dalen halvøya
    bydelen provinsen fylket delstaten kommunen`
  ],
  ['event', 'festivalen stormen orkanen ekstremværet ekstremvêret turneringen turneringa']
]
const NAME = '(\\p{Lu}[\\p{L}\\d]*(?:-\\p{Lu}?[\\p{L}\\d]+)*(?: (?=\\p{Lu})[\\p{L}\\d-]+){0,2})'
/** At the beginning of a sentence too: `[Ff]jellet`. */
const inAnyCase = (nouns: string): string =>
  either(nouns).replace(/(?<=^|\|)\p{Ll}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)
const PATTERNS = NOUNS.map(
  ([type, nouns]) => [type, new RegExp(`(?:${inAnyCase(nouns)}) ${NAME}(?![\\p{L}\\d])`, 'gu')] as const
)
const CERTAINTY = 0.7

/** Adds the name behind a noun that says what it is, where the recogniser passed over it: `fjellet | Gaustatoppen`. */
export const findAfterNouns = (text: string, mentions: Mentions): Mentions =>
  PATTERNS.reduce((all, [type, pattern]) => addFound(all, namesBehind(text, type, pattern)), mentions)

function* namesBehind(text: string, type: EntityType, pattern: RegExp): Generator<RecognisedMention> {
  for (const { 0: found, 1: name = '', index } of text.matchAll(pattern)) {
    const end = index + found.length
    yield { type, start: end - name.length, end, confidence: CERTAINTY }
  }
}
