// Properties of the models of compounds that are checked here:
// - a search for the last part of a common compound of the news finds it, in bokmål and nynorsk, in any inflection
// - words that only seem to be made of two others stay whole

import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'

const models = loadModels()

/** By the word that is searched: compounds that it finds. */
const COMPOUNDS: Readonly<Record<string, string>> = {
  skole: 'ungdomsskole ungdomsskolen ungdomsskolene barneskole folkehøyskole kunstskole',
  skule: 'ungdomsskule ungdomsskulen barneskule',
  leder: 'nestleder nestlederen partileder styreleder byrådsleder',
  leiar: 'nestleiar nestleiaren partileiar styreleiar',
  minister:
    'finansminister finansministeren statsminister utenriksminister helseminister fiskeriminister klimaminister justisminister kommunalministeren',
  tog: 'godstog persontog nattog',
  bil: 'elbil elbilene bobil lastebil personbil varebil brannbil brannbilene politibil',
  stasjon: 'bensinstasjon politistasjon politistasjonen togstasjon',
  gruppe: 'arbeidsgruppe aldersgruppe risikogruppe ekspertgruppe',
  melding: 'pressemelding pressemeldingen stortingsmelding tekstmelding',
  medlem: 'styremedlem familiemedlem familiemedlemmer partimedlem',
  plass: 'parkeringsplass parkeringsplassen flyplass flyplassen arbeidsplass tredjeplass',
  pris: 'strømpris strømprisene boligpris leiepris matpris',
  valg: 'stortingsvalg stortingsvalget kommunevalg kirkevalg',
  by: 'småby småbyen',
  is: 'havisen sjøis',
  kamp: 'fotballkamp fotballkampen håndballkamp',
  fond: 'oljefond oljefondet',
  kraft: 'vannkraft vindkraft',
  sak: 'drapssak drapssaken straffesak rettssak',
  film: 'dokumentarfilm propagandafilm spillefilm',
  side: 'hjemmeside hjemmesiden',
  hus: 'sykehus sykehuset rådhus rådhuset',
  skred: 'snøskred jordskred',
  marked: 'boligmarked arbeidsmarked',
  oppgjør: 'lønnsoppgjør lønnsoppgjøret',
  lag: 'landslag landslaget fotballag',
  mester: 'verdensmester norgesmester',
  rente: 'styringsrente styringsrenten',
  krise: 'energikrise matkrise',
  støtte: 'strømstøtte strømstøtten',
  gass: 'klimagass klimagasser',
  vern: 'barnevern barnevernet',
  brann: 'skogbrann skogbrannen kirkebrann',
  varsel: 'flomvarsel farevarsel'
}

const findsPart = (searched: string, compound: string): boolean => {
  const terms = new Set(models.partTerms.found(searched))
  const { parts, inner } = models.analyze(compound)
  return [...parts, ...inner].some(({ term }) => terms.has(term))
}

t.test('the last part of a compound of the news finds it', (t) => {
  for (const [searched, compounds] of Object.entries(COMPOUNDS))
    for (const compound of compounds.split(' '))
      t.ok(findsPart(searched, compound), `${searched} finds ${compound}`)
  t.end()
})

t.test('other words stay whole', (t) => {
  const whole =
    'kombinasjon billett portrett eksport transport parameter måltid middel alltid nettopp eller rasering bilag timor nitro'
  for (const word of whole.split(' ')) t.same(models.split(word), [], word)
  t.end()
})
