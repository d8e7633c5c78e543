import { genderOf, type Gender } from '../../entities/given-names.js'
import { isDocument } from '../words/function-words.js'
import { withGenders } from './genders.js'
import { collectRuns, type Run } from './name-runs.js'
import type { ResolvedMention } from '../../entities/mention.js'
import type { NamedEntities } from '../quote.js'
import type { TokenRange, Prose } from '../prose.js'

/** A name in the text. */
export interface Name extends TokenRange {
  readonly isPerson: boolean
  /** The same for all mentions of one person or organisation. */
  readonly key: string
  /** As it is written, in lower case, without the ending of a genitive. */
  readonly form: string
  /** Does it fit two persons of the text? */
  readonly isAmbiguous?: boolean
  /** That it is, where the name was recognised. */
  readonly mention?: ResolvedMention
  readonly gender?: Gender
}

/** What the name of a body ends with: `lagmannsretten` Borgarting lagmannsrett, `kommunen` Oslo kommune. */
const BODY = /^(tingrett|lagmannsrett|(?:fylkes)?kommune|politidistrikt|fylkesting)(?:et|en|n)$/

/** The names of a text in order, at the tokens that they begin with. */
export class Names {
  private readonly starting = new Map<number, Name>()

  /** @param called whom an epithet means, by the token that it begins with */
  constructor(
    names: readonly Name[],
    private readonly called: ReadonlyMap<number, Name> = new Map()
  ) {
    for (const name of names) this.starting.set(name.from, name)
  }

  /** The person whom the article calls so: `DNB-sjefen`, where it has said who that is. */
  calledAt(token: number): Name | undefined {
    return this.called.get(token)
  }

  at(token: number): Name | undefined {
    return this.starting.get(token)
  }

  /**
   * The organisations, one name of each, whose last word ends as a definite noun does: `tilsynet` Mattilsynet,
   * `politiet` Oslo politidistrikt, `kommunen` Oslo kommune.
   */
  organisationsWith(noun: string): Name[] {
    const stem = noun === 'politiet' ? 'politidistrikt' : (BODY.exec(noun)?.[1] ?? noun)
    const found = new Map<string, Name>()
    for (const name of this.starting.values())
      if (!name.isPerson && name.mention !== undefined && name.form.endsWith(stem)) found.set(name.key, name)
    const all = [...found.values()]
    const same = all.filter(({ form }) => form === stem)
    return same.length > 0 ? same : all
  }

  /** The last name that ends at most at `to`, and begins at `from` or later. */
  before(from: number, to: number): Name | undefined {
    for (let at = to - 1; at >= from; at--) {
      const name = this.at(at)
      if (name !== undefined && name.to <= to) return name
    }
    return undefined
  }
}

/**
 * The names of a text: the persons and organisations that are mentioned, and runs of capitalised words beside them. A
 * run is a person's where it begins with a given name, follows a role (`statssekretær Chaffey`), or is the end of a
 * name that does.
 *
 *     Arbeiderpartiets Torstein Tvedt Solberg → Torstein Tvedt Solberg
 *     Rådmann Kjell Arne Strand → Kjell Arne Strand
 */
export const findNames = (prose: Prose, named: NamedEntities): Names => {
  const given = mentionedNames(prose, named)
  const taken = new Map([...given, ...creditedNames(prose, named)])
  const runs: Run[] = []
  for (const { sentences } of prose.paragraphs)
    for (const sentence of sentences) collectRuns(prose, sentence, taken, runs)
  const names = withGenders(prose, [...given.values(), ...linkRuns(prose, runs)])
  return new Names(names, epithetsOf(prose, names))
}

/** Does the name begin a sentence, and so tell whom that is about? */
const isFirst = (prose: Prose, { from }: Name): boolean =>
  from === 0 || /[.!?»”"\n]\s*$/.test(prose.gap(from))

/** Whom epithets with a name of their own mean, of those with whom a sentence begins: `Kari Moe … | DNB-sjefen`. */
const epithetsOf = (prose: Prose, names: readonly Name[]): ReadonlyMap<number, Name> => {
  const called = new Map<number, Name>()
  for (const name of names) {
    const role = name.isPerson ? name.mention?.role : undefined
    if (role === undefined || role.start < name.end || !isFirst(prose, name)) continue
    const token = prose.tokenAt(role.start)
    if (prose.isCapital(token) && prose.word(token).includes('-')) called.set(token, name)
  }
  return called
}

/** Where credits name somebody: nobody who speaks. */
const creditedNames = (prose: Prose, { mentions }: NamedEntities): [number, { to: number }][] =>
  mentions
    .filter(({ credit }) => credit)
    .map(({ start, end }) => [prose.tokenAt(start), { to: prose.tokenAt(end) }])

/** Is what stands behind an organisation in one word itself speaking: `LO-ledelsen`, `FN-rapporten`? */
const speaksFor = (tail: string): boolean =>
  isDocument(tail) || /^(?:ledelsen|leiinga|styret|toppen)$/.test(tail)

const mentionedNames = (prose: Prose, { entities, mentions }: NamedEntities): Map<number, Name> => {
  const names = new Map<number, Name>()
  mentions.forEach((mention, i) => {
    const { start, end, entity, isGuess, credit } = mention
    const { type } = entities[entity]!
    if (credit || (type !== 'person' && type !== 'organisation')) return
    const from = prose.tokenAt(start)
    const to = prose.tokenAt(end)
    if (to <= from) return
    const tail = prose.text.slice(end + 1, prose.end(to - 1))
    if (tail !== '' && !speaksFor(tail)) return // `LO` in `LO-leder` is not the word
    const gender = isGuess ? undefined : genderOf(entities[entity]!.name.split(' ', 1)[0]!.toLowerCase())
    names.set(from, {
      ...{ from, to, start, end, mention },
      form: mention.name.toLowerCase(),
      isPerson: type === 'person',
      // Who is not surely meant is nobody that is known.
      key: isGuess ? `guess ${i}` : `entity ${entity}`,
      ...(gender !== undefined && { gender })
    })
  })
  return names
}

/** So many people with one name are enough to know that it tells nobody. */
const ENOUGH = 4

/**
 * One key for all mentions of one person: the fullest name that ends, or alone begins, with the same words. The key of
 * a surname that two people share is neither's.
 */
const linkRuns = (prose: Prose, runs: readonly Run[]): Name[] => {
  const formOf = ({ from, to }: Run): string => prose.text.slice(prose.start(from), prose.end(to - 1))
  const forms = new Set(runs.filter(({ isUnsure }) => !isUnsure).map(formOf))
  const baseOf = (form: string): string =>
    form.endsWith('s') && forms.has(form.slice(0, -1)) ? form.slice(0, -1) : form
  const owners = new Map<string, Set<string>>()
  for (const run of runs) {
    if (!run.isPerson) continue
    const full = baseOf(formOf(run))
    for (const part of partsOf(full)) {
      const named = owners.get(part) ?? new Set()
      if (named.size < ENOUGH) owners.set(part, named.add(full))
    }
  }
  return runs.flatMap((run) => {
    const form = baseOf(formOf(run))
    const persons = owners.get(form)
    if (run.isUnsure && persons === undefined && !forms.has(form)) return []
    const longer = [...(persons ?? [])].filter((full) => full !== form)
    const key = longer.length === 1 ? longer[0]! : form
    const name = nameOf(prose, run, { key, isPerson: run.isPerson || persons !== undefined })
    return [longer.length > 1 ? { ...name, isAmbiguous: true } : name]
  })
}

/** `Anna Lie Moe` → `Anna`, `Anna Lie Moe`, `Lie Moe`, `Moe` */
const partsOf = (full: string): string[] => {
  const words = full.split(/\s+/)
  return [words[0]!, ...words.map((_, at) => words.slice(at).join(' '))]
}

const nameOf = (
  prose: Prose,
  { from, to }: Run,
  { key, isPerson }: { key: string; isPerson: boolean }
): Name => {
  const form = key.toLowerCase()
  const name = { from, to, start: prose.start(from), end: prose.end(to - 1), key, form, isPerson }
  const gender = genderOf(key.split(/\s+/, 1)[0]!.toLowerCase())
  return isPerson && gender !== undefined ? { ...name, gender } : name
}
