import { accordingTo } from './according-to.js'
import type { Finding } from './finding.js'
import type { TokenRange } from '../prose.js'
import { reportedClause } from './reported-clause.js'
import type { Scene } from '../speakers/scene.js'
import { mayReport } from '../words/speech-verbs.js'
import { trailingCue } from './trailing-cue.js'

const TAIL = /^[»”"]?\s*[,.!?]/

/** What a passage reports: a sentence, or what of it is not direct speech. */
export const reportedSpeech = (scene: Scene, passage: TokenRange): Finding[] => {
  const findings: Finding[] = []
  let last = passage.start
  /** What follows direct speech, `, sier han`, is no statement of its own. */
  let isStatement = !TAIL.test(scene.prose.text.slice(passage.start, passage.start + 3))
  for (let at = passage.from; at < passage.to; at++) {
    if (!mayReport(scene.prose.word(at)) || scene.prose.start(at) < last) continue
    const whole = isStatement ? accordingTo(scene, passage, at) : undefined
    const clause = whole ?? reportedClause(scene, passage, at)
    const finding = clause ?? (isStatement ? trailingCue(scene, passage, at) : undefined)
    if (finding === undefined || finding.end <= finding.start) continue
    findings.push(finding)
    isStatement = false
    last = Math.max(finding.end, finding.cue?.end ?? 0)
  }
  return findings
}
