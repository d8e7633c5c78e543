import { COMMON_ABBREVIATIONS } from '../common-abbreviations.js'
import { genderOf } from '../given-names.js'
import type { RecognisedMention } from '../mention.js'
import { isPlainParty } from '../party-names.js'
import { isRole } from '../role-nouns.js'
import { isRoleWord } from '../role-words.js'
import { addFound } from './add-found.js'

type Mentions = readonly RecognisedMention[]

const FIRST_PART = /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}\d]+)-(\p{Ll}+)/gu
const CERTAINTY = 0.9
/** What is less sure where it was found is not looked for elsewhere. */
const LEAST_SURE = 0.5
const ALIKE = 0.8

/**
 * Adds names of one word that the recogniser passed over before a role, where any word has a capital: parties, and
 * names that the article has elsewhere. `Rødt | -leder`, `Havbladet … | Havbladet | -redaktør`; not `Krise-leder`
 */
export const findBeforeRoles = (text: string, mentions: Mentions): Mentions => {
  const compounds = Array.from(text.matchAll(FIRST_PART)).filter(([, , role = '']) => isRoleWord(role))
  if (compounds.length === 0) return mentions
  const known = new Map<string, RecognisedMention>()
  for (const mention of mentions)
    if (mention.type !== 'person' && mention.confidence >= LEAST_SURE)
      known.set(text.slice(mention.start, mention.end), mention)
  return addFound(
    mentions,
    compounds.flatMap(({ 1: name = '', index: start }): RecognisedMention[] => {
      const span = { start, end: start + name.length }
      if (isPlainParty(name) || isLettersOfBody(text, name, mentions, start))
        return [{ type: 'organisation', ...span, confidence: CERTAINTY }]
      const same = known.get(name)
      return same === undefined ? [] : [{ type: same.type, ...span, confidence: same.confidence * ALIKE }]
    })
  )
}

/** `SIPRI | -forsker Jan Moe`: letters before the role of who is named behind it; not `VM-leder`, `HR-sjef`. */
const isLettersOfBody = (text: string, name: string, mentions: Mentions, start: number): boolean => {
  if (!/^\p{Lu}{3,6}$/u.test(name) || COMMON_ABBREVIATIONS.has(name)) return false
  const [compound = ''] = /^\p{Lu}+-\p{Ll}+ /u.exec(text.slice(start, start + LONGEST_COMPOUND)) ?? []
  const end = start + compound.length
  return compound !== '' && mentions.some((one) => one.type === 'person' && one.start === end)
}

const LONGEST_COMPOUND = 40

/** `Bonde | Kari Moe`: a title with the capital of its sentence, before a given name and another word. */
const TITLED = /^(\p{Lu}\p{Ll}+) (\p{Lu}[\p{L}-]+) \p{Lu}/u

/** Between the title and the surname stands a given name, known or not: `Havforskar | Aril Slotte-Berge`. */
const TITLED_WHOLE = /^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.-]*){2,}$/u

/** A name without a title that has grown into it: `Hundefører | Kari Moe`; `Baker Hansen` stays. */
export const withoutTitles = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) => {
    if (mention.type !== 'person') return mention
    const name = text.slice(mention.start, mention.end)
    const [, title = '', given = ''] = TITLED.exec(name) ?? []
    const isTitle =
      isRole(title.toLowerCase()) &&
      genderOf(title.toLowerCase()) === undefined &&
      (genderOf(given.toLowerCase()) !== undefined || TITLED_WHOLE.test(name))
    return isTitle ? { ...mention, start: mention.start + title.length + 1 } : mention
  })
