import { gzipSync } from 'node:zlib'
import { type FormFacts, STATISTICS } from '../../src/entities/recogniser/form-facts.js'
import { CLUSTERINGS, type LexiconColumns } from '../../src/entities/recogniser/form-lexicon.js'
import { LABEL_COUNT as L } from '../../src/entities/recogniser/labels.js'
import {
  ENTITY_FORMAT,
  type EntityModel,
  type EntityModelHeader
} from '../../src/entities/recogniser/model-file.js'

/** The model as a gzip file, see `EntityModelHeader`; the same bytes every time. */
export const encodeEntityModel = (model: EntityModel): Buffer => {
  const { lexicon, features, weights, unit, transitions, news } = model
  const header: EntityModelHeader = {
    format: ENTITY_FORMAT,
    forms: lexicon.keys.length,
    features: features.length,
    newsFeatures: news.features.length,
    unit
  }
  const line = JSON.stringify(header)
  const parts = [
    Buffer.from(`${line}${' '.repeat((8 - ((line.length + 1) % 8)) % 8)}\n`),
    ...[
      transitions.start, transitions.between, features, lexicon.keys, lexicon.lists, ...lexicon.clusters,
      lexicon.memory, lexicon.counted, ...lexicon.statistics, columnsOf(weights), news.features, columnsOf(news.weights)
    ].map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)) // prettier-ignore
  ]
  return gzipSync(Buffer.concat(parts), { level: 9 })
}

/** All weights of one label after another: that packs better. */
const columnsOf = (rows: Int8Array): Int8Array => {
  const count = rows.length / L
  return Int8Array.from(rows, (_, i) => rows[(i % count) * L + Math.floor(i / count)]!)
}

/** Packs facts into columns, in the order of the hashes of their forms. */
export const packLexicon = (byHash: ReadonlyMap<number, FormFacts>): LexiconColumns => {
  const sorted = [...byHash].sort(([a], [b]) => a - b)
  const column = (valueOf: (facts: FormFacts) => number): Uint16Array =>
    Uint16Array.from(sorted, ([, fact]) => valueOf(fact))
  return {
    keys: Int32Array.from(sorted, ([hash]) => hash),
    clusters: Array.from({ length: CLUSTERINGS }, (_, i) =>
      column(({ clusters }) => (clusters[i] ?? -1) + 1)
    ),
    counted: Uint8Array.from(sorted, ([, { statistics }]) => (statistics.length > 0 ? 1 : 0)),
    statistics: STATISTICS.map((_, i) => Uint8Array.from(column(({ statistics }) => statistics[i] ?? 0))),
    memory: column(({ memory }) => memory),
    lists: Int32Array.from(sorted, ([, { lists }]) => lists)
  }
}
