import { wordSet } from '../../structures/word-list.js'

/**
 * Norwegian abbreviations that are written with a full stop. The stop belongs to the token and does not end
 * the sentence. Written without spaces; bokmål and nynorsk. Source: Språkrådet, «Forkortingar».
 */
const INSIDE = wordSet(`
  adm. adm.dir. adr. alm. ang. ass. avd. b.b. bd. bl.a. bl.anna ca. cand. chr. d.e. d.v.s. d.y. d.å. dir. dr. dvs.
  e.g. eks. ekskl. ev. evt. f. f.eks. f.o.m. fig. fl. flg. forf. foreg. forts. fr. frk. fung. fvt. g.nr. gl. gnr. gr.
  hhv. hr. i.a. i.e. ifb. iflg. ift. iht. ill. inkl. insp. instr. int. jf. jfr. joh. jur. k.k. kap. kfr. kgl. kl. kst.
  kv. m.a. m.a.o. m.h.t. m.t.p. mag. meld. mht. mill. mrd. mt. mtp. ndf. nr. nto. oecon. oms. omtr. oppr. ovf. p.g.a.
  pga. ph.d. philol. philos. pkt. polit. prof. red. ref. repr. res. resp. s.k. s.u. sg. sign. siviløk. spes. sst. st.
  str. stud. såk. t.d. t.h. t.o.m. t.v. td. th. theol. tidl. tils. tlf. u.d. udat. univ. utg. vedk. vedr. vha. vol.
  vs. økon.
`)

/**
 * Those that often stand last in a sentence, or are words too (`min.`, `innst.`): a capital after them begins a new
 * one, and no number does (`rv. 3`, `s. 12`, `Prop. 1 S`).
 */
const FINAL = wordSet(`
  a.m. a.s. apr. art. aug. d.d. des. e.kr. e.l. el. eng. etc. f.kr. feb. febr. fv. gt. innst. jr. kr. m.fl. m.m. m.v.
  maks. mfl. min. mm. mnd. moh. muh. mv. mva. nov. o.a. o.fl. o.l. o.s.b. o.s.v. obs. okt. op. osb. osv. p.m. p.t. pr.
  prop. pst. rv. s. sek. sept. spm. sr. stk. årg. årh.
`)

const ABBREVIATIONS = new Set([...INSIDE, ...FINAL])

/** Longest abbreviation, in code units: how far the tokenizer has to look. */
export const LONGEST_ABBREVIATION = Math.max(...[...ABBREVIATIONS].map((a) => a.length))

/** `bl.a.` → true; `bil.` → false. In lower case, with its last full stop. */
export const isAbbreviation = (word: string): boolean => ABBREVIATIONS.has(word)

/** Those that without their full stops are other words, or other abbreviations: `TV`, `bla`, `tom`, `UD`. */
const OTHERWISE = wordSet('a.m. bl.a. d.e. d.å. e.g. e.l. l.a. o.l. t.o.m. t.v. u.d.')

/** `t.v.` → true, since `tv` is something else; `bl.a.` → false. In lower case, with its last full stop. */
export const needsStops = (word: string): boolean => OTHERWISE.has(word)

/** Words that are spelled like an abbreviation and that texts have in just this form: the past of `ri`, `meld deg`. */
const INFLECTED = wordSet('meld. red. sign.')
const UNINFLECTED = new Set(
  [...ABBREVIATIONS]
    .filter((one) => !OTHERWISE.has(one) && !INFLECTED.has(one))
    .map((one) => one.replaceAll('.', ''))
)

/**
 * Is a word, as `wordForm` gives it, an abbreviation and no form of another word: `kl`, which dictionaries have as the
 * imperative of *kle*, `str`, `evt`?
 */
export const isUninflected = (word: string): boolean => UNINFLECTED.has(word)

/** `osv.` → true: a capital, but no number, after it begins a new sentence. `kl.` → false. */
export const mayEndSentence = (word: string): boolean => FINAL.has(word)
