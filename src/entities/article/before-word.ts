/** Words that follow a subject or a name by itself, and no genitive. */
const NO_NOUN =
  'og|eller|men|enn|at|som|da|då|når|er|var|har|hadde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør|ble|blir|vart|vert|' +
  'fikk|fekk|får|går|gikk|gjekk|kom|kjem|kommer|sier|seier|sa|mener|meiner|melder|skriver|skriv|opplyser|ikke|ikkje|' +
  'også|òg|selv|sjølv|i|på|til|for|av|med|ved|fra|frå|mot|om|under|over|etter'
const WORD_BEHIND = new RegExp(`^[ \\n][«"“]?(?!(?:${NO_NOUN})(?!\\p{L}))\\p{L}`, 'u')
const LONGEST_WORD = 14

/** Does a word follow directly, as the noun follows a genitive? `Difis regi`, not `Paris.`, `Nordea Markets og` */
export const isBeforeWord = (text: string, end: number): boolean =>
  WORD_BEHIND.test(text.slice(end, end + LONGEST_WORD))
