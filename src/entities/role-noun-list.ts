// Made by train/roles/roles.ts of NoReC, the bokmål–nynorsk pairs, NorNE and Norsk Ordbank (see NOTICE).

/** Nouns for what people are by work, office or rank, in the indefinite singular; compounds end in them too. */
export const ROLE_NOUNS = `
  advokat agent akademiker aksjonær aktivist aktor aktør alkoholiker altmuligmann amanuensis ambassadør
  analytikar analytiker angriper animatør anmelder ansvarleg ansvarlig antihelt arbeidar arbeider arkeolog
  arkitekt arrangør artist arving assistent astronaut astronom attaché avløyser back baker ballerina bankier
  barnevakt baron bassist batterist beiler bestyrer betjent bibliotekar biograf biolog biskop bloggar
  blogger blåser boksar bokser bonde brannmann brigader bryter byråd cellist coach crooner dame dansar
  danser debattant debutant dekan delegat demokrat demonstrant designer detektiv diktar diktator dikter
  diplomat direktør dirigent doktor dommar dommer dosent dramatiker dramaturg dronning dykker eier eigar
  ekspert elev elskerinne entreprenør entusiast epidemiolog erstatter fagforeningsmann farmasøyt feltherre
  filolog filosof finalist fiolinist fiskar fisker flyger flyver flyvert foreleser forfattar forfatter
  forgjenger forhandler forkjempar forkjemper forlegger formann formidler forretningskvinne forretningsmann
  forskar forsker forstander forsvarar forsvarer forvaltar forvalter fotballjente fotballmamma fotograf
  frontfigur fylkesmann fyrste fysiker fysiotarapeut førar fører førsteelsker gangster gardbrukar general
  geolog gitarist gjeter gjevar glasiolog greve grubler grunnlegger gründer guide guru guttunge guvernør
  gårdbruker hacker haiker handelsmann hertug hertuginne hevner historikar historiker hopper hovedperson
  håndverker idealist illustratør imam imitator infanterist informant ingeniør innbytter innehavar innehaver
  inspektør instruktør intendant intervjuer investor jeger jockey jodler journalist jurist kandidat kansler
  kapellan kaptein kardinal keeper keisar keiser kirurg kjemiker kjendis klient klipper klokker kokk kollega
  komiker kommandør kommentator kommissær kompanjong komponist konferansier kong konge konkurrent
  konservator konsul konsulent kontrollør koordinator koreograf korist korrespondent kriminolog kritikar
  kritiker kumpan kunstnar kunstner kurator kveder lady lagkamerat landsfader landsmann landsmoder ledar
  leder lege legende leiar lektor lensmann leverandør lingvist litteraturviter livvakt lobbyist lyrikar
  lyriker låtskriver lærar læregutt lærer løpar løper løytnant magiker major makker malar maler manager
  markis maskinist massør medieviter medlem meglar megler meister meklar mekler mentor mester meteorolog
  midtbane milliardær millionær minister misjonær moderator modist motpart motstander motstandsmann mulla
  mullah munk murar musikar musiker målar målscorer målvakt navigatør nazist nemesis nestor nevrolog nonne
  nykommer oberst observatør offiser ombud ombudsmann operatør oppdager oppfinner opprører organist
  oversetter pakkar partner pastor pater patriark pave pensjonist perfeksjonist perkusjonist pianist pilot
  pioner pleiar poet politikar politiker politikvinne politimann prefekt presentator president pressevakt
  prest prins prinsesse produsent produsør professor profet proff prokurist prost provst psykiater psykolog
  psykopat rabbiner rapper redar reder regent regissør reiar rektor reporter representant revisor ridder
  rigger ringrev ringrever rival roar rocker roer ryttar rytter rådgiver rådmann røver saksbehandler
  saksofonist sanger sangerinne satiriker scenograf seiler sekretær senator sensor seriemorder sersjant
  sheik sheikh sheriff sjef sjåfør sjømann skaper skeptiker skipper skoggangsmann skribent skulptør skyter
  skyttar skytter slagar slalåmkjører smugler småbarnsmor soldat solist songar sosialantropolog sosialist
  sosiolog spaner spelar spesialist spiller spion spiss spissjuvel sponsor sprinter statsråd stifter
  stipendiat stjerne stopper strateg streber stripper student styrar styrmann sultan supporter sviker
  svindler svømmer syklist symjar sysselmann talentspeider talerør talskvinne talsmann talsperson tapar
  taper tegner teknolog teolog terapeut terrorist tilhenger tillitsvald tillitsvalgt tilsynsmann tjener tolk
  tredjemann trenar trener trombonist trommeslager trommis trompetist trubadur tubaist turgåar turist turnar
  turner utfordrer utsending utvikler utøvar utøver varsler vegetarianer vekter venninne vertinne veteran
  veterinær vikar vinnar vinner vokalist vraker våpendrager yngstemann økolog økonom
`
