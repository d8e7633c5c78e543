import { nameKey, parseId } from '../../../entities/name-key.js'
import { slug } from '../../../entities/slug.js'
import { annotationsOf } from '../../../segment/annotations/annotations.js'
import { EntityIndex, type EntityTables } from '../../../segment/annotations/entity-index.js'
import type { NameSearchOptions } from '../../../segment/annotations/entity-names.js'
import type { OtherNames } from '../../../segment/annotations/sure-names.js'
import type { Generation } from '../../../segment/generation.js'
import type { EntityRow, NameLookup } from './name-lookup.js'

/** The entities of a cluster that a query has looked up; it looks up what it does not know yet. */
export class LookupEntities extends EntityIndex {
  /** @param rows by entity */
  constructor(
    tables: EntityTables,
    private readonly rows: readonly EntityRow[],
    private readonly lookup: NameLookup
  ) {
    super(tables)
  }

  /** What the cluster has of an entity. */
  row(entity: number): EntityRow {
    return this.rows[entity]!
  }

  override aliases(entity: number): string[] {
    return [...this.row(entity).aliases]
  }

  override articleCount(entity: number): number {
    return this.row(entity).articles
  }

  override articleCountOfAny(entities: readonly number[]): number {
    if (entities.length === 1) return this.articleCount(entities[0]!)
    return this.lookup.articlesWith(entities.flatMap((entity) => this.row(entity).keys)) ?? 0
  }

  override namesBeside(name: string): OtherNames | undefined {
    this.lookup.rows('slugs', slug(name), { isGuess: true })
    return super.namesBeside(name)
  }

  override find(id: string): number | undefined {
    const parsed = parseId(id)
    if (parsed !== undefined) {
      for (const type of ['person', 'organisation'] as const)
        this.lookup.rows('keys', nameKey(type, parsed.slug))
      this.lookup.rows('slugs', parsed.slug)
    }
    return super.find(id)
  }

  override withWords(words: string, options: NameSearchOptions = {}): readonly number[] {
    const key = slug(words)
    if (key !== '' && options.whole === true) this.lookup.rows('slugs', key)
    else if (key !== '') this.lookup.rows('words', options.prefix === true ? key : `${key}-`)
    return super.withWords(words, options)
  }
}

/** What the cluster has of an entity of a small generation. @throws {NotAnnotatedError} */
export const entityRow = (generation: Pick<Generation, 'annotations'>, entity: number): EntityRow => {
  const { entities } = annotationsOf(generation)
  if (entities instanceof LookupEntities) return entities.row(entity)
  throw new TypeError('The entities are not those of a cluster.')
}
