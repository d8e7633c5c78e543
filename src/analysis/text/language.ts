import type { Language } from '../../articles/article.js'
import type { Token } from './reading.js'
import { wordList } from '../../structures/word-list.js'

/** What a word says of the language it stands in. */
export type LanguageCue = 'nb' | 'nn' | 'norwegian' | 'foreign'

/**
 * Frequent words of no topic, each under the one thing it tells: bokmål and not nynorsk, nynorsk and not bokmål, both
 * of them, or a neighbour and neither. What the other standard allows too is not under `nb` or `nn`: `blir`, `også`,
 * `mange`. Radical bokmål (`ei`, `veit`, `heim`) is under `nn`: the majority decides.
 */
const WORDS: Readonly<Record<LanguageCue, string>> = {
  nb: `
    jeg ikke fra hva hvem hvor hvordan hvorfor hvis hvilken hvilket hvilke hver hvert hverandre noe noen nå de dem dere
    deres hun hennes ham en et være ble vært mye mer flere fikk kommer sier gjøre gjør se vet bare selv disse samme hel
    hele eneste egen eget egne øke økte økt følge følger ifølge annen annet sammen siden uten da uke uker måned måneder
    dager ganger timer vei veien steder tirsdag mandag lørdag skriver mener forteller ligger finnes trenger begynte
    begynner kjøre kjører mulig vanlig vanskelig særlig tidligere høyere norge millioner milliarder personer penger
    mennesker hjem hjemme frem fremdeles kun syv bedre leder
    gjelder helt gikk videre tror allerede innen forrige imidlertid lavere senere trolig legger holde
  `,
  nn: `
    eg ikkje frå kva kven kor korleis kvifor kvar kvart kvarandre noko nokon nokre no dei deira ho hennar ein ei eit
    vere vert vart vorte vore mykje meir fleire fekk kjem seier seie gjere gjer sjå veit berre sjølv desse same
    medan heil heile heilt einaste eigen eige eigne auke aukar auka følgje følgjer ifølgje annan anna saman sidan
    utan då òg veke veker månad månader dagar gonger gong timar veg vegen stader tysdag måndag laurdag skriv meiner
    fortel ligg finst treng byrja byrjar køyre køyrer mogleg vanleg vanskeleg særleg tidlegare høgare noreg noregs
    millionar milliardar personar pengar menneske heim heime framleis betre leiar hjå me dykk dykkar difor gjev tek
    einskild fyrste gjeld gjekk vidare trur allereie innan førre lågare seinare truleg halde blei eitt smitta
    tilsette
  `,
  norwegian: `
    og i på er som til med av det den å har han var skal vil kan men om så må over ut opp etter mot ved at for seg vi
    alle mange andre dette denne under når eller også ha bli blir blitt der her får fått både gjennom mellom kunne
    skulle ville måtte hadde inn ned ingen igjen før sin sine oss meg deg du enn bak går gjort første nye siste år
  `,
  foreign: `
    the and of that with this from are have been which they was were not you in on its his has their will would said but
    or he she we your our there what who when than about
    och är att från inte mycket hon jag för till vill sig mig dig kunde vid än när genom bara säger sade flera något
    någon några mellan där här varit många andra gör göra sedan enligt
    af blev blevet bliver hvad jer nogle noget nogen efter gennem uden igen havde fik gik siger sagde ud op giver tager
    vores hende hendes anden andet lidt næste sidste uge uger penge oplyser
    und das ist nicht von auch eine sich für wird werden sind
    että oli ovat mutta myös lea leat ahte maid muhto
  `
}

const cues = new Map<string, LanguageCue>()
for (const cue of ['nb', 'nn', 'norwegian', 'foreign'] as const)
  for (const word of wordList(WORDS[cue])) cues.set(word, cue)

/**
 * Endings that one standard has and the other hardly: `bygninger` and `bygningar`, `gjeldende` and `gjeldande`,
 * `vanskelig` and `vanskeleg`. Before them stand at least four letters, so that `finger` and `svar` do not tell. Each
 * was at least twenty times as frequent in the one as in the other in 10,000 sentences with their translations. Fails
 * on `orkane` and `boligar`.
 */
const ENDINGS: Readonly<Record<'nb' | 'nn', RegExp>> = {
  nb: /^.{4,}(?:[glr]ene|ende|oner|erne|lig|ligere|inger|het|heter)$/,
  nn: /^.{4,}(?:ane|inga|ande|onar|[dgilmrs]ar|leg|legare|ingar|heit|heiter)$/
}

/** Four letters before an ending of three. */
const SHORTEST_WITH_ENDING = 7

/**
 * `ikkje` → nn, `ikke` → nb, `og` → norwegian, `the` → foreign, `bygningane` → nn, `hus` → undefined. In lower case.
 */
export const languageCue = (word: string): LanguageCue | undefined => {
  const cue = cues.get(word)
  if (cue !== undefined || word.length < SHORTEST_WITH_ENDING) return cue
  if (ENDINGS.nb.test(word)) return 'nb'
  return ENDINGS.nn.test(word) ? 'nn' : undefined
}

/** How many tokens of a text give each cue. */
export type CueCounts = Readonly<Record<LanguageCue, number>>

/** Norwegian words to each foreign one: an article may quote a fifth of its words from abroad and stay Norwegian. */
const LEAST_NORWEGIAN = 4

/**
 * A text with so many Norwegian words, and none of them of one standard alone, is taken for bokmål, as most Norwegian
 * is. One such word alone may be of another language too.
 */
const LEAST_COMMON = 2

/**
 * Bokmål or nynorsk by the majority of telling words, bokmål where a Norwegian text has none. Neither where a text has
 * as many of both, where it has hardly a Norwegian word (`Oslo og Bergen`) or more foreign ones than quotations have.
 * Fails on much Danish, which shares most of bokmål's words, and on a nynorsk headline without any that tells.
 */
export const detectLanguage = ({ nb, nn, norwegian, foreign }: CueCounts): Language => {
  if (nb + nn + norwegian <= LEAST_NORWEGIAN * foreign) return 'und'
  if (nb === nn) return nb === 0 && norwegian >= LEAST_COMMON ? 'nb' : 'und'
  return nb > nn ? 'nb' : 'nn'
}

/** Counts the cues of a text's tokens. */
export const countCues = (tokens: Iterable<Pick<Token, 'word'>>): CueCounts => {
  const counts = { nb: 0, nn: 0, norwegian: 0, foreign: 0 }
  for (const { word } of tokens) {
    const cue = languageCue(word)
    if (cue !== undefined) counts[cue]++
  }
  return counts
}
