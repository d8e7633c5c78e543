import { wordSet } from '../../structures/word-list.js'

/**
 * Prepositions: the name after one is not the subject, and a sentence that begins with one has the subject after its
 * verb.
 */
export const PREPOSITIONS = wordSet(`
  i på til ved hos hjå fra frå av for om med under etter over mot imot mellom overfor gjennom før uten utan via per
  blant ifølge ifølgje ifylgje ifjor siden sidan rundt bak foran innen innan utenfor utanfor langs tross kring ut opp inn
  ned
`)

/** Adverbs that a main clause may begin with, or that stand between verb and clause. */
export const ADVERBS = wordSet(`
  også òg videre vidare likevel derimot dessuten nå no da då nylig nyleg selv sjølv tidligere tidlegare imidlertid
  samtidig her der så heller igjen nemlig nemleg allerede allereie ofte gjerne deretter derfor difor dermed senere
  seinare innledningsvis innleiingsvis avslutningsvis klart tydelig tydeleg kort bestemt først fyrst ellers elles i.e.
  bl.a. f.eks. mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag når hvis dersom mens
  medan fordi etterpå nokså rett slett bare berre nettopp nøyaktig nå-og-da flere fleire gang ganger gonger blant
  annet anna m.a. jo kanskje trolig truleg kveld natt dag går fjor år uke veke måned månad morges helgen helga
  ettermiddag førre forrige sist siste spøkefullt ærlig ærleg åpent ope offentlig offentleg skriftlig skriftleg
`)

/** Who cannot be told from the words alone, though somebody speaks. */
export const ANONYMOUS = wordSet(`
  de dei en ein ei et eit én mange flere fleire noen nokon nokre noe begge alle andre ingen få enkelte einskilde den
  det denne dette disse desse hver kvar hvem kven halvparten flertallet fleirtalet folk kilder kjelder
  vedkommende vedkomande førstnevnte sistnevnte førstnemnde sistnemnde
`)

/** Nouns without an ending of definiteness that name one person in a case before court. */
export const PARTIES = wordSet('siktede tiltalte fornærmede mistenkte avdøde sikta')

/** Verbs that stand second in a clause more often than others. */
export const FINITE = wordSet(`
  er var har hadde må måtte kan kunne vil ville skal skulle bør burde blir ble blei vert vart får fikk fekk kommer
  kjem kom går gikk gjekk gjør gjorde gjer ser så finnes finst trenger treng trengs ligger ligg står stod sto tar tok
  tek gir ga gav gjev viser viste holder held bruker brukar virker verkar forstår hindrar hindrer mangler manglar
`)

/** Other verbs that a clause has in second place, by their form: `behandler`, `utgjør`, `ønsket`, `løy`. */
const VERBS = wordSet(`
  utgjør utgjorde ønsker ønskjer ønsket ønska løy fortjener fortener fortjente behandler behandlar behandlet passer
  passar passet handlet handler fungerer fungerte betyr betydde tyder tydde gjelder gjeld gjaldt skjer skjedde hender
  hendte øker økte aukar auka synker sank stiger steg faller falt fell fall vokser vokste veks taper tapte tapar vinner
  vant vinn mister mistet mistar ender endte endar starter startet startar begynner begynte byrjar slutter sluttet
  krever krevde krev koster kostet kostar truer truet utfordrer utfordret påvirker påvirket påverkar svekker svekket
  styrker styrket styrkar skaper skapte skapar løser løste løyser hjelper hjalp hjelp venter ventet ventar vet visste
  veit kjenner kjente lever levde lev bor bodde bur jobber jobbet jobbar arbeider arbeidet arbeidar spiller
  spilte spelar leverer leverte prøver prøvde freistar forsøker forsøkte klarer klarte klarar greier greide velger
  valgte vel beholder beholdt setter satte set legger la legg sitter satt sit følger fulgte følgjer fører førte
  sender sendte selger solgte sel kjøper kjøpte betaler betalte bidrar bidro bidrog inneholder inneholdt inneheld
  bygger bygde byggjer driver drev driv snakker snakket snakkar trives opplever opplevde opplev føler følte
  reagerer reagerte deltar deltok deltek stemmer stemte støtter støttet støttar gleder gledet hører hørte høyrer
`)

/** Is the word a verb that may stand second in a clause, by a list? */
export const isFinite = (word: string): boolean => VERBS.has(word)

const WORKS = wordSet(`
  programmet boken boka artikkelen dokumentene dokumenta utsagnet skriftet historien filmen romanen serien albumet
  singelen singlen låten låta spillet spelet teksten plakaten diktet stykket forestillingen førestillinga novellen
  novella platen plata sangen songen skiltet
`)
/** What tells how things ought to be, not how they are. */
const RULES = wordSet(`
  planen planene loven lova lovene avtalen avtala regelverket reglene reglane tradisjonen teorien kalenderen kontrakten
  budsjettet forskriften forskrifta legenden sagaen terminlisten terminlista strategien ryktene rykta vedtaket programmet paragrafen
  lov regler reglar grunnloven grunnlova lovverket oppskriften oppskrifta
`)

/** `rapporten`, `tiltalen`, `ei undersøking`: speaks for whoever wrote it, who is not told. */
export const isDocument = (word: string): boolean =>
  /(?:rapport|dom|dommen|tiltale|siktelse|siktinga|undersøkelse|undersøking|undersøkinga|studie|analyse|prognose|statistikk|måling|målinga|melding|meldinga|oversikt|notat|brev|artikkel|uttalelse|fråsegn|erklæring|innlegg|kronikk|e-?post|tweet|kunngjøring|tal|tall)(?:en|n|et|ene|a)?$/u.test(
    word
  )

const WORK = new RegExp(`(?:${[...WORKS].join('|')})$`, 'u')

/**
 * Works of art and what sets rules, in definite form: what they say is their content, not speech. `filmen`, `planen`;
 * what reports, verdicts and studies say is reported: `rapporten`.
 */
export const isWork = (word: string): boolean => WORK.test(word) || RULES.has(word)

/** `politiet`, `selskapet`, `kritikerne`, `bøndene`: a noun in definite form, by its ending. */
export const isDefinite = (word: string): boolean =>
  word.length > 4 && /(?:en|et|a|ene|erne|ane)$/u.test(word)
