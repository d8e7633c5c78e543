import type { Document } from './documents.js'
import { CompoundTermFinder } from './compound-terms.js'
import { firstGroups, type Meaning } from './first-groups.js'
import type { FormStems } from '../../src/analysis/stems/stem-model.js'
import type { StemReadings } from './stem-file.js'
import { kindsByStem } from './word-kinds.js'
import { byCount, type WordGroup, type WordGroups } from './word-groups.js'

/** Form → its stems, and form → lemma as annotated. */
export interface StemTable {
  readonly readings: StemReadings
  readonly lemmas: ReadonlyMap<string, string>
}

export interface TableOptions {
  /** How often raw text has each word. */
  readonly counts: ReadonlyMap<string, number>
  /** See `modifierLemmas`. */
  readonly modifiers: ReadonlyMap<string, string>
}

/** A form that is of no class that inflects in so many of its occurrences (`når`, rarely a verb) stays apart. */
const FUNCTION_WORD = { verb: 0.8, adjective: 0.97 } as const
/** A form that is a name so many times as often as another word is a name. */
const NAME = 3
/** Long forms are names of what the word says: `stortinget`. */
const LONG = 8
/** That a form is a dictionary's counts as so many words of the treebank, which has foreign words and slips. */
const IN_DICTIONARY = 2
/** Raw text is so many times as long as the treebank. */
const RAW = 60
/** Articles and queries mean a word by a form where it is so large a share of the form's occurrences. */
const LEAST_SHARE = 0.2
/** The least share where the treebank has the form `OFTEN` times as the word's: `faren` of `fare` beside `far`. */
const LEAST_OFTEN_SHARE = 0.1
const OFTEN = 3
/** What the dictionary and raw text say counts as so many words of the treebank. */
const PRIOR = 2
/** A form that a word only seems to have is so likely beside one that a list has. */
const LIKELY = 0.2
/** The dictionary form is so many times as likely as another. */
const LEMMA = 3
/** An inflection that the treebank lacks, though it has so many others of the word, is half as likely. */
const UNSEEN = 20
/** A passive that the treebank lacks is so many times as likely as another such form: `gås` is hardly of `gå`. */
const PASSIVE = 0.05

/**
 * The stems of the forms in the groups. Each stem is in the table too, with itself as its first stem, so that stemming
 * twice does what stemming once does.
 */
export const buildStemTable = (
  documents: readonly Document[],
  groups: WordGroups,
  { counts, modifiers }: TableOptions
): StemTable => {
  const groupsOf = groupsByForm(groups.groups)
  const apartAs = formsApart(documents, groupsOf, counts)
  const isApart = (form: string): boolean => apartAs(form) !== undefined
  const weigh = weigher(groupsOf, counts)
  const meanings = new Map<string, Meaning[]>()
  for (const form of groupsOf.keys())
    if (!isApart(form))
      meanings.set(
        form,
        weigh(form).filter(([group, share], i) => i === 0 || isMeant(group, form, share))
      )
  const first = firstGroups(documents, meanings)
  const stems = new Map(groups.groups.map((group) => [group, stemOf(group, first, groupsOf, isApart)]))
  const readings = new Map<string, FormStems>()
  const lemmas = new Map<string, string>()
  const compounds = new CompoundTermFinder(modifiers)
  for (const form of groupsOf.keys()) {
    const weighed = isApart(form) ? [] : firstBefore(weigh(form), first.get(form))
    const meant = new Set(
      firstBefore(meanings.get(form) ?? [], first.get(form)).flatMap(([group]) => stems.get(group) ?? [])
    )
    // A dictionary form is what people search for, even where it mostly is another word's form, or no inflected word.
    const asked = groupsOf
      .get(form)!
      .flatMap((group) => (group.lemmas.has(form) ? (stems.get(group) ?? []) : []))
    if (meant.size === 0) meant.add(apartAs(form) === 'function word' ? form : genitiveOf(form, groupsOf))
    const stemmed = weighed.flatMap(([group]) => {
      const stem = stems.get(group)
      return stem === undefined ? [] : { group, stem, isRead: meant.has(stem) || asked.includes(stem) }
    })
    const inCompounds = compounds.of(form, stemmed)
    readings.set(form, {
      meant: [...meant],
      asked: [...new Set(asked)].filter((stem) => !meant.has(stem)),
      ...kindsByStem(stemmed, form),
      ...(inCompounds && { inCompounds })
    })
    const [group] = weighed[0] ?? []
    lemmas.set(form, group === undefined ? form : lemmaIn(group, form))
  }
  for (const stem of stems.values())
    if (stem !== undefined && stem.length > 1 && !readings.has(stem)) readings.set(stem, only(stem))
  followGenitives(readings)
  addNames(documents, readings, lemmas)
  addFunctionWords(documents, readings)
  return { readings, lemmas }
}

/** Do articles mean the group by the form, beside a likelier one? */
const isMeant = (group: WordGroup, form: string, share: number): boolean =>
  share >= (group.forms.get(form)! >= OFTEN ? LEAST_OFTEN_SHARE : LEAST_SHARE) || group.always.has(form)

const firstBefore = (meanings: readonly Meaning[], first: WordGroup | undefined): Meaning[] => [
  ...meanings.filter(([group]) => group === first),
  ...meanings.filter(([group]) => group !== first)
]

/** A stem that is another word's form becomes that word's stem. */
const followGenitives = (readings: Map<string, FormStems>): void => {
  for (const [form, reading] of readings) {
    const [stem] = reading.meant
    const further = stem === form ? undefined : readings.get(stem!)
    if (further !== undefined && further.meant[0] !== stem)
      readings.set(form, { ...reading, meant: [further.meant[0]!] })
  }
}

/** The lemma for the rules of inflection: the group's most frequent one that begins as the form does, if any does. */
const lemmaIn = (group: WordGroup, form: string): string => {
  const lemmas = byCount(group.lemmas)
  return lemmas.find((lemma) => lemma.startsWith(form.slice(0, 2))) ?? lemmas[0]!
}

/** `regjeringens`, mostly a name, is of `regjeringen`; a word that has no such form is its own stem. */
const genitiveOf = (form: string, groupsOf: ReadonlyMap<string, unknown>): string => {
  const short = form.slice(0, -1)
  return /[^s]s$/.test(form) && groupsOf.has(short) ? short : form
}

const groupsByForm = (groups: readonly WordGroup[]): Map<string, WordGroup[]> => {
  const groupsOf = new Map<string, WordGroup[]>()
  for (const group of groups)
    for (const form of group.forms.keys()) groupsOf.set(form, [...(groupsOf.get(form) ?? []), group])
  // A guess gives way to what is known; but who does something (`forhandlar`) is also what the verb says.
  const knownGroups = (form: string, all: WordGroup[]): WordGroup[] => {
    const known = all.filter(({ guesses }) => !guesses.has(form))
    const verb = form.endsWith('ar') ? `${form.slice(0, -2)}e` : ''
    return known.length > 0 ? all.filter((group) => known.includes(group) || group.lemmas.has(verb)) : all
  }
  const forms = [...groupsOf.keys()].filter((form) => form.length > 1).sort()
  return new Map(forms.map((form) => [form, knownGroups(form, groupsOf.get(form)!)]))
}

/** Function words and names, which are no forms of others: `tross` is no `tros`. */
const formsApart = (
  documents: readonly Document[],
  groupsOf: ReadonlyMap<string, readonly WordGroup[]>,
  raw: ReadonlyMap<string, number>
): ((form: string) => 'name' | 'function word' | undefined) => {
  const isLemma = (form: string): boolean =>
    groupsOf.get(form)?.some(({ words }) => words.some(({ lemma }) => lemma === form)) === true
  const counts = new Map<string, Record<'other' | 'name' | 'adjective' | 'verb', number>>()
  for (const { readings } of documents)
    for (const { form, wordClass } of readings) {
      const count = counts.get(form) ?? { other: 0, name: 0, adjective: 0, verb: 0 }
      counts.set(form, count)
      count[wordClass === 'noun' ? 'verb' : wordClass]++
    }
  return (form) => {
    const { other, name, adjective, verb } = counts.get(form) ?? { other: 0, name: 0, adjective: 0, verb: 0 }
    const inflected = adjective + verb + (groupsOf.has(form) ? IN_DICTIONARY : 0)
    const isMostlyName = name > NAME * Math.max(inflected + other, 1, (raw.get(form) ?? 0) / RAW)
    if (isMostlyName && form.length < LONG && !isLemma(form)) return 'name'
    const least = adjective > 0 ? FUNCTION_WORD.adjective : FUNCTION_WORD.verb
    return other > 0 && other / (other + inflected) >= least ? 'function word' : undefined
  }
}

/** The groups of a form with their shares of its occurrences, the likeliest first. */
const weigher = (
  groupsOf: ReadonlyMap<string, readonly WordGroup[]>,
  counts: ReadonlyMap<string, number>
): ((form: string) => (readonly [WordGroup, number])[]) => {
  const occurrences = new Map<WordGroup, number>()
  /** How often the treebank has the group. */
  const occurrencesOf = (group: WordGroup): number => {
    const known = occurrences.get(group)
    if (known !== undefined) return known
    const sum = [...group.forms.values()].reduce((total, count) => total + count, 0)
    occurrences.set(group, sum)
    return sum
  }
  const frequencies = new Map<WordGroup, number>()
  /** About how often raw text has a form of the group that is of no other one, or that the treebank tells apart. */
  const frequencyOf = (group: WordGroup): number => {
    const known = frequencies.get(group)
    if (known !== undefined) return known
    const own = [...group.forms.keys()].filter((form) => groupsOf.get(form)?.length === 1)
    const sum = own.reduce((total, form) => total + (counts.get(form) ?? 0), 0)
    const frequency = 0.1 + sum / Math.max(1, own.length) + (occurrencesOf(group) * RAW) / group.forms.size
    frequencies.set(group, frequency)
    return frequency
  }
  /** The oftener the treebank has the group without the form, the less likely it is: `ligne` is hardly of `ligge`. */
  const priorOf = (group: WordGroup, form: string): number => {
    const frequency = frequencyOf(group) * (group.likely.has(form) ? LIKELY : 1)
    if (group.lemmas.has(form)) return frequency * LEMMA
    if (group.forms.get(form)! > 0) return frequency
    const unseen = isPassive(group, form) ? frequency * PASSIVE : frequency
    return unseen / (1 + occurrencesOf(group) / UNSEEN)
  }
  return (form) => {
    const groups = groupsOf.get(form)!
    const seen = groups.reduce((sum, group) => sum + group.forms.get(form)!, 0)
    const frequency = groups.reduce((sum, group) => sum + priorOf(group, form), 0)
    const shareOf = (group: WordGroup): number =>
      (group.forms.get(form)! + (PRIOR * priorOf(group, form)) / frequency) / (seen + PRIOR)
    return groups.map((group) => [group, shareOf(group)] as const).sort((a, b) => b[1] - a[1])
  }
}

/** `gås` of gå */
const isPassive = ({ words }: WordGroup, form: string): boolean =>
  words.some(({ wordClass, lemma }) => wordClass === 'verb' && form === `${lemma}s`)

/** The group's most frequent lemma that is no other group's, else its most frequent form that is none; or nothing. */
const stemOf = (
  group: WordGroup,
  first: ReadonlyMap<string, WordGroup>,
  groupsOf: ReadonlyMap<string, unknown>,
  isApart: (form: string) => boolean
): string | undefined =>
  byCount(group.lemmas).find(
    (lemma) => first.get(lemma) === group || (!groupsOf.has(lemma) && !isApart(lemma))
  ) ??
  byCount(group.forms).find((form) => first.get(form) === group) ??
  byCount(group.lemmas).find(isApart)

/** Names that are no other words: `norges` → norge, `hansen` → hansen. */
const addNames = (
  documents: readonly Document[],
  stems: Map<string, FormStems>,
  lemmas: Map<string, string>
): void => {
  const counts = new Map<string, Map<string, number>>()
  for (const { readings } of documents)
    for (const { form, lemma, wordClass } of readings) {
      if (wordClass !== 'name' || stems.has(form) || form.length < 2) continue
      const own = counts.get(form) ?? new Map<string, number>()
      counts.set(form, own.set(lemma, (own.get(lemma) ?? 0) + 1))
    }
  for (const [form, own] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const lemma = nameOfGenitive(form, own, stems) ?? byCount(own)[0]!
    const target = isNear(form, lemma) ? lemma : form
    lemmas.set(form, target)
    const stem = stems.get(target)?.meant[0] ?? target
    if (!stems.has(target)) stems.set(target, only(stem))
    stems.set(form, only(stem))
  }
}

/** What a genitive is of: another form of the name (`norges`), or where it is long a known word: `kunstnernes`. */
const nameOfGenitive = (
  form: string,
  lemmas: ReadonlyMap<string, unknown>,
  stems: ReadonlyMap<string, unknown>
): string | undefined => {
  const short = form.slice(0, -1)
  const isOne = form.endsWith('s') && (lemmas.has(short) || (form.length >= LONG && stems.has(short)))
  return isOne ? short : undefined
}

/** A word that the treebank has less often may be a slip. */
const LEAST_SEEN = 2

/** Words that do not inflect as nouns, verbs and adjectives do, whose stems the ranker would guess: `fra`, `eneste`. */
const addFunctionWords = (documents: readonly Document[], stems: Map<string, FormStems>): void => {
  const counts = new Map<string, Map<string, number>>()
  const inflected = new Set<string>()
  for (const { form, lemma, wordClass } of documents.flatMap(({ readings }) => readings)) {
    if (stems.has(form) || form.length < 3) continue
    if (wordClass !== 'other') inflected.add(form)
    const own = counts.get(form) ?? new Map<string, number>()
    counts.set(form, own.set(lemma, (own.get(lemma) ?? 0) + 1))
  }
  for (const [form, lemmas] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const seen = [...lemmas.values()].reduce((sum, count) => sum + count, 0)
    if (seen < LEAST_SEEN || inflected.has(form)) continue
    const lemma = byCount(lemmas)[0]!
    const target = lemma.startsWith(form.slice(0, 2)) && lemma.length > 2 ? lemma : form
    const stem = stems.get(target)?.meant[0] ?? target
    if (!stems.has(stem)) stems.set(stem, only(stem))
    stems.set(form, only(stem))
  }
}

const only = (stem: string): FormStems => ({ meant: [stem], asked: [] })

/** Lemmas of names are sometimes slips or expansions (`ap`, arbeiderpartiet); a genitive has only an -s more. */
const isNear = (form: string, lemma: string): boolean =>
  form.startsWith(lemma) && form.length - lemma.length < 2
