/** Last parts of nouns for what people are by work or office, bokmål and nynorsk. */
const ROLE =
  /(?:leder|leiar|sjef|direktør|minister|sekretær|professor|amanuensis|forskar|forsker|mester|meister|fører|førar|advokat|rådgiver|rådgjevar|trener|trenar|kaptein|lege|analytiker|analytikar|økonom|person|(?:tals|råd|fylkes|lens|for|tillits|syns|politi|forretnings|ombuds|embets)mann|kvinne|representant|politiker|politikar|lærer|lærar|rektor|redaktør|eier|eigar|gründer|ansvarlig|ansvarleg|vakt|revisor|styrer|styrar|bonde|nabo|prest|biskop|kunstner|kunstnar|forfatter|forfattar|artist|produsent|regissør|president|statsråd|betjent|aktor|forsvarer|forsvarar|dommer|dommar|keeper|spiller|spelar|innehaver|innehavar|koordinator|konsulent|ingeniør|tillitsvalgt|tillitsvald|student|elev|[eoa]log|arkitekt|forvalter|forvaltar|byråd|konge|dronning|prins|komponist|musiker|musikar|sanger|songar|skuespiller|skodespelar|filosof|historiker|historikar|ekspert|ombud|sykepleier|sjukepleiar|lektor|partner|grunnlegger|stifter|ambassadør|talsperson|senator|general|oberst|vertinne|vert|kommentator|kritiker|kritikar|konservator|bibliotekar|arkeolog|avlstjener|gardbrukar|gårdbruker|fisker|fiskar|kokk|journalist|fotograf|fagsjef|pilot|meglar|megler|inspektør|kommissær|doktor|stipendiat|dekan|moderator|manager)$/u

const DEFINITE = /(?:en|a|et|n)$/u

/** `statssekretær`, `samferdselsminister`, `kinostyrar` → true. In lower case. */
export const isRole = (word: string): boolean => ROLE.test(word)

/** The role that a definite noun takes up: `statssekretæren` → `statssekretær`, `huset` → undefined. */
export const roleOf = (word: string): string | undefined => {
  const ending = DEFINITE.exec(word)
  if (ending === null) return undefined
  const noun = word.slice(0, ending.index)
  if (isRole(noun)) return noun
  return isRole(`${noun}e`) ? `${noun}e` : undefined
}

/** Offices that are held by one person at a time. */
const OFFICE =
  /(?:minister|ministeren|president|ordfører|ordførar|rådmann|konge|dronning|statsråd|kommunedirektør|biskop|riksadvokat|statsforvalter|statsforvaltar)$/u

/** `helseministeren` tells who speaks, though no name does; `forfatteren` does not. */
export const isOffice = (role: string): boolean => OFFICE.test(role)

/** `politiet`, `selskapet`, `kritikerne`, `bøndene`: a noun in definite form, by its ending. */
export const isDefinite = (word: string): boolean => word.length > 4 && /(?:en|et|a|ene|ane)$/u.test(word)
