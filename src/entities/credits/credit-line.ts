import { isAgencyWord } from './agencies.js'
import { PARTICLE } from './credited-names.js'
import { findCredits, PHOTO, PICTURE } from './find-credits.js'

/** Longer sentences say something else too. In UTF-16 code units. */
const LONGEST = 120

/** Words that a credit has beside names: what was made, and who is not named. */
const CREDIT_WORD = new RegExp(
  `^(?:\\p{L}*${PHOTO}|${PICTURE}|tekst|skrevet|journalist|kilder?|av|og|arkiv|privat|handout)$`,
  'iu'
)
const LABELLED = new RegExp(`^(?:\\p{L}*${PHOTO}|${PICTURE}|kilder?) {0,2}:|©|📸`, 'iu')

/** A word in small letters that stands apart: no part of `Yann-erik` or `digi.no`. */
const SMALL_WORD = /(?<= )\p{Ll}+(?= )/gu

/**
 * Does one of its words show that a sentence is no credit, without a look for names? In small letters a name has no
 * more than particles and the further words of agencies; in parentheses there may be whatever.
 */
const saysMore = (sentence: string): boolean => {
  if (sentence.includes('(')) return false
  for (const [word] of sentence.matchAll(SMALL_WORD))
    if (!CREDIT_WORD.test(word) && !PARTICLE.test(word) && !isAgencyWord(word)) return true
  return false
}

/**
 * Does a sentence, which may be a line, only say who made the text or its pictures?
 *
 *     Av Kari Moe · Foto: Terje Pedersen / NTB · Foto: Privat · Tekst og foto: Kari Moe → true
 *     Foto av Kari Moe ble stjålet. · Kari Moe → false
 */
export const isCreditLine = (sentence: string): boolean => {
  if (sentence.length > LONGEST || saysMore(sentence)) return false
  const names = findCredits(sentence)
  if (names.length === 0 && !LABELLED.test(sentence)) return false
  let rest = ''
  let at = 0
  for (const { start, end } of names) {
    rest += `${sentence.slice(at, start)} `
    at = end
  }
  const others = (rest + sentence.slice(at)).match(/[\p{L}\p{N}]+/gu) ?? []
  return others.every((word) => CREDIT_WORD.test(word))
}
