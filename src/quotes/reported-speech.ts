import { accordingTo } from './according-to.js'
import type { Finding } from './finding.js'
import type { Passage } from './prose.js'
import { reportedClause } from './reported-clause.js'
import type { Scene } from './source.js'
import { trailingCue } from './trailing-cue.js'

/** What a passage reports: a sentence, or what of it is not direct speech. */
export const reportedSpeech = (scene: Scene, passage: Passage): Finding[] => {
  const findings: Finding[] = []
  let last = passage.start
  for (let at = passage.from; at < passage.to; at++) {
    if (scene.prose.start(at) < last) continue
    const finding =
      accordingTo(scene, passage, at) ?? reportedClause(scene, passage, at) ?? trailingCue(scene, passage, at)
    if (finding === undefined || finding.start < last || finding.end <= finding.start) continue
    findings.push(finding)
    last = Math.max(finding.end, finding.cue?.end ?? 0)
  }
  return findings
}
