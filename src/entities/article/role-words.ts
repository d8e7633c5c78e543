/** Nouns for what people do, in the indefinite singular of bokmål and nynorsk, as titles are; also the last part of compounds. */
const NOUNS =
  'advokat aktor ambassadør analytiker analytikar ansvarlig ansvarleg arkitekt artist assistent biskop byråd dekan direktør ' +
  'dirigent dommer dommar dosent dronning eier eigar etterforsker etterforskar formann forfatter forfattar forsker forskar ' +
  'forsvarer forsvarar fotograf general gitarist gründer guvernør historiker historikar ingeniør inspektør journalist kandidat ' +
  'kansler kaptein keiser keisar kommandør kommentator komponist konge konservator konsulent koordinator kunstner kunstnar ' +
  'kurator leder leiar lege lektor lensmann lærer lærar medlem mester meister minister oberst ordfører ordførar pave ' +
  'politiker politikar president prest prins prinsesse produsent professor psykolog redaktør regissør rektor representant ' +
  'rådgiver rådgjevar rådmann sanger songar sekretær senator sjef skuespiller skodespelar sosiolog spiller spelar statsråd ' +
  'stipendiat talskvinne talsmann talsperson trener trenar vokalist økonom'

/** What may stand before them and belongs to them. */
const ADJECTIVES =
  'adm[.]? administrerende administrerande ansvarlig ansvarleg assisterende assisterande avtroppende avtroppande daglig dagleg ' +
  'faglig fagleg fungerende fungerande kommersiell konstituert medisinsk parlamentarisk politisk påtroppende påtroppande ' +
  'teknisk tidligere tidlegare utøvende utøvande øverste øvste'

const nouns = new Set(NOUNS.split(' '))
const lengths = [...new Set(NOUNS.split(' ').map((noun) => noun.length))]

/**
 * Is the word such a noun, or a compound that ends in one? Said fast, before the pattern is tried. A letter alone makes no
 * compound: *seier* is no kind of *eier*.
 */
export const isTitleNoun = (word: string): boolean => {
  const small = word.toLowerCase()
  return lengths.some((length) => small.length !== length + 1 && nouns.has(small.slice(-length)))
}

const either = (words: string): string => `(?:${words.split(' ').join('|')})`

/**
 * A title as a pattern: `statssekretær`, `administrerende direktør`, `kommunal- og moderniseringsminister`, `IT-direktør`. The parts
 * before the last are bounded, so that the time is linear in the text.
 */
export const TITLE = `(?:${either(ADJECTIVES)} )?(?:\\p{L}{2,30}-(?:, \\p{L}{2,30}-)?,? og )?(?:[\\p{L}\\d]{1,20}-)?(?:\\p{L}{2,30}?)?${either(NOUNS)}`
