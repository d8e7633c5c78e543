import type { Attribution } from './finding.js'
import type { Scene } from '../speakers/scene.js'
import { sourceAfter, sourceBefore } from '../speakers/source.js'
import { announcesSpeech } from '../words/speech-verbs.js'

/** Longer sentences announce nothing that could be told. */
const LONGEST = 40

/**
 * What a passage with a colon at its end tells of the speech that follows: `Heidi Austlid:`, `Styreleder Kari Moe uttaler:`.
 * Undefined where it announces none: `Bok:`, `Slik gjør du:`.
 */
export const leadIn = (scene: Scene, from: number, to: number): Attribution | undefined => {
  const { prose } = scene
  for (let at = to - 1; at >= Math.max(from, to - LONGEST); at--) {
    if (!announcesSpeech(prose.word(at))) continue
    const source = sourceBefore(scene, from, at) ?? sourceAfter(scene, at + 1, to)
    if (at === from && (source === undefined || source.kind === 'nobody')) continue // a word in capitals: `SLUTTET:`
    return { cue: { start: prose.start(at), end: prose.end(at) }, ...(source && { source }) }
  }
  const source = sourceBefore(scene, from, to)
  if (source === undefined || source.kind === 'nobody' || source.to !== to) return undefined
  return { source }
}
