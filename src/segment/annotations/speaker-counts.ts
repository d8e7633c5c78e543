import type { Annotations } from './annotations.js'

/** By entity: its quotes in some articles, and the articles with any. */
export interface SpeakerCounts {
  readonly direct: Uint32Array
  readonly reported: Uint32Array
  readonly articles: Uint32Array
}

/** Counts who is quoted in these articles. @param minConfidence 0–1: of quotes that are less sure none counts */
export const countSpeakers = (
  { entities, quotes }: Annotations,
  articles: Iterable<number>,
  minConfidence = 0
): SpeakerCounts => {
  const { size } = entities
  const counts = {
    direct: new Uint32Array(size),
    reported: new Uint32Array(size),
    articles: new Uint32Array(size)
  }
  for (const article of articles) {
    const speakers = new Set<number>()
    for (let quote = quotes.first(article); quote < quotes.first(article + 1); quote++) {
      const speaker = quotes.speaker(quote)
      if (speaker === undefined || quotes.confidence(quote) < minConfidence) continue
      counts[quotes.kind(quote)][speaker]!++
      speakers.add(speaker)
    }
    for (const speaker of speakers) counts.articles[speaker]!++
  }
  return counts
}
