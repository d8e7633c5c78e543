import type { Language } from '../articles/article.js'
import type { Token } from './token.js'

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
  `,
  nn: `
    eg ikkje frå kva kven kor korleis kvifor kvar kvart kvarandre noko nokon nokre no dei deira ho hennar ein ei eit vere
    vert vart vorte vore mykje meir fleire fekk kjem seier seie gjere gjer sjå veit berre sjølv desse same medan heil
    heile heilt einaste eigen eige eigne auke aukar auka følgje følgjer ifølgje annan anna saman sidan utan då òg veke
    veker månad månader dagar gonger gong timar veg vegen stader tysdag måndag laurdag skriv meiner fortel ligg finst
    treng byrja byrjar køyre køyrer mogleg vanleg vanskeleg særleg tidlegare høgare noreg noregs millionar milliardar
    personar pengar menneske heim heime framleis betre leiar hjå me dykk dykkar difor gjev tek einskild fyrste
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
  for (const word of WORDS[cue].trim().split(/\s+/)) cues.set(word, cue)

/** `ikkje` → nn, `ikke` → nb, `og` → norwegian, `the` → foreign, `hus` → undefined. In lower case. */
export const languageCue = (word: string): LanguageCue | undefined => cues.get(word)

/** How many tokens of a text give each cue. */
export type CueCounts = Readonly<Record<LanguageCue, number>>

/** Norwegian words to each foreign one: an article may quote a fifth of its words from abroad and stay Norwegian. */
const LEAST_NORWEGIAN = 4

/**
 * Bokmål or nynorsk by the majority of telling words; neither where nothing tells or foreign words are too many for
 * quotations. `Oslo og Bergen` is `und`. Fails on much Danish, which shares most of bokmål's words.
 */
export const detectLanguage = ({ nb, nn, norwegian, foreign }: CueCounts): Language => {
  if (nb === nn || nb + nn + norwegian <= LEAST_NORWEGIAN * foreign) return 'und'
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
