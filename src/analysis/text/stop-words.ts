import { wordSet } from '../../structures/word-list.js'

/**
 * Words that say little of what a text is about, bokmål and nynorsk. They are indexed like all words (a phrase may
 * need them) but a query leaves them out unless it has no others. After the Snowball project's Norwegian list
 * (BSD), without its content words (`bra`, `tid`, `si`), with question words and the nynorsk pairs it lacks.
 */
const STOP_WORDS = wordSet(`
  alle alt andre annan anna at av ble blei bli blir blitt blive både båe da de deg dei deim deira deires dem den
  denne der dere deres det dette di din disse ditt du dykk dykkar då eg ein eit eitt eller elles en er et ett etter
  ei fleire flere for fordi fra frå før ha hadde han hans har hennar henne hennes her hjå ho hoe honom hoss hossen
  hun hva hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor i ikke ikkje ingen ingi inkje inn inni ja jeg
  kan kom korleis korso kva kvar kvarhelst kven kvi kvifor man mange me med medan meg meget mellom men mens
  mi min mine mitt mot mykje mye må ned no noe noen noka noko nokon nokor nokre nå når og også om opp oss over på
  samme sia sidan siden sin sine sitt sjøl skal skulle slik so som somme somt så sånn til um under upp ut uten vart
  varte ved vere verte vi vil ville vore vors vort var være vært vår våre vårt å òg
`)

/** `word` in lower case. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)
