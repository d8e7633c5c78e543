import type { EntityCatalogue } from '../../entities/catalogue/entity-catalogue.js'
import { plainParty } from '../../entities/party-names.js'
import { isPerson, nameKey, slugOf } from '../../entities/name-key.js'
import { slug } from '../../entities/slug.js'
import { listAt, type Lists } from '../../structures/lists.js'
import type { CountLists } from './count-lists.js'

/** Shorter names, such as `H` for a party, are mostly something else. */
const SHORTEST = 2

interface Numbered {
  /** As in `EntityTables`. */
  readonly entityOf: Int32Array
  readonly forms: CountLists
  /** What forms stand for in full: `Arbeiderpartiet`, also where articles write only `Ap`. */
  readonly fullForms: CountLists
}

/**
 * By entity: the names, as numbers of texts, that are sure to be its own wherever they are said of it: names that whole
 * articles know it by and the rules of identity or of the user join, abbreviations that articles introduce, and the
 * short names of parties, with the full ones, which need not be written. Not a surname or another short form that only
 * its article explains. An entity that has one such name only has none here.
 */
export const listSureNames = (
  catalogue: EntityCatalogue,
  { entityOf, forms, fullForms }: Numbered
): Lists => {
  const { texts } = catalogue.evidence
  const slugs = sureSlugs(catalogue, entityOf)
  const size = forms.offsets.length - 1
  const offsets = new Uint32Array(size + 1)
  const values: number[] = []
  for (let entity = 0; entity < size; entity++) {
    const own = slugs.get(entity) ?? new Set()
    const isSure = (text: string): boolean =>
      isNamed(text) && !isGenitive(slug(text), own) && (own.has(slug(text)) || isParty(text, own))
    const written = new Set(listAt(forms, entity).filter((text) => isSure(texts.text(text))))
    const parties = new Set(Array.from(written, (text) => plainParty(texts.text(text))))
    const full = listAt(fullForms, entity).filter((text) => parties.has(texts.text(text)))
    const sure = new Set([...written, ...full])
    const names = new Set(Array.from(sure, (text) => slug(texts.text(text))))
    if (names.size > 1) values.push(...sure)
    offsets[entity + 1] = values.length
  }
  return { offsets, values: Uint32Array.from(values) }
}

/** By entity: the slugs of its names in the catalogue, and of the abbreviations that articles introduce for these. */
const sureSlugs = (
  { evidence, rules }: EntityCatalogue,
  entityOf: Int32Array
): ReadonlyMap<number, Set<string>> => {
  const slugs = new Map<number, Set<string>>()
  const add = (name: number, entity: number | undefined): void => {
    if (entity !== undefined && entity >= 0)
      slugs.set(entity, (slugs.get(entity) ?? new Set()).add(slugOf(evidence.texts.text(name))))
  }
  const decided = new Set(
    rules.merge.flatMap(({ into, from }) => [into, ...from]).map(({ type, slug }) => nameKey(type, slug))
  )
  for (let name = 0; name < entityOf.length; name++) {
    if (entityOf[name]! < 0 || evidence.articles(name) === 0) continue
    const key = evidence.texts.text(name)
    // A first name or a surname alone is sure to be somebody only where the user says so.
    if (!isPerson(key) || key.includes('-') || decided.has(key)) add(name, entityOf[name])
  }
  for (const short of evidence.abbreviations.names()) {
    const long = evidence.abbreviations.main(short)?.partner
    if (long !== undefined) add(short, entityOf[long])
  }
  return slugs
}

const isNamed = (text: string): boolean => text.length >= SHORTEST && /\p{Lu}/u.test(text)

const isGenitive = (name: string, names: ReadonlySet<string>): boolean =>
  name.endsWith('s') && names.has(name.slice(0, -1).replace(/-$/, ''))

const isParty = (text: string, names: ReadonlySet<string>): boolean => {
  const party = plainParty(text)
  return party !== undefined && names.has(slug(party))
}

/** The names of an entity that is called by one of them. */
export interface OtherNames {
  readonly entity: number
  readonly names: readonly string[]
}

/** Finds the other sure names of entities by one of them. */
export class SureNames {
  private bySlug: Map<string, number> | undefined

  /** @param lists as `listSureNames` makes them */
  constructor(
    private readonly lists: Lists,
    private readonly textOf: (text: number) => string
  ) {}

  /** The names beside this one; undefined where no entity, or several, have it for sure. @param name its slug */
  beside(name: string): OtherNames | undefined {
    this.bySlug ??= this.readSlugs()
    const entity = this.bySlug.get(name)
    if (entity === undefined || entity === SEVERAL) return undefined
    const names = this.of(entity).filter((text) => slug(text) !== name)
    return { entity, names }
  }

  private of(entity: number): string[] {
    return Array.from(listAt(this.lists, entity), (text) => this.textOf(text))
  }

  private readSlugs(): Map<string, number> {
    const bySlug = new Map<string, number>()
    const { offsets } = this.lists
    for (let entity = 0; entity < offsets.length - 1; entity++) {
      // Most have none.
      if (offsets[entity] === offsets[entity + 1]) continue
      for (const name of new Set(this.of(entity).map(slug)))
        bySlug.set(name, bySlug.has(name) ? SEVERAL : entity)
    }
    return bySlug
  }
}

const SEVERAL = -1
