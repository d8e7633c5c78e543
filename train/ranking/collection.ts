import { readJsonl } from '../../tools/records.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { loadModels } from '../../src/analysis/models.js'
import { readGeneration, type Generation } from '../../src/segment/generation.js'
import { makePlan } from '../../src/query/planning/make-plan.js'
import { parseQuery } from '../../src/query/language/parser.js'
import type { Plan } from '../../src/query/planning/plan.js'

/** The articles of some JSON Lines files as a generation. */
export const indexFiles = async (files: readonly string[]): Promise<Generation> => {
  const models = loadModels()
  const builder = new GenerationBuilder(models)
  for (const file of files)
    for await (const { id, text } of readJsonl<{ id: string; text: string }>(file)) builder.add({ id, text })
  const { name, tables } = await builder.finish()
  return readGeneration(name, tables, models)
}

export const planOf = (generation: Generation, question: string): Plan =>
  makePlan(generation, parseQuery(question), { match: 'any', compounds: true, variants: true, fuzzy: 'auto' })
