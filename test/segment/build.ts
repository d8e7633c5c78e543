import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import {
  AnnotationBuilder,
  type AnnotationOptions
} from '../../src/segment/annotations/annotation-builder.js'
import { annotationVersion } from '../../src/segment/annotations/annotations.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { readGeneration, withAnnotations, type Generation } from '../../src/segment/generation.js'
import { throughFile } from '../structures/through-file.js'

/**
 * The whole way from articles to a generation, by way of a file: what is tested is what a snapshot would have.
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
  const generation = readGeneration(name, await throughFile(tables), models)
  const annotated = await throughFile(await annotations.finish())
  return withAnnotations(generation, annotated, annotationVersion(rules))
}
