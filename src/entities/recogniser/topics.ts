import { wordSet } from '../../structures/word-list.js'

/**
 * What an article may be about, with words that such articles are full of, also as the ends of compounds. In an article
 * about matches, a town is a team more often than elsewhere.
 */
const WORDS = [
  // sport
  `kamp kampen kamper kampene mål målet målene scoring scoringen scoret scorer seier seieren seire tap tapet tapte
   trener treneren trenere trenar trenaren spiller spilleren spillere spillerne spelar spelaren spelarar serie serien
   cup cupen sesong sesongen sesongene poeng lag laget lagene laga klubb klubben klubbens klubber klubbar finale finalen
   semifinale gull gullet sølv bronse medalje medaljen medaljer liga ligaen renn rennet stafett stafetten keeper keeperen
   målvakt midtbane spiss spissen stopper omgang omgangen pause tabell tabellen fotball fotballen håndball ishockey
   langrenn hopp skiskyting etappe etappen mesterskap mesterskapet kvalifisering kvalik motstander motstanderen landslag
   landslaget landslagssjef overgang overgangen straffe straffespark dommer dommeren idrett stadion publikum`,
  // business
  `selskap selskapet selskapene selskaper selskapets aksje aksjen aksjer aksjene børs børsen milliarder milliard
   konsern konsernet omsetning omsetningen investor investorer investorene kunder kundene marked markedet markedene eier
   eiere eierne oppkjøp oppkjøpet bank banken analytiker analytikeren analytikere salg salget regnskap overskudd
   underskudd ansatte tilsette bransje bransjen kurs kursen konkurs gründer fond fondet renten rente kjede kjeden butikk
   butikken butikker leverandør flyselskap verksemd bedrift bedriften bedrifter verksemda`,
  // works and those who make them
  `film filmen filmer filmene album albumet låt låten låta låter bok boka boken bøker bøkene roman romanen romaner
   forfatter forfatteren forfattar forfattaren artist artisten artister band bandet konsert konserten konserter festival
   festivalen skuespiller skuespilleren skodespelar teater teatret teateret musikk musikken sang sangen song songen
   premiere premieren regissør regissøren publikum sesongen episode episoden serie serien rolle rollen utstilling plate
   plata platen spill spillet dataspill musikal opera kunstner kunstneren forestilling forestillingen leser leseren`,
  // what sails, flies and is built
  `skip skipet skipene båt båten båter fartøy fartøyet ferge fergen ferga ferje ferja rederi rederiet fregatt fregatten
   rigg riggen tanker tankskip hurtigruten fly flyet flyene jagerfly helikopter helikopteret passasjerer mannskap
   mannskapet kaptein kapteinen havn havna verft verftet havari havariet kai bil bilen biler bilene modell modellen`
].map(wordSet)

export const TOPICS = WORDS.length

/** By word: its topics as bits. */
const BITS = new Map<string, number>()
WORDS.forEach((words, topic) => {
  for (const word of words) BITS.set(word, (BITS.get(word) ?? 0) | (1 << topic))
})

const LONGEST = Math.max(...[...BITS.keys()].map((word) => word.length))
/** Shorter ends of compounds may be anything: `spørsmål`. */
const SHORTEST_END = 6

/** Which topics a form tells of, as bits. */
export const topicsOf = (form: string): number => {
  const word = form.toLowerCase()
  const whole = BITS.get(word)
  if (whole !== undefined) return whole
  for (let at = Math.max(2, word.length - LONGEST); at <= word.length - SHORTEST_END; at++) {
    const bits = BITS.get(word.slice(at))
    if (bits !== undefined) return bits
  }
  return 0
}

/** Sentences on either side that count. */
const NEIGHBOURHOOD = 20
/** Shares of such words, in tokens, from which on a topic has the next level. */
const LEVELS = [0.006, 0.015, 0.03, 0.05]

/** How much the sentences around each sentence are about each topic. */
export class DocumentTopics {
  /** By sentence: sums of all before it, for each topic, then of the tokens. */
  private readonly sums: Int32Array

  /** @param topics of each token of each sentence */
  constructor(private readonly topics: readonly (readonly { readonly topics: number }[])[]) {
    const width = TOPICS + 1
    this.sums = new Int32Array((topics.length + 1) * width)
    topics.forEach((tokens, sentence) => {
      const [from, to] = [sentence * width, (sentence + 1) * width]
      for (let i = 0; i < width; i++) this.sums[to + i] = this.sums[from + i]!
      for (const { topics: bits } of tokens)
        for (let topic = 0; bits >> topic > 0; topic++) this.sums[to + topic]! += (bits >> topic) & 1
      this.sums[to + TOPICS]! += tokens.length
    })
  }

  /** By topic; 0: hardly any of its words are there. */
  levels(sentence: number): readonly number[] {
    const width = TOPICS + 1
    const from = Math.max(0, sentence - NEIGHBOURHOOD) * width
    const to = Math.min(this.topics.length, sentence + NEIGHBOURHOOD + 1) * width
    const tokens = Math.max(this.sums[to + TOPICS]! - this.sums[from + TOPICS]!, SHORTEST_TEXT)
    return Array.from({ length: TOPICS }, (_, topic) => {
      const share = (this.sums[to + topic]! - this.sums[from + topic]!) / tokens
      const above = LEVELS.findIndex((least) => share < least)
      return above < 0 ? LEVELS.length : above
    })
  }
}

/** Shorter texts, as headings, are taken for so long: one word makes no topic. In tokens. */
const SHORTEST_TEXT = 60
