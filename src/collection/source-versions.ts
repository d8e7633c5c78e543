import { loadModels } from '../analysis/models.js'
import { entityModelVersion } from '../entities/norwegian-names.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { annotationVersion } from '../segment/annotations/annotations.js'
import { indexVersion } from '../segment/generation-builder.js'
import type { ArticleSource } from './article-source.js'
import { snapshotKey } from './snapshot.js'

/** Names all that annotations depend on beside the articles: the code, the rules and the model. */
export const annotationsKey = (rules: EntityRules): string =>
  `${annotationVersion(rules)}\n${entityModelVersion()}`

/** Names all that the index depends on beside the articles: the code, the models, and the names of facts. */
export const articlesKey = async ({ files }: ArticleSource): Promise<string> =>
  snapshotKey(indexVersion(loadModels()), (await files?.namesState()) ?? 'none')
