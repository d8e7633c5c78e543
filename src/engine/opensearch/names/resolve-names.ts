import { columns } from '../connection/columns.js'
import { createHash } from 'node:crypto'
import type { EntityRules } from '../../../entities/rules/entity-rules.js'
import { annotationVersion } from '../../../segment/annotations/annotations.js'
import { writeBulk, type BulkLine, type BulkOptions } from '../connection/bulk.js'
import type { Cluster } from '../connection/cluster.js'
import { documentId } from '../connection/document-id.js'
import { createIndex } from '../layout/indices.js'
import { namesIndex, type IndexOptions, type Layout } from '../layout/layout.js'
import { searchAt } from '../connection/point-in-time.js'
import type { CatalogueReference } from './catalogue-reference.js'
import { decodeAnnotations } from './article-annotations.js'
import { CatalogueBuilder } from './catalogue-builder.js'

/** A state of the articles. */
export interface ArticlesState {
  readonly articlesName: string
  readonly pit: string
}

export interface ResolveOptions extends Pick<IndexOptions, 'shards' | 'replicas'> {
  readonly rules: EntityRules
  /** The catalogue that is served: the same one is not made again. */
  readonly known?: CatalogueReference | undefined
  readonly waiting?: BulkOptions['waiting'] | undefined
}

/** Articles that are read at a time, and documents that are written. */
const PAGE = 2000
const WRITTEN = 2000

/** The catalogue of a state of the articles by the rules, whether or not it is written yet. */
export const catalogueOf = (
  layout: Layout,
  { articlesName }: ArticlesState,
  rules: EntityRules
): CatalogueReference => ({
  index: `${layout.names}-${createHash('sha256')
    .update(`${layout.articlesNow} ${articlesName} ${annotationVersion(rules)}`)
    .digest('hex')
    .slice(0, 20)}`,
  of: articlesName
})

/**
 * Builds the catalogue of entities from the annotations of all articles, and writes it to an index of its own. It
 * depends on the articles and the rules alone, so that several processes that do so, or one that goes on after it was
 * killed, write the same.
 *
 * @throws {EngineError | BulkError}
 */
export const resolveNames = async (
  cluster: Cluster,
  layout: Layout,
  state: ArticlesState,
  options: ResolveOptions
): Promise<CatalogueReference> => {
  const names = catalogueOf(layout, state, options.rules)
  if (options.known?.index === names.index) return options.known
  const catalogue = new CatalogueBuilder(options.rules)
  for await (const encoded of allAnnotations(cluster, state)) catalogue.add(decodeAnnotations(encoded))
  await createIndex(cluster, names.index, namesIndex(options))
  const documents = await catalogue.documents()
  for (let from = 0; from < documents.length; from += WRITTEN) {
    const lines = documents.slice(from, from + WRITTEN).map((document): BulkLine => ({
      action: { index: { _index: names.index, _id: documentId(document.id) } },
      document
    }))
    await writeBulk(cluster, lines, options)
    // So that the state of the articles lives on meanwhile.
    await cluster.search({ body: { ...searchAt(state.pit), size: 0, track_total_hits: false } })
  }
  await cluster.send('POST', `/${names.index}/_refresh`)
  return names
}

interface AnnotationsPage {
  readonly hits: {
    readonly hits: readonly {
      readonly fields: { readonly annotations: readonly [string] }
      readonly sort: readonly unknown[]
    }[]
  }
}

/** The encoded annotations of each article, in the order of their ids. */
async function* allAnnotations(cluster: Cluster, { pit }: ArticlesState): AsyncGenerator<string, void> {
  for (let after: readonly unknown[] | undefined; ;) {
    const { hits } = await cluster.search<AnnotationsPage>({
      body: {
        ...searchAt(pit),
        ...{ size: PAGE, track_total_hits: false, ...columns('annotations') },
        sort: [{ id: 'asc' }],
        ...(after !== undefined && { search_after: after })
      }
    })
    for (const { fields } of hits.hits) yield fields.annotations[0]
    if (hits.hits.length < PAGE) return
    after = hits.hits.at(-1)!.sort
  }
}
