import type { RecognisedMention } from '../mention.js'

/** The recogniser guesses where it is less sure than this. */
const GUESS = 0.6
/** Neighbours that tell something are surer. */
const SURE = 0.8
const CERTAINTY = 0.8

const BETWEEN = /^(?:,| og| samt|, og) (?:de[nt]? )?$/

/** An organisation between organisations, or a place between places: `Difi, | Visma | og IKT-Norge`. */
export const typeByList = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const [before, after] = [mentions[i - 1], mentions[i + 1]]
    if (before === undefined || after === undefined || mention.confidence >= GUESS) return mention
    const isListed =
      BETWEEN.test(text.slice(before.end, mention.start)) &&
      BETWEEN.test(text.slice(mention.end, after.start))
    const isTold =
      before.type === after.type &&
      (before.type === 'organisation' || before.type === 'place') &&
      Math.min(before.confidence, after.confidence) >= SURE
    return isListed && isTold && mention.type !== 'person'
      ? { ...mention, type: before.type, confidence: CERTAINTY }
      : mention
  })
