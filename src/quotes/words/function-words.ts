/** The words of a list in a source file: separated by white space, in lower case. */
export const wordList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/**
 * Prepositions: the name after one is not the subject, and a sentence that begins with one has the subject after its
 * verb.
 */
export const PREPOSITIONS = wordList(`
  i på til ved hos hjå fra frå av for om med under etter over mot imot mellom overfor gjennom før uten utan via per
  blant ifølge ifølgje ifjor siden sidan rundt bak foran innen innan utenfor utanfor langs tross kring ut opp inn ned
`)

/** Adverbs that a main clause may begin with, or that stand between verb and clause. */
export const ADVERBS = wordList(`
  også òg videre vidare likevel derimot dessuten nå no da då nylig nyleg selv sjølv tidligere tidlegare imidlertid
  samtidig her der så heller igjen nemlig nemleg allerede allereie ofte gjerne deretter derfor difor dermed senere
  seinare innledningsvis innleiingsvis avslutningsvis klart tydelig tydeleg kort bestemt først fyrst ellers elles i.e.
  bl.a. f.eks. mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag når hvis dersom mens
  medan fordi etterpå nokså rett slett bare berre nettopp nøyaktig nå-og-da flere fleire gang ganger gonger blant
  annet anna m.a. jo kanskje trolig truleg kveld natt dag går fjor år uke veke måned månad morges helgen helga
  ettermiddag førre forrige sist siste spøkefullt ærlig ærleg åpent ope offentlig offentleg skriftlig skriftleg
`)

/** Who cannot be told from the words alone, though somebody speaks. */
export const ANONYMOUS = wordList(`
  de dei en ein ei et eit én mange flere fleire noen nokon nokre noe begge alle andre ingen få enkelte einskilde den
  det denne dette disse desse hver kvar hvem kven halvparten flertallet fleirtalet folk kilder kjelder
`)

/** Nouns without an ending of definiteness that name one person in a case before court. */
export const PARTIES = wordList('siktede tiltalte fornærmede mistenkte avdøde sikta')

/** Verbs that stand second in a clause more often than others. */
export const FINITE = wordList(`
  er var har hadde må måtte kan kunne vil ville skal skulle bør burde blir ble blei vert vart får fikk fekk kommer
  kjem kom går gikk gjekk gjør gjorde gjer ser så finnes finst trenger treng trengs ligger ligg står stod sto tar tok
  tek gir ga gav gjev viser viste holder held bruker brukar virker verkar forstår hindrar hindrer mangler manglar
`)

const WORKS = wordList(`
  rapporten planen tallene tala loven lova tiltalen siktelsen siktinga undersøkelsen undersøkinga avtalen studien
  dommen meldingen meldinga programmet oversikten statistikken analysen prognosen boken boka artikkelen regelverket
  forskriften forskrifta kontrakten dokumentene dokumenta målingen målinga strategien vedtaket notatet budsjettet
  teorien utsagnet skriftet tradisjonen reglene reglane legenden ryktene rykta sagaen historien lovverket filmen
  romanen serien albumet singelen singlen låten låta spillet spelet teksten plakaten diktet stykket forestillingen
  førestillinga novellen novella platen plata sangen songen brevet skiltet
`)
const WORK = new RegExp(`(?:${[...WORKS].join('|')})$`, 'u')

/**
 * Documents and works, in definite form: what they say is their content, not speech. `rapporten`,
 * `evalueringsrapporten`, `filmen`
 */
export const isWork = (word: string): boolean => WORK.test(word)

/** `politiet`, `selskapet`, `kritikerne`, `bøndene`: a noun in definite form, by its ending. */
export const isDefinite = (word: string): boolean => word.length > 4 && /(?:en|et|a|ene|ane)$/u.test(word)
