import { wordSet } from '../../structures/word-list.js'

/**
 * Endings that make other words and are no words in them, though most are spelled as one: `vennskap` has no cupboard,
 * `delvis` shows nobody, `åpenbar` is no place to drink, `sosiologisk` is not what follows from something.
 */
const ENDINGS =
  /^(?:vis|skap|bar|full|dom|sam|som|aktig|messig|lengs|het|heit|leik|leg|lig|logi|logisk|grafi|grafisk)$/
/** Inflections of them that are other words too: `åpenbart`, `kostbare`. */
const INFLECTED = /^(?:bar[et]|full[et]|somme|samme)$/

/** What a cupboard or a bar is for or made of: here the ending is the word. */
const CUPBOARD =
  /^(?:altar|arkiv|bok|fryse|garderobe|gift|hjørne|hylle|kjøkken|kjøken|kjøle|kle|klær|klede|kler|linnet|lintøy|mat|medisin|nøkkel|penge|sikring|sølv|tørke|varme|vegg|verdi|verktøy|verkty|vitrine|våpen)/
/** After a joint a judgment is meant: `drapsdom`, and not `barndom`. */
const JUDGED = /^.{4,}s$/
const BAR = /^(?:cocktail|hotell|juice|kaffe|mini|natt|pub|salat|snack|sushi|tapas|vin|øl)/

/** Parts of two letters that are words; others so short only happen to be there. The verbs only end a compound. */
const SHORT_NOUNS = wordSet('ås bo bu by ed el is ku ny ro tv ur øl øy år')
const SHORT_VERBS = wordSet('bo bu få gi gå ro se ta')

/** A part with its place in the word. */
export interface PlacedPart {
  readonly word: string
  /** The word up to it. */
  readonly before: string
  readonly isLast: boolean
}

/**
 * Is the part not what a search for the word of the same letters is about?
 *
 *     -vis, -skap of delvis, vennskap; ta of tafjord → yes      skap of kjøleskap, is of isbre, år of årsmøte → no
 */
export const isBoundPart = ({ word, before, isLast }: PlacedPart, lemma: string): boolean => {
  if (word.length < 3) return !SHORT_NOUNS.has(word) && !(isLast && SHORT_VERBS.has(word))
  if (!isLast || before === '') return false
  if (INFLECTED.test(word)) return true
  if (![word, lemma].some((form) => ENDINGS.test(form))) return false
  if (lemma === 'skap' || word === 'skap') return !CUPBOARD.test(before)
  if (lemma === 'dom' || word === 'dom') return !JUDGED.test(before)
  return word !== 'bar' || !BAR.test(before)
}

/** Adverbs and pronouns that are whole, whatever they were made of. */
const WHOLE = wordSet(`
  alltid allting allikevel alltids einkvan fremdeles imidlertid ingenting ingensteds javisst likevel likeså
  nødvendigvis selvfølge selvfølgelig selvsagt selvsagte sjølvsagt sjølvsagte såpass overalt sommesteds innimellom
  forrest framleis einskild einskilde einskilt særskild særskilt særskilte forresten foresten nettopp nødig underveis dessuten dessverre diverre
  ellers dermed derfor herved
`)

export const isWholeWord = (word: string): boolean => WHOLE.has(word)
