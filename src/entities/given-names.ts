import { FOREIGN_MEN, FOREIGN_WOMEN } from './foreign-given-names.js'
import { wordSet } from '../structures/word-list.js'

/** Given names common in Norway, under the gender of most who bear them; names of both are left out. */
const COMMON_WOMEN = wordSet(`
  agnes agnete aina aisha alexandra alice alma amalie amanda amina amira andrea ane anette anita anja ann anna anne
  annika anniken astrid aud aurora beate benedicte bente berit birgit birgitte bjørg bodil britt brit camilla carina
  caroline cathrine cecilie charlotte christin christina christine dagny dina ebba edel edith eldbjørg eli elin
  elisabeth elise eline ella ellen elsa else emilie emma erna ester eva fatima fatma fredrikke frida frøydis gerd gina
  gjertrud grete grethe gro gry gudrun gunhild gunn gunvor guri guro halima hanna hannah hanne hedda hege heidi helen
  helene helga helle henny henriette hilde hildegunn hilda ida iman ina inga inger ingebjørg ingeborg ingrid ingunn
  ingvild irene iselin jane janne jeanette jenny johanne jorunn josefine julia julie juni kaja karen kari karianne
  karin karina karoline kathrine katrine khadija kirsten kirsti kjersti klara kristin kristina kristine lea leila lene
  lillian lina linda line linn linnea lisa lisbeth lise liv live lotte louise lovise magnhild maja malin margit
  margrethe margareth mari maria mariam marianne marie marit marta marte martha martine mathilde maya merete merethe
  mette mia mina miriam mona monica monika nadia najma nanna nina nora norunn oda oddny oddrun oddveig olga olaug
  pernille petra ragna ragnhild randi rebekka regine reidun rigmor rikke rita ronja ruth sahra sandra sara sarah selma
  signe sigrid sigrun silje siri siv sofia sofie sol solfrid solveig sonja stina stine susanne svanhild synne synnøve
  tanja tea thea therese tina tine tiril tone tonje torhild torill toril torunn tora tove trine trude turid tuva ulla
  ulrikke unn unni vanja venke vera vibeke vigdis vilde viktoria wenche ylva yasmin zahra åse åshild åslaug
`)

const COMMON_MEN = wordSet(`
  abdi abdullah adam adrian ahmad ahmed aksel albert aleksander alexander alf ali amir amund anders andreas arild are
  arne arnt arnfinn arve arvid asbjørn asgeir ask aslak atle audun august bendik benjamin bernhard bernt birger bjarne
  bjarte bjørn bjørnar bo brage carl carsten christer christian christoffer dag dagfinn daniel david didrik edvard
  egil einar eirik eivind elias emil endre erik erlend erling espen even eyvind filip finn fred fredrik frank frode
  gabriel gaute geir georg gisle gjermund glenn gunnar gustav haakon hans harald hassan hallvard halvard halvor harry
  håkon håvard helge henning henrik herman hugo håvar hussein ibrahim inge ingar ingvar isak ivar jacob jakob jan
  jarle jens jesper jim jo joachim joakim joar johan johannes johnny john jon jonas jonatan jonathan jostein julian
  jørgen jørn karl karsten kai kato ken kenneth kent kevin khalid kjartan kjell kjetil knut konrad kristen kristian
  kristoffer kåre lars lasse lavrans leif leiv lucas ludvig lukas magne magnus marcus marius markus martin mathias
  mats matteo michael mikael mikkel mohamed mohammad mohammed morten mustafa nicolai nicolas niels nikolai nils noah
  odd oddbjørn oddvar ola olaf olai olav olaus ole oliver omar oscar oskar osman ottar otto ove paul peder per petter
  philip pål ragnar raymond reidar rolf roald robert robin roger roar roy ruben rune samuel sander sebastian sigmund
  sigurd simen simon sindre sivert snorre sondre stefan stein steinar sten stian stig ståle svein sverre svenn synnøv
  sveinung sven tage tarjei terje theodor thomas thor thorbjørn thore tobias tollef tom tomas tommy tor torbjørn tord
  tore torfinn torgeir torger torgrim torkel torkil torleif torstein trond trygve trym truls tron ulf ulrik uwe
  vebjørn vegar vegard vetle vidar victor viktor viggo vilhelm william willy yngvar yngve yusuf øistein øivind øystein
  øyvind åge åsmund
`)

const WOMEN = new Set([...COMMON_WOMEN, ...wordSet(FOREIGN_WOMEN)])
const MEN = new Set([...COMMON_MEN, ...wordSet(FOREIGN_MEN)])

export type Gender = 'woman' | 'man'

/** The first part of a name with a hyphen: `jan-ivar` → jan. */
const firstPart = (name: string): string => {
  const hyphen = name.indexOf('-')
  return hyphen < 0 ? name : name.slice(0, hyphen)
}

/** Is it a given name that many in Norway bear? In lower case. */
export const isCommonGivenName = (name: string): boolean =>
  COMMON_WOMEN.has(firstPart(name)) || COMMON_MEN.has(firstPart(name))

/** `kari` → woman, `kim` → undefined. In lower case; the first part of `jan-ivar` counts. */
export const genderOf = (name: string): Gender | undefined => {
  const first = firstPart(name)
  return WOMEN.has(first) ? 'woman' : MEN.has(first) ? 'man' : undefined
}
