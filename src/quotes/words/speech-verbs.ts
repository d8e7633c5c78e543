import { wordList } from './function-words.js'

/** Finite forms that take a clause with *at*, and stand beside direct speech too. */
const SAYING = wordList(`
  sier sa seier forteller fortalte fortel fortalde opplyser opplyste mener mente meiner meinte hevder hevdet hevdar
  hevda påpeker påpekte påpeikar påpeika understreker understreket understrekte understrekar understreka presiserer
  presiserte forklarer forklarte forklarar forklara fastslår fastslo konstaterer konstaterte bekrefter bekreftet
  bekrefta stadfester stadfestar stadfesta innrømmer innrømmet innrømte vedgår vedgikk vedgjekk medgir medga erkjenner
  erkjente avviser avviste varsler varslet varslar varsla advarer advarte åtvarar åtvara forsikrer forsikret forsikrar
  forsikra lover lovet lovte lovar lova svarer svarte svarar svara skriver skrev skriv skreiv melder meldte uttaler
  uttalte uttalar uttala poengterer poengterte fremhever fremhevet framhever framhevet framhevar framheva nevner
  nevnte nemner nemnde tilføyer tilføyde anslår anslo antyder antydet antydar antyda gjentar gjentok gjentek
  repliserer repliserte røper røpet avslører avslørte meddeler meddelte oppgir oppga argumenterer argumenterte
  konkluderer konkluderte erklærer erklærte kunngjør kunngjorde rapporterer rapporterte utdyper utdypet utdjupar
  utdjupa bemerker bemerket innvender innvendte
  fastholder fastholdt bedyrer bedyret beklager beklaget påstår påstod påsto
  foreslår foreslo spår spådde krever krevde tvitrer tvitret istemmer istemte vurderer vurderte
  mistenker mistenkte beretter berettet
`)

/** Beside direct speech only: *–, ler hun*. */
const UTTERING = wordList(`
  spør spurte spurde roper ropte ropar ropa hvisker hvisket kviskrar kviskra utbryter utbrøt ler lo smiler smilte
  smilar flirer flirte humrer humret humrar humra jubler jublet jublar jubla sukker sukket sukkar sukka spøker spøkte
  avslutter avsluttet avsluttar avslutta innleder innledet innleiar innleia tordner tordnet raser raste oppfordrer
  oppfordret oppfordrar oppfordra parerer parerte tror trodde trur trudde synes syntes syns synest håper håpet håpar
  håpa fortsetter fortsatte fortset fortsette kommenterer kommenterte oppsummerer oppsummerte beskriver beskrev
  beskriv mimrer mimret minnes mintes beklagar beklaga skryter skrøt protesterer
  protesterte beroliger beroliget supplerer supplerte freser freste betror betrodde stønner
  stønnet slutter sluttet resonnerer resonnerte formaner formante undrer undret undrar åpner åpnet
  begynner begynte byrjar byrja klager klaget klagar klaga
`)

/** A clause may follow these without *at*: *hun mener det er feil*. */
const PLAIN = wordList('mener mente meiner meinte sier sa seier hevder hevdet hevdar hevda')

/** Said with *har*: *har selv sagt at*. */
const PARTICIPLES = wordList(`
  sagt fortalt uttalt opplyst hevdet hevda ment meint skrevet skrive forklart varslet varsla bekreftet bekrefta lovet
  lova foreslått kunngjort påstått beklaget påpekt understreket understreka innrømmet svart
`)

const withParticle = (particle: string, verbs: string): [string, string][] =>
  verbs.split(' ').map((verb) => [verb, particle])

/** What makes a verb one of saying: *la til*, *slår fast*, *viser til at*. */
const PARTICLES = new Map([
  ...withParticle('til', 'legger la legg føyer føyde viser viste'),
  ...withParticle('fast', 'slår slo'),
  ...withParticle('på', 'peker pekte peikar peika'),
  ...withParticle('inn', 'skyter skjøt bryter brøt'),
  ...withParticle('om', 'minner minnet minnar minna'),
  ...withParticle('med', 'fortsetter fortsatte')
])

/** All that a sentence may report speech with; `i` for *i følge*. */
const REPORTING = new Set([...SAYING, ...PARTICIPLES, ...PARTICLES.keys(), 'ifølge', 'ifølgje', 'iflg.', 'i'])

/** Is it worth to look closer? Most words are not. */
export const mayReport = (word: string): boolean => REPORTING.has(word)

/** `sier` → true; `la` → false, it needs its particle. In lower case. */
export const takesClause = (word: string): boolean => SAYING.has(word)

export const takesPlainClause = (word: string): boolean => PLAIN.has(word)

/** May the word stand beside direct speech: *–, smiler hun*? */
export const announcesSpeech = (word: string): boolean => SAYING.has(word) || UTTERING.has(word)

export const isParticiple = (word: string): boolean => PARTICIPLES.has(word)

/** `la` → `til` */
export const particleOf = (word: string): string | undefined => PARTICLES.get(word)
