import { scatter } from '../../analysis/compounds/rolling-hash.js'

/** 32-bit hash of a form (FNV-1a, spread over all bits). */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return scatter(hash)
}

/** The hash of a feature: which question is asked (`template`), and what the answer is. */
export const featureHash = (template: number, value: number): number =>
  scatter(Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b) ^ (value >>> 15))
