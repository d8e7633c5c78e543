const words = (list: string): string[] => list.trim().split(/\s+/)

const either = (nouns: readonly string[]): string => `(?:${nouns.join('|')})`

/**
 * What people are by work or office, in the indefinite singular of bokmål and nynorsk; also the last part of compounds.
 * They are titles of persons who are named, and tell of speakers without a name.
 */
const BOTH = words(`
  advokat aktor ambassadør analytiker analytikar ansvarlig ansvarleg arkitekt artist biskop byråd dekan direktør
  dommer dommar dronning eier eigar forfatter forfattar forsker forskar forsvarer forsvarar fotograf general gründer
  historiker historikar ingeniør inspektør journalist kaptein kommentator komponist konge konservator konsulent
  koordinator kunstner kunstnar leder leiar lege lektor lærer lærar mester meister minister oberst politiker
  politikar president prest prins produsent professor redaktør regissør rektor representant rådgiver rådgjevar
  sanger songar sekretær senator sjef skuespiller skodespelar spiller spelar statsråd stipendiat talsperson trener
  trenar økonom
`)

/** Beside names only. */
const ONLY_TITLES = words(`
  assistent dirigent dosent etterforsker etterforskar formann gitarist guvernør kandidat kansler keiser keisar
  kommandør kurator lensmann medlem ordfører ordførar pave prinsesse psykolog rådmann sosiolog talskvinne talsmann
  vokalist keeper målvakt spiss forsvarsspiller innbytter meteorolog glasiolog biolog geolog arkeolog revisor betjent
  medarbeider medarbeidar diktator ekspert student sykepleier sjukepleiar musiker musikar tillitsvalgt tillitsvald
  partner grunnlegger kritiker kritikar kokk filosof manager moderator kommissær bibliotekar varaordfører
  nestleder nestleiar
`)

/** Of speakers only. */
const ONLY_SPEAKERS = words(`
  amanuensis fører førar person kvinne vakt revisor styrer styrar bonde nabo betjent keeper innehaver innehavar
  tillitsvalgt tillitsvald student elev forvalter forvaltar musiker musikar filosof ekspert ombud sykepleier
  sjukepleiar partner grunnlegger stifter vertinne vert kritiker kritikar bibliotekar arkeolog avlstjener gardbrukar
  gårdbruker fisker fiskar kokk fagsjef pilot meglar megler kommissær doktor moderator manager
`)

/** Of speakers only: `fylkesmann`, not `snømann`; `geolog`, `teolog`. */
const SPEAKER_ENDINGS = [
  '(?:tals|råd|fylkes|lens|for|tillits|syns|politi|forretnings|ombuds|embets)mann',
  '[eoa]log'
]

const TITLES = new Set([...BOTH, ...ONLY_TITLES])
const TITLE_LENGTHS = [...new Set([...TITLES].map((noun) => noun.length))]

/**
 * Is the word a title, or a compound that ends in one? Cheap, so that most words never meet the pattern. A letter alone
 * makes no compound: *seier* is no kind of *eier*.
 */
export const isTitleNoun = (word: string): boolean => {
  const small = word.toLowerCase()
  return TITLE_LENGTHS.some((length) => small.length !== length + 1 && TITLES.has(small.slice(-length)))
}

const SPEAKER_ROLE = new RegExp(`${either([...BOTH, ...ONLY_SPEAKERS, ...SPEAKER_ENDINGS])}$`, 'u')

/** Does the word tell what a speaker is: `statssekretær`, `samferdselsminister`, `kinostyrar`? In lower case. */
export const isRole = (word: string): boolean => SPEAKER_ROLE.test(word)

const DEFINITE = /(?:en|a|et|n)$/u

/** The role that a definite noun takes up: `statssekretæren` → `statssekretær`, `huset` → undefined. */
export const roleOf = (word: string): string | undefined => {
  const ending = DEFINITE.exec(word)
  if (ending === null) return undefined
  const noun = word.slice(0, ending.index)
  if (isRole(noun)) return noun
  return isRole(`${noun}e`) ? `${noun}e` : undefined
}

/** Offices that are held by one person at a time. */
const OFFICES = words(`
  minister ministeren president ordfører ordførar rådmann konge dronning statsråd kommunedirektør biskop riksadvokat
  statsforvalter statsforvaltar
`)

const OFFICE = new RegExp(`${either(OFFICES)}$`, 'u')

/** `helseministeren` tells who speaks, though no name does; `forfatteren` does not. */
export const isOffice = (role: string): boolean => OFFICE.test(role)
