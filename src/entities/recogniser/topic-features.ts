import { featureHash } from './feature-weights.js'
import type { FormClass } from './form-facts.js'
import { TOPICS } from './topics.js'

const enum Ask {
  Shape = 112,
  List,
  Cluster
}

/** Calls back with what the topics of the text around a sentence, each with its level, tell of a name in it. */
export const topicFeatures = (
  { shape, lists, cluster }: FormClass,
  levels: readonly number[],
  sink: (feature: number) => void
): void => {
  for (let topic = 0; topic < TOPICS; topic++) {
    const level = levels[topic]!
    if (level === 0) continue
    const about = (topic * 8 + level) * 2048
    sink(featureHash(Ask.Shape * 8, about + shape))
    sink(featureHash(Ask.Cluster * 8, about + cluster))
    if (lists === 0) sink(featureHash(Ask.List * 8, about + 64))
    for (let bit = 0; lists >> bit > 0; bit++)
      if ((lists >> bit) & 1) sink(featureHash(Ask.List * 8, about + bit))
  }
}
