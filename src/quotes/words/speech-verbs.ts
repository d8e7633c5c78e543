import { wordList, wordSet } from '../../structures/word-list.js'

/** A list of finite forms, and what nynorsk has for those in *-et*: `tordnet` → tordna, with `tordner` → tordnar. */
const inBothStandards = (list: string): ReadonlySet<string> => {
  const forms = wordSet(list)
  const stems = [...forms].flatMap((form) => /^(\p{L}{3,})et$/u.exec(form)?.[1] ?? [])
  const presents = stems.filter((stem) => forms.has(`${stem}er`)).map((stem) => `${stem}ar`)
  return new Set([...forms, ...stems.map((stem) => `${stem}a`), ...presents])
}

/** Finite forms that take a clause with *at*, and stand beside direct speech too. */
const SAYING = inBothStandards(`
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
  foreslår foreslo spår spådde krever krevde tvitrer tvitret tvitra twitrer twitret
  twitra istemmer istemte vurderer vurderte
  mistenker mistenkte beretter berettet tror trur synes syntes syns synest kommenterer kommenterte
  oppklarer oppklarte klargjør klargjorde frykter fryktet fryktar frykta anbefaler anbefalte tilrår tilrådde
  henviser henviste informerer informerte orienterer orienterte hinter hintet nekter nektet nektar nekta
  benekter benektet framholder framholdt fremholder fremholdt framheld forlanger forlangte garanterer garanterte
  insisterer insisterte spekulerer spekulerte truer truet trugar truga antar antok forutser forutså bebuder bebudet
  proklamerer proklamerte noterer noterte tilbakeviser tilbakeviste erfarer erfarte erfarar håper håpet håpte håpar
  håpa vonar vona føreslår føreslo avkrefter avkreftet utelukker utelukket dementerer dementerte
`)

/** Beside direct speech only: *–, ler hun*. */
const UTTERING = inBothStandards(`
  spør spurte spurde roper ropte ropar ropa hvisker hvisket kviskrar kviskra utbryter utbrøt ler lo smiler smilte
  smilar flirer flirte humrer humret humrar humra jubler jublet jublar jubla sukker sukket sukkar sukka spøker spøkte
  avslutter avsluttet avsluttar avslutta innleder innledet innleiar innleia tordner tordnet raser raste oppfordrer
  oppfordret oppfordrar oppfordra parerer parerte tror trodde trur trudde synes syntes syns synest håper håpet håpar
  håpa fortsetter fortsatte fortset fortsette filosoferer filosoferte oppsummerer oppsummerte beskriver beskrev
  beskriv mimrer mimret minnes mintes beklagar beklaga skryter skrøt protesterer
  protesterte beroliger beroliget supplerer supplerte freser freste betror betrodde stønner
  stønnet slutter sluttet resonnerer resonnerte formaner formante undrer undret undrar åpner åpnet
  begynner begynte byrjar byrja klager klaget klagar klaga
  fnyser fnyste fnys fnaus skriker skrek skrik skreik gråter gråt græt gret undres undrast skraut skryt
  fleiper fleipet vitser vitset gliser gliste glis glise smågliser smågliste småler smålo erter ertet tuller tullet
  tøyser tøyset spøkar ironiserer ironiserte fniser fniste fnis knegger knegget klukker klukket klukkler klukklo
  mumler mumlet brummer brummet knurrer knurret bjeffer bjeffet hveser hveste kveser kveste glefser glefset snerrer
  snerret hikster hikstet hulker hulket stammer stammet stotrer stotret gisper gispet peser peste trøster trøstet
  skjenner skjente kjefter kjeftet refser refset kritiserer kritiserte jamrer jamret sutrer sutret syter sytte banner
  bannet takker takket takkar takka gratulerer gratulerte hilser hilste helsar helsa skåler skålte ber ba bad trygler
  tryglet bønnfaller bønnfalt roser roste rosar hyller hyllet lovpriser lovpriste berømmer berømmet berømmar skravler
  skravlet brøler brølte vræler vrælte hyler hylte hoier hoiet messer messet formulerer formulerte deklamerer
  deklamerte siterer siterte summerer summerte analyserer analyserte utfyller utfylte reflekterer reflekterte funderer
  funderte grubler grublet lurer lurte drømmer drømte triumferer triumferte stråler strålte tipper tippet gjetter
  gjettet tilstår tilsto tilstod nikker nikket kontrer kontret maner manet oppmuntrer oppmuntret nøler nølte
`)

/** A clause may follow these without *at*: *hun mener det er feil*. */
const PLAIN = wordSet(`
  mener mente meiner meinte sier sa seier hevder hevdet hevdar hevda tror trur synes syntes syns synest
  påstår påstod påsto sagt ment spår håper håpet håpte håpar håpa vonar vona frykter fryktet fryktar frykta
`)

/** What may be said of oneself with *å*: *han opplyser å ha betalt*. */
const INFINITIVE = wordSet(`
  opplyser opplyste hevder hevdet hevdar hevda påstår påstod påsto innrømmer innrømmet innrømte erkjenner erkjente
  bedyrer bedyret mener mente meiner meinte
`)

/** Said with *har*: *har selv sagt at*. */
const PARTICIPLES = new Set(
  wordList(`
  sagt fortalt uttalt opplyst hevdet hevda ment meint skrevet skrive forklart varslet varsla bekreftet bekrefta lovet
  lova foreslått kunngjort påstått beklaget påpekt understreket understreka innrømmet svart trodd gjort
`)
)

const withParticle = (particle: string, verbs: string): [string, string][] =>
  wordList(verbs).map((verb) => [verb, particle])

/** What makes a verb one of saying: *la til*, *slår fast*, *viser til at*. */
const PARTICLES = new Map([
  ...withParticle('til', 'legger la legg føyer føyde viser viste'),
  ...withParticle('fast', 'slår slo'),
  ...withParticle('på', 'peker pekte peikar peika'),
  ...withParticle('inn', 'skyter skjøt skyt skaut bryter brøt bryt braut'),
  ...withParticle('om', 'minner minnet minnar minna'),
  ...withParticle('med', 'fortsetter fortsatte regner regnet reknar rekna'),
  ...withParticle('klart', 'gjør gjorde gjer gjort'),
  ...withParticle('fram', 'trekker trakk trekkjer drog hever held heldt'),
  ...withParticle('for', 'argumenterer argumenterte')
])

/** `opplyste` → opplyst, `meldte` → meldt: what follows *har*. */
const participleOf = (verb: string): string => verb.replace(/(?<=[td])e$/, '').replace(/(?<=l|n|r)d$/, 't')

for (const verb of [...SAYING]) if (/(?:te|dte|de)$/.test(verb)) PARTICIPLES.add(participleOf(verb))

/** With *er*: *er sikker på at*, *er opptatt av at*. */
const CERTAIN = new Map<string, string>([
  ...['sikker', 'sikre', 'klar', 'klare', 'tydelig', 'tydelige', 'tydeleg', 'tydelege'].map(
    (word) => [word, 'på'] as const
  ),
  ...['overbevist', 'overbeviste', 'overtydd', 'overtydde', 'enige', 'einige', 'samde'].map(
    (word) => [word, 'om'] as const
  ),
  ...['opptatt', 'opptatte', 'oppteken', 'opptekne'].map((word) => [word, 'av'] as const),
  ...['redd', 'redde', 'bekymret', 'bekymra', 'uroa'].map((word) => [word, 'for'] as const)
])

/** What a verb says with fixed words before *at*: *gir uttrykk for at*. */
const PHRASES = new Map(
  [
    ['gir ga gav gjev', 'uttrykk for'],
    ['ber ba bad', 'om'],
    ['tviler tvilte tvilar tvila', 'på'],
    ['sier sa seier', 'seg enig i', 'seg uenig i', 'seg einig i']
  ].flatMap(([verbs = '', ...phrases]) =>
    wordList(verbs).map((verb) => [verb, phrases.map((phrase) => phrase.split(' '))] as const)
  )
)

/** `opplyser` → opplyse, `varslar` → varsla: what follows *kan*. */
const INFINITIVES = new Set([
  ...[...SAYING].flatMap((verb) => /^(\p{L}{3,}[ea])r$/u.exec(verb)?.[1] ?? []),
  ...['røpe', 'innrømme', 'medgi', 'oppgi', 'slå', 'antyde']
])

/** Without a subject who speaks: *heter det at*, *står det at*. */
const IMPERSONAL = wordSet(`
  heter heiter het heitte står sto stod fremgår framgår meldes opplyses hevdes sies skrives påpekes understrekes
  bekreftes fortelles konkluderes påstås lyder lød lydde
`)

/** All that a sentence may report speech with; `i` for *i følge*. */
const REPORTING = new Set([
  ...[...SAYING, ...PARTICIPLES, ...PARTICLES.keys(), ...CERTAIN.keys(), ...IMPERSONAL],
  ...[...PHRASES.keys(), ...INFINITIVES],
  ...['ifølge', 'ifølgje', 'ifylgje', 'iflg.', 'i', 'etter', 'skal']
])

/** Is it worth to look closer? Most words are not. */
export const mayReport = (word: string): boolean => REPORTING.has(word)

/** `sier` → true; `la` → false, it needs its particle. In lower case. */
export const takesClause = (word: string): boolean => SAYING.has(word)

export const takesPlainClause = (word: string): boolean => PLAIN.has(word)

/** May the word stand beside direct speech: *–, smiler hun*? */
export const announcesSpeech = (word: string): boolean => SAYING.has(word) || UTTERING.has(word)

export const takesInfinitive = (word: string): boolean => INFINITIVE.has(word)

/** `sikker` → `på` */
export const certaintyOf = (word: string): string | undefined => CERTAIN.get(word)

/** The fixed words that may stand between a verb and *at*: `gir` → [uttrykk, for]. */
export const phrasesOf = (word: string): readonly (readonly string[])[] => PHRASES.get(word) ?? []

export const isSayingInfinitive = (word: string): boolean => INFINITIVES.has(word)

export const isImpersonal = (word: string): boolean => IMPERSONAL.has(word)

export const isParticiple = (word: string): boolean => PARTICIPLES.has(word)

const DENYING = '(?:avvis|tilbakevis|nekt|benekt|avkreft|dementer|uteluk+)(?:er|e|te?|et|ar|a)?'
const DENIAL = new RegExp(`^(?:${DENYING}|tvil(?:er|te|t|ar|a))$`, 'i')
const REFUSAL = new RegExp(`^(?:${DENYING}|kommenter(?:er|te?|e|ar|a)?)$`)

/** Does who says what the cue announces deny or doubt it: `avviser at`, `tviler på at`? Not `avviser ikke`. */
export const isDenial = (cue: string): boolean => DENIAL.test(cue)

/** `avviser påstander om at`: what is refused, or commented on, is nothing that one says oneself. */
export const isRefusing = (word: string): boolean => REFUSAL.test(word)

/** Before an object, not before who speaks: `minner om | Kari Moe`, `viser til | Kari Moe`; not `la til | Kari Moe`. */
const GOVERNING = /^(?:vis|pek|peik|minn|fort|reg?n|rek|trek|trakk|drog|he|argu)/

/** Is what stands right behind the verb and its particle an object? */
export const takesObject = (word: string): boolean => PARTICLES.has(word) && GOVERNING.test(word)

/** `la` → `til` */
export const particleOf = (word: string): string | undefined => PARTICLES.get(word)
