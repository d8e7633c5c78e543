import type { Signal } from '../evidence.js'

/**
 * The share of the title's words that the query asks for: `Ny skole` is about it, `Ny skole i Bodø får basseng` less
 * so.
 */
export const titleShare: Signal = ({ occurrences, titleLength }) => {
  const { length, positions, grades, sentences } = occurrences
  let matched = 0
  let previous = -1
  for (let i = 0; i < length && sentences[i] === -1; i++) {
    if (grades[i] === 0 || positions[i] === previous) continue
    previous = positions[i]!
    matched++
  }
  return titleLength === 0 ? 0 : matched / titleLength
}
