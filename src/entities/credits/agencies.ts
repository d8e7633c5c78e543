/**
 * Who delivers pictures and wire stories, as a credit names them: what is written, in small letters, and what it is
 * called. `AP` in a credit is the news agency, whatever the same letters mean in the text.
 */
const AGENCIES: ReadonlyMap<string, string> = new Map(
  (
    'NTB|NTB scanpix|Scanpix|AP=Associated Press|AP Photo=Associated Press|Associated Press|AFP=Agence France-Presse|' +
    'Agence France-Presse|Reuters|TT=TT Nyhetsbyrån|TT Nyhetsbyrån|Ritzau|Ritzau Scanpix|Bildbyrån|Lehtikuva|' +
    'Getty Images|Getty|EPA=European Pressphoto Agency|DPA=Deutsche Presse-Agentur|Shutterstock|iStock|' +
    'iStockphoto|Colourbox|Digitalsport|Bloomberg|TASS|RIA|ANP|Xinhua|Action Images|USA Today Sports|' +
    'Samfoto|NPK=Nynorsk pressekontor|Nynorsk pressekontor|NTB tema|NTB kommunikasjon|Mostphotos|Unsplash|' +
    'Pixabay|Wikimedia Commons|Wikipedia|ANB'
  )
    .split('|')
    .map((entry): [string, string] => {
      const [written = '', name = written] = entry.split('=')
      return [written.toLowerCase(), name]
    })
)

const MOST_WORDS = 3

/** The agency that words begin with, the longest that fits. `NTB scanpix Per` → 2 words, `NTB scanpix` */
export const agencyAt = (
  words: readonly string[]
): { readonly words: number; readonly name: string } | undefined => {
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const written = words.slice(0, count).join(' ')
    const name = /^\p{L}*\p{Lu}/u.test(written) ? AGENCIES.get(written.toLowerCase()) : undefined
    if (name !== undefined) return { words: count, name }
  }
  return undefined
}

/** The words of agencies' names. */
const words: ReadonlySet<string> = new Set([...AGENCIES.keys()].flatMap((written) => written.split(' ')))

/** Is a word, in small letters, one of an agency's name? */
export const isAgencyWord = (word: string): boolean => words.has(word)
