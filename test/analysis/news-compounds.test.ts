// Properties of the models of compounds that are checked here:
// - a search for the last part of a common compound of the news finds it, in bokmål and nynorsk, in any inflection
// - words that only seem to be made of two others stay whole: loanwords, nouns of verbs, adjectives of compounds
// - a name that is a definite form of a compound is split, and no other is

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
  for (const word of ['einskild', 'einskilde']) t.same(models.split(word), [], word)
  t.notOk(findsPart('logisk', 'fenomenologiske'), 'an ending that is a word too')
  t.notOk(findsPart('dom', 'barndomsvennen'), 'an ending of what is a modifier here')
  t.ok(findsPart('dom', 'drapsdommen'), 'after a joint a judgment is meant')
  t.end()
})

t.test('letters on both sides of a boundary are no parts by chance', (t) => {
  const whole: Readonly<Record<string, string>> = {
    'no word ends it': 'israelar israelarane jordansk femininitet parlamentarisme',
    'the noun of a verb': 'dulting grubling balansering ignorering',
    'there are derivations of the whole': 'likvid likvide kolossal dekadanse',
    'a prefix and a word that it only ends like': 'revidere reviderte vedkomme reduksjon advarer åtvarar',
    'a verb, and no noun, with for-': 'fornøyd fornøye forbauset',
    'what comes before is no word': 'ortopedisk',
    'the model is sure that there is no boundary, whatever a dictionary has':
      'konsesjonene korrespondent medlem',
    'an adjective of a compound': 'høgtidleg høgtidlege høytidelig',
    'no boundary is likely': 'temperatur temperaturene silikon surrealisme hjemmel hjemler'
  }
  for (const [reason, words] of Object.entries(whole))
    for (const word of words.split(' ')) t.same(models.split(word), [], `${word}: ${reason}`)
  t.same(
    models.split('vakthavende').map(({ word }) => word),
    ['vakt', 'havende'],
    'a participle has no end'
  )
  for (const word of 'forside planlegging kinofilm klippfisk brukervennlig varmluftsballong nøkkelring sametinget'.split(
    ' '
  ))
    t.not(models.split(word).length, 0, word)
  t.end()
})

t.test('a name that says what bears it is split', (t) => {
  t.ok(findsPart('tilsyn', 'arbeidstilsynet'))
  t.ok(findsPart('parti', 'arbeiderpartiet'))
  t.ok(findsPart('kamp', 'klassekampen'))
  t.ok(findsPart('språk', 'språkrådet'))
  for (const name of 'stortinget birkeland sandvika hagen'.split(' ')) t.same(models.split(name), [], name)
  t.end()
})
