import { wordSet } from '../../structures/word-list.js'

/** `svensken`, `24-åringen`: somebody who has been named, whatever the sex. */
export const isEpithet = (word: string): boolean =>
  /(?:åringen|mannen|landslagsspilleren|lendingen|væringen|enseren|sunderen|.{4}gutten|.{4}jenta|veteranen|talentet)$/.test(
    word
  ) && !/(?:råd|tals|fylkes|lens|ombuds|for)mannen$/.test(word)
    ? word !== 'mannen'
    : NATIONALS.has(word) || NATIONALS.has(word.replace(/aren$/, 'eren')) // nynorsk: amerikanaren
const NATIONALS = wordSet(`
  svensken dansken finnen islendingen briten engelskmannen franskmannen tyskeren italieneren spanjolen polakken russeren
  amerikaneren kineseren japaneren brasilianeren argentineren nederlenderen belgieren østerrikeren sveitseren
  kameruneren nordmannen trønderen bergenseren skotten iren waliseren kroaten serberen bosnieren tsjekkeren slovakeren
  ungareren rumeneren bulgareren grekeren tyrkeren portugiseren latvieren litaueren esteren ukraineren marokkaneren
  nigerianeren ghaneseren ivorianeren senegaleseren egypteren algerieren tuniseren iraneren irakeren syreren afghaneren
  inderen pakistaneren australieren canadieren kanadieren meksikaneren colombianeren chileneren uruguayaneren koreaneren
  slovenen kenyaneren etiopieren israeleren siddisen
  jærbuen sunnmøringen nordmøringen romsdalingen sogningen vossingen hardingen hallingen østfoldingen vestfoldingen
  telemarkingen finnmarkingen
`)

/** Somebody by what the person does, who may be the only one of the text: `vinneren`, `tomålsscoraren`. */
const AGENT = /^(?!.*(?:motstand|konkurr|etterfølg|forgjeng)).{3,}(?:er|ar)en$/u

export const isAgent = (word: string): boolean => AGENT.test(word)
