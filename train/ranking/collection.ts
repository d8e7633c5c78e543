import { readJsonl } from '../../tools/records.js'
import { IndexBuilder } from '../../src/segment/index-builder.js'
import type { SearchIndex } from '../../src/segment/search-index.js'
import { makePlan } from '../../src/query/planning/make-plan.js'
import { parseQuery } from '../../src/query/language/parser.js'
import type { Plan } from '../../src/query/planning/plan.js'

/** An index of the articles of some JSON Lines files. */
export const indexFiles = async (files: readonly string[]): Promise<SearchIndex> => {
  const builder = new IndexBuilder()
  for (const file of files)
    for await (const { id, text } of readJsonl<{ id: string; text: string }>(file)) builder.add({ id, text })
  return builder.finish()
}

export const planOf = (index: SearchIndex, question: string): Plan =>
  makePlan(index, parseQuery(question), { match: 'any', compounds: true, variants: true, fuzzy: 'auto' })
