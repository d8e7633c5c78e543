import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import {
  AnnotationBuilder,
  type AnnotationOptions
} from '../../src/segment/annotations/annotation-builder.js'
import { annotationVersion } from '../../src/segment/annotations/annotations.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { readGeneration, withAnnotations, type Generation } from '../../src/segment/generation.js'
import { decodeTables, encodeTables } from '../../src/structures/table-bytes.js'

/**
 * The whole way from articles to a generation, by way of its bytes: what is tested is what `decodeTables` reads.
 *
 * @param options absent `findNames`: no entities
 */
export const buildGeneration = async (
  articles: Iterable<SourceArticle>,
  { findNames = () => [], rules }: Partial<AnnotationOptions> = {}
): Promise<Generation> => {
  const models = loadModels()
  const builder = new GenerationBuilder(models)
  const annotations = new AnnotationBuilder({ findNames, rules })
  for (const article of articles) {
    builder.add(article)
    annotations.add(article)
  }
  const { name, tables } = await builder.finish()
  const generation = readGeneration(name, decodeTables(encodeTables(tables)), models)
  const annotated = decodeTables<Awaited<ReturnType<AnnotationBuilder['finish']>>>(
    encodeTables(await annotations.finish())
  )
  return withAnnotations(generation, annotated, annotationVersion(rules))
}
