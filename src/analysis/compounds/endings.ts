import { RollingHash } from './rolling-hash.js'

/** Inflections and derivations, bokmål and nynorsk. Some are words too (`ane`, `ene`, `ende`, `are`); as heads they are rare. */
const ENDINGS =
  'a ane anes ande ar are aren arane ars as ast aste asten dd de dde dom domen domane domar dommen dommer dommene e ede ' +
  'eleg elege elig elige elighet else elsen elsene elser en ende ene enes ens er ere eren erne eri eriet eriene erier ' +
  'ert es est este et ete etene eter ets ette heit heita heitene heiter het heten hetene heter ig ige ing inga ingane ' +
  'ingar ingen ingene inger inne innen isk iske isme ismen ist isten istane istene ister istar leg leik leiken ' +
  'lig lige lighet ligheten ligheter n na nad naden ne nes ning ningen ninger ninga ningar r re rne ren rens s sel ' +
  'sj sjon sjonen sjoner sjonar skap skapen skapet skapa t te ten tet teten teter tt ter'

const hash = new RollingHash()
const numbers = new Map(
  ENDINGS.split(' ').map((ending, i) => {
    hash.read(ending)
    return [hash.of(0, ending.length), i + 1]
  })
)

/** A number for each ending, by its hash; 0 for any other string. */
export const endingNumber = (ending: number): number => numbers.get(ending) ?? 0
