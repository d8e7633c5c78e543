import { wordSet } from '../../structures/word-list.js'

/** News media whose names do not end as those of newspapers do; spaces are underscores. */
const NAMES = wordSet(`
  ntb nrk npk anb vg dn e24 bt aftenbladet dagen nationen klassekampen fædrelandsvennen varden firda hallingdølen
  fremover nordlys glåmdalen østlendingen khrono forskerforum journalisten kampanje kapital minerva sykepleien
  frifagbevegelse universitas montel intrafish tradewinds tv_2 tv2 tv_3 tvnorge p4 radio_norge reuters afp
  associated_press bloomberg tass interfax ria xinhua dpa tt ritzau bbc cnn sky sky_news sky_sports fox_news nbc abc cbs
  msnbc al_jazeera ard zdf svt sveriges_radio dr yle expressen politiken børsen berlingske bild marca
  der_spiegel spiegel le_monde le_figaro el_país el_pais politico axios the_guardian guardian the_independent
  the_athletic the_economist the_telegraph daily_telegraph daily_mail daily_mirror the_sun l'équipe facebook twitter
`)

/** `bergens tidende`, `dagsavisen`, `financial times`, `nrk sport`; not the post office, `posten`. */
const KNOWN =
  /^(?:ntb|nrk|vg|tv ?2|bbc)(?!\p{L})|(?:tidende?|avis|avisa|avisen|\p{L}posten|blad|bladet|budstikke|nyheter|nyhetene|nyhetsbyrå(?:et)?|(?:^|\s)(?:times|post|journal|news|gazeta|zeitung))$/u

/** Is it the name of a newspaper, a broadcaster or a news agency? In lower case. */
export const isMedium = (form: string): boolean => NAMES.has(form.replaceAll(' ', '_')) || KNOWN.test(form)
