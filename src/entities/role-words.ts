const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/**
 * What people are by work, office or rank, in the indefinite singular of bokmål and nynorsk; also the last part of
 * compounds. From nouns that stand before names of persons in NorNE, and their like.
 */
const NOUNS = words(`
  advokat agent aksjonær aktivist aktor akademiker aktør ambassadør amanuensis analytiker analytikar angriper anmelder
  ansvarlig ansvarleg arbeider arbeidar arkeolog arkitekt artist arving assistent astronaut astronom attaché back
  baker ballerina bandleder bankier baron bassist bedriftseier  bestyrer bestyrar betjent biograf biolog biskop
  blogger bokser bonde bondeleder borgermester brannmann brigader bryter byråd bygdebokforfatter coach dagleg dame
  danser dansar debattant debutant dekan demokrat designer detektiv diktator dikter diktar diplomat direktør dirigent
   doktor dommer dommar dosent dramatiker  dronning  eigar ekspert  eksoffiser
   entreprenør epidemiolog etterforsker etterforskar etterretningsoffiser fader fagforeningsmann 
  farmasøyt feltherre filolog filosof finalist fisker fiskar flyger flyver fløypolitiker forfatter forfattar
  forgjenger forhandler forkjemper formann forretningsmann forretningskvinne forsker forskar forstander forsvarer
  forsvarar forvalter forvaltar fotballjente fotballspiller fotballmamma fotograf fredsprisvinner frontfigur fyrste
  fysiker fysiotarapeut fysioterapeut fører førar førstekandidat general generalsekretær geolog gitarist glasiolog
   greve   gründer grunnlegger guide guru guvernør gårdbruker gardbrukar handelsmann handballspiller
  helt helsearbeider hertug hertuginne  historiker historikar hopper ikon imam informant ingeniør innbytter
  innehaver innehavar innleder inspektør instruktør intendant  investor jeger jente jurist journalist juvel
  kandidat  kansler kaptein kapellan kardinal keeper keiser keisar kirurg kjendis kjemiker klimaforsker klient
  klokker kokk kollega komiker kommandør kommentator kommissær komponist komitéleder konge kong konferansier
  konkurrent konservator konsul konsulent kontrollør koordinator koreograf korrespondent kriminolog kritiker kritikar
  kronprins kronprinsesse kuppleder kurator kvinneforkjemper kunstner kunstnar landbruksdirektør landsmoder lagkamerat
  ledar leder leiar lege  lektor lensmann leverandør lingvist litteraturviter  lobbyist lyriker lyrikar løper
  løpar lærer lærar løytnant magiker major maler malar mamma manager markis maskinist massør medarbeider medarbeidar
  medieviter medlem medprodusent megler meglar megler mekler meklar mentor mester meister meteorolog midtstopper midtbane
  midtbanespiller millionær milliardær minister misjonær modell moderator modist mor  mulla mullah munk musiker musikar
  målvakt målscorer narkotikabaron navigatør nestformann nestleder nestleiar nevrolog nobelprisvinner nonne observatør
  offiser oberst oberstløytnant ombud ombudsmann operatør oppfinner oppdager ordfører ordførar organist overlege
  overbetjent pater patriark pave pianist pilot pioner poet politiker politikar politimann politikvinne
  politimester politiinspektør popstjerne prefekt presentator president prest prins prinsesse privatdetektiv produsent
  produsør profil professor profet proff programleder programleiar programskaper prosjektleder provst prost prokurist
  psykiater psykolog  rabbiner redaktør rederieier reder redar regent regissør rektor relasjonsekspert reporter
  representant revisor ridder ringrever rival rockestjerne  romanforfatter roer roar rytter ryttar rådgiver rådgjevar
  rådmann sakfører saksbehandler sanger songar sangerinne scenograf seiler sekretær senator sensor serieskaper sersjant sheik
  sjef sjåfør skiløper skipper skipsreder skribent skuespiller skodespelar skulptør skyter skyttar skytter slalåmkjører
  sogneprest sosiolog soldat solist sjømann spesialist spesialutsending spesialrådgiver spiller spelar spion spiss
  spissjuvel sponsor sprinter språkforsker stadssjef statsråd statsadvokat statsforvalter statsminister
  stifter stipendiat stjerne stortingsrepresentant storhertug strateg student styrer styrar styrmann sultan superstjerne
  supporter svømmer sykepleier sjukepleiar syklist symjar sysselmann systemutvikler  talent talerør talskvinne talsmann
  talsperson tankbilsjåfør tannlege taper teknolog teolog terapeut tillitsvalgt tillitsvald tilsynsmann toppidrettssjef
  tolk trener trenar trommeslager trommis trubadur turist turner turnar turgåar tvilling utbryter utøver utøvar utvikler
  utenriksminister utsending vaktmester valgforsker varaordfører vekter venninne verdensmester verneombud veterinær veteran
  vikar vinner vinnar visesanger visepresident  vokalist værentusiast entusiast økonom  økolog
  eier jockey legende sheikh delegat demonstrant infanterist pressevakt flyvert flyvertinne imitator toppkandidat overingeniør avdelingsingeniør gruveeier motstander forkjempar  vertinne
`)

const NOUN_SET = new Set(NOUNS)
const LENGTHS = [...new Set(NOUNS.map((noun) => noun.length))]

/** Endings of definite forms and of the plural; the longest that leaves a noun counts. */
const ENDINGS = ['ene', 'ane', 'ne', 'en', 'et', 'er', 'ar', 'a', 'n', 'e', 'r']
const PLURAL = /(?:ene|ane|er|ar|ne|e|r)$/u

/** Words that end like a role and are none. */
const NO_ROLES = new Set(words('seier beseier manns medlemmer humor humør talentet'))

/** Endings of nouns for what people do: `humanist`, `geolog`, `fotograf`. */
const AGENT = /^\p{Ll}{2,}(?:[^tr]ist|olog|nom|graf|isør|atør|itør|ktør)$/u

const isNoun = (word: string): boolean =>
  AGENT.test(word) ||
  LENGTHS.some((length) => {
    const isCompound = word.length >= length + 2
    return (word.length === length || isCompound) && NOUN_SET.has(word.slice(-length))
  })

/** The part after the last hyphen, in small letters. */
const headOf = (word: string): string => word.slice(word.lastIndexOf('-') + 1).toLowerCase()

/** `statsminister`, `NRK-kommentator`, `fagdirektøren`, `trenerne` → true; in whatever number and definiteness. */
export const isRoleWord = (word: string): boolean => {
  const head = headOf(word)
  if (NO_ROLES.has(head)) return false
  return (
    isNoun(head) || ENDINGS.some((ending) => head.endsWith(ending) && isNoun(head.slice(0, -ending.length)))
  )
}

/** One person's: `trener`, `treneren`, not `trenerne`. */
export const isSingularRole = (word: string): boolean => {
  const head = headOf(word)
  if (NO_ROLES.has(head)) return false
  const isDefinite = ['en', 'a', 'n', 'et'].some(
    (ending) => head.endsWith(ending) && isNoun(head.slice(0, -ending.length))
  )
  return isNoun(head) || (isDefinite && !(PLURAL.test(head) && isNoun(head.replace(PLURAL, ''))))
}

/** Verbs in the present too: *Hun leder laget.* */
const VERBS = new Set(
  words(
    'leder leiar lærer lærar fører førar styrer driver eier trener spiller løper danser maler taper forsker'
  )
)
/** Before a verb stands who does it. */
const BEFORE_VERB = /^(?:han|hun|ho|de|dei|vi|jeg|eg|som|å|det|den|ikke|ikkje|og|du|dere|man|også|nå|selv)$/iu

/** May the word be a verb where it stands: `hun | leder`? */
export const isVerbAfter = (word: string, before: string | undefined): boolean =>
  VERBS.has(word) &&
  before !== undefined &&
  (BEFORE_VERB.test(before) || /^\p{Lu}\p{Ll}*[^s\P{Ll}]$/u.test(before))

const ADJECTIVES = new Set(
  words(`
    adm administrerende administrerande ansvarlig ansvarleg assisterende assisterande avtroppende avtroppande daglig dagleg
    faglig fagleg fungerende fungerande kommersiell konstituert medisinsk parlamentarisk politisk påtroppende påtroppande
    teknisk tidligere tidlegare utøvende utøvande øverste øvste daværende dåverande nåværende noverande nyvalgt nyvalgte
    påtroppende avgått avgåtte avdøde selvutnevnte midlertidige midlertidig mangeårig mangeårige sittende sittande ny nye
    første nestkommanderende internasjonal internasjonale sportslig sportslige kunstnerisk kunstneriske pensjonert
    pensjonerte kjente kjent populære tidlegare eks ledende leiande profilerte profilert legendariske
  `)
)

/** `tidligere`, `midlertidig`; `britiske` before a noun. */
export const isRoleAdjective = (word: string): boolean =>
  ADJECTIVES.has(word) || /^\p{Ll}{2,}ske$/u.test(word)
