import { columns } from '../columns.js'
import { createHash } from 'node:crypto'
import type { EntityRules } from '../../../entities/rules/entity-rules.js'
import { annotationVersion } from '../../../segment/annotations/annotations.js'
import { writeBulk, type BulkLine, type BulkOptions } from '../bulk.js'
import type { Cluster } from '../cluster.js'
import { documentId } from '../document-id.js'
import { createIndex } from '../indices.js'
import { namesIndex, type IndexOptions, type Layout } from '../layout.js'
import { searchAt } from '../point-in-time.js'
import type { NamesReference } from './names-reference.js'
import { decodeTold } from './told.js'
import { NamesGatherer } from './names-gatherer.js'

/** A state of the articles. */
export interface ArticlesState {
  readonly articlesName: string
  readonly pit: string
}

export interface ResolveOptions extends Pick<IndexOptions, 'shards' | 'replicas'> {
  readonly rules: EntityRules
  /** The catalogue that is served: the same one is not made again. */
  readonly known?: NamesReference | undefined
  readonly waiting?: BulkOptions['waiting'] | undefined
}

/** Articles that are read at a time, and documents that are written. */
const PAGE = 2000
const WRITTEN = 2000

/** The catalogue that a state of the articles has by the rules, whether or not it is there. */
export const namesOf = (
  layout: Layout,
  { articlesName }: ArticlesState,
  rules: EntityRules
): NamesReference => ({
  index: `${layout.names}-${createHash('sha256')
    .update(`${layout.articlesNow} ${articlesName} ${annotationVersion(rules)}`)
    .digest('hex')
    .slice(0, 20)}`,
  of: articlesName
})

/**
 * Puts together what all articles tell of names, and writes it to an index of its own. That depends on the articles and
 * the rules alone, so that several processes that do so, or one that goes on after it was killed, write the same.
 *
 * @throws {EngineError | BulkError}
 */
export const resolveNames = async (
  cluster: Cluster,
  layout: Layout,
  state: ArticlesState,
  options: ResolveOptions
): Promise<NamesReference> => {
  const names = namesOf(layout, state, options.rules)
  if (options.known?.index === names.index) return options.known
  const gatherer = new NamesGatherer(options.rules)
  for await (const told of tellings(cluster, state)) gatherer.add(decodeTold(told))
  await createIndex(cluster, names.index, namesIndex(options))
  const documents = await gatherer.documents()
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

interface TellingPage {
  readonly hits: {
    readonly hits: readonly {
      readonly fields: { readonly told: readonly [string] }
      readonly sort: readonly unknown[]
    }[]
  }
}

/** What each article tells, in the order of their ids. */
async function* tellings(cluster: Cluster, { pit }: ArticlesState): AsyncGenerator<string, void> {
  for (let after: readonly unknown[] | undefined; ;) {
    const { hits } = await cluster.search<TellingPage>({
      body: {
        ...searchAt(pit),
        ...{ size: PAGE, track_total_hits: false, ...columns('told') },
        sort: [{ id: 'asc' }],
        ...(after !== undefined && { search_after: after })
      }
    })
    for (const { fields } of hits.hits) yield fields.told[0]
    if (hits.hits.length < PAGE) return
    after = hits.hits.at(-1)!.sort
  }
}
