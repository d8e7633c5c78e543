import { columns } from '../connection/columns.js'
import { comparedArticles, findCopies } from '../../../segment/articles/copies.js'
import { SKETCH_SIZE } from '../../../structures/min-hash.js'
import { EngineError } from '../../engine.js'
import { ORDERS } from '../searching/find.js'
import { nextPage } from '../searching/paging.js'
import { RESULT_WINDOW } from '../layout/layout.js'
import type { Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { EVERYTHING } from '../queries/token-query.js'
import { decodeSketch } from './sketch-fields.js'
import { textWords } from './stored-words.js'

/** By id of an article: what names its group. Articles that are like no other are not in it. */
export type CopyGroups = ReadonlyMap<string, number>

/** The sketches of so many are kept while groups are found, 256 bytes each. */
const MOST_ARTICLES = 500_000

/**
 * Which articles of a generation are nearly the same text. It depends on the articles alone, so that it is found when
 * it is first asked for, by whatever process, and remembered for the generation.
 *
 * @throws {EngineError} `not-answered` of more than `MOST_ARTICLES` articles
 */
export const copyGroups = async (served: Served): Promise<CopyGroups> => {
  const { published, cache: memory } = served
  if (published.articles > MOST_ARTICLES)
    throw new EngineError(
      'not-answered',
      `Nearly identical articles can be found among at most ${MOST_ARTICLES} articles: ask without collapse.`
    )
  const known = memory.get(KEY) as Promise<CopyGroups> | undefined
  if (known !== undefined) return known
  const groups = findGroups(served)
  memory.set(KEY, groups)
  groups.catch(() => memory.delete(KEY))
  return groups
}

const KEY = 'copies'

const findGroups = async (served: Served): Promise<CopyGroups> => {
  const { ids, sketches } = await readSketches(served)
  const articles = Uint32Array.from(ids.keys())
  const compared = comparedArticles({ sketches, articles })
  const words = await textWords(
    served,
    Array.from(compared, (article) => ids[article]!)
  )
  const copies = await findCopies({
    ...{ sketches, articles },
    wordsOf: (article) => words.get(ids[article]!) ?? new Uint32Array()
  })
  const sizes = new Map<number, number>()
  for (const group of copies) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return new Map(
    Array.from(articles).flatMap((article) => {
      const group = copies[article]!
      return sizes.get(group)! > 1 ? [[ids[article]!, group]] : []
    })
  )
}

interface Sketched {
  readonly fields: { readonly sketch: readonly [string] }
  readonly sort: readonly [instant: unknown, id: string]
}

interface Sketches {
  readonly ids: readonly string[]
  /** By article: `SKETCH_SIZE` values. */
  readonly sketches: Uint32Array
}

/** The sketches of all articles, those of the newest first. */
const readSketches = async ({ cluster, published }: Served): Promise<Sketches> => {
  const body = {
    ...searchAt(published.pit),
    ...{ query: EVERYTHING, sort: ORDERS.newest, ...columns('sketch') }
  }
  const ids: string[] = []
  const sketches = new Uint32Array(SKETCH_SIZE * published.articles)
  for (let after: readonly unknown[] | undefined; ids.length < published.articles;) {
    const page = await nextPage<Sketched>(cluster, { body }, { size: RESULT_WINDOW, after })
    for (const { fields, sort } of page) {
      sketches.set(decodeSketch(fields.sketch[0]), SKETCH_SIZE * ids.length)
      ids.push(sort[1])
    }
    after = page.at(-1)!.sort
  }
  return { ids, sketches }
}
