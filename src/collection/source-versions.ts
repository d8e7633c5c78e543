import { loadModels } from '../analysis/models.js'
import { entityModelVersion } from '../entities/norwegian-names.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { annotationVersion } from '../segment/annotations/annotations.js'
import { indexVersion } from '../segment/generation-builder.js'
import type { ArticleSource } from './article-source.js'
import { snapshotKey } from './snapshot.js'

/** Names what annotations are made by: the code, the rules and the model. */
export const namesVersion = (rules: EntityRules): string =>
  `${annotationVersion(rules)}\n${entityModelVersion()}`

/** Names what articles are read by: the code, the models, and the names of facts. */
export const articlesKey = async ({ files }: ArticleSource): Promise<string> =>
  snapshotKey(indexVersion(loadModels()), (await files?.namesState()) ?? 'none')
