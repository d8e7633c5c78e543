import { genderOf } from '../given-names.js'
import type { RecognisedMention } from '../mention.js'
import { COUNTRIES } from '../country-names.js'
import { either } from './bodies.js'
import { isWrittenSmall } from './small-letters.js'
import { wordSet } from '../../structures/word-list.js'

type Mentions = readonly RecognisedMention[]

/** Makers of what is sold under a name of its own, whose names do not end in `s`. */
const MAKERS = wordSet(`
  Apple Google Tesla Volvo Sony Samsung Microsoft Facebook Meta Amazon Netflix Disney Volkswagen Audi Toyota Nissan
  Ford Porsche Honda Hyundai Kia Mazda Peugeot Renault Skoda Opel Fiat Ferrari Polestar Huawei Nokia Nintendo Motorola
  Lenovo Xiaomi Panasonic Boeing Intel Nvidia Adobe Spotify Snapchat Twitter Nike Ikea OpenAI Ubisoft Pfizer Moderna
  AstraZeneca BMW HBO BBC NRK SVT VG TV2 Equinor Telenor Canon Nikon Garmin Yamaha Lego Marvel Pixar Rockstar
`)

/** `Cybertruck`, `EX90`, `Pixel 4`: what a maker has made, or who works there; not the organisation's own next word. */
const OWNED = /^(?:\p{Lu}|\d|i\p{Lu}|e-?\p{Lu})/u

/**
 * Divides a name that has taken in its owner: `Teslas Cybertruck` → Teslas, Cybertruck. A person stays one, whoever the
 * person works for: `Googles Sundar Pichai` → Googles, Sundar Pichai.
 */
export const divideOwners = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.flatMap((mention) => {
    const name = text.slice(mention.start, mention.end)
    const [, owner = '', owned = ''] = /^(\S+s) (.+)$/u.exec(name) ?? []
    const stem = owner.slice(0, -1)
    if (owned === '' || !MAKERS.has(stem) || !OWNED.test(owned)) return fromPerson(text, mention, mentions)
    const at = mention.start + owner.length
    const isPerson = mention.type === 'person' && /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(owned)
    return [
      { ...mention, type: 'organisation' as const, end: at },
      { ...mention, type: isPerson ? ('person' as const) : ('product' as const), start: at + 1 }
    ]
  })

/** What many surnames end in, which have no `s` of their own then. */
const SURNAME = /(?:sen|sson|haug|hagen|berg|dal|dahl|vik|stad|land|lund|gaard|gård|moen|bakken|rud|heim)$/u
/** A given name, perhaps another, a surname in the genitive and one word. */
const PERSON_OWNS = /^((\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)? (\p{Lu}\p{L}+)s) \p{Lu}\p{L}+$/u
const UNSURE = 0.6

/**
 * A person who has grown together with what is the person's: `Kari Moens Havfisk` → Kari Moens, Havfisk, which is what
 * the article has elsewhere of that name, and else a firm.
 */
const fromPerson = (text: string, mention: RecognisedMention, all: Mentions): RecognisedMention[] => {
  if (mention.type !== 'person') return [mention]
  const written = text.slice(mention.start, mention.end)
  const [, owner = '', given = '', surname = ''] = PERSON_OWNS.exec(written) ?? []
  const isOwner =
    owner !== '' &&
    genderOf(given.toLowerCase()) !== undefined &&
    SURNAME.test(surname) &&
    !SURNAME.test(written)
  if (!isOwner) return [mention]
  const start = mention.start + owner.length + 1
  const owned = text.slice(start, mention.end)
  const same = all.find((other) => other !== mention && text.slice(other.start, other.end) === owned)
  if (same?.type === 'person') return [mention]
  const type = same?.type ?? 'organisation'
  return [
    { ...mention, end: start - 1 },
    { ...mention, start, type, confidence: mention.confidence * UNSURE }
  ]
}

/** The last words of names that end in an `s` of their own, and what words of Latin, Greek and Norwegian end in. */
const OWN_S = new RegExp(
  `(?:us|is|ss|lys|${either(`
    Games Times News news Sports Motors Records Studios Pictures Airlines Airways Systems Technologies Holdings Partners
    Brothers Industries Foods Reuters Mercedes Siemens Philips Wolves Hearts Rangers Spurs Saints Wanderers Rovers
    Panthers Tigers Oilers Warriors Dragons Lakers Bulls
  `)})$`,
  'u'
)

/**
 * Does an organisation in the genitive stand right before whom or what it owns? `Sunwebs | Kari Moe`; not
 * `Reuters | Kari Moe`.
 */
export const ownsNext = (
  text: string,
  { type, start, end }: RecognisedMention,
  next: RecognisedMention | undefined
): boolean =>
  next !== undefined &&
  type === 'organisation' &&
  (next.type === 'person' || next.type === 'product') &&
  text.slice(end, next.start) === ' ' &&
  /\p{L}{3}s$/u.test(text.slice(start, end)) &&
  !OWN_S.test(text.slice(start, end))

/** `Norges`, `Teslas`, `a-has`: whose genitive is surely one. */
export const isSureOwner = (stem: string): boolean =>
  COUNTRIES.has(stem) || MAKERS.has(stem) || isWrittenSmall(stem)
