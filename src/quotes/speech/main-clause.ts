import type { Prose } from '../prose.js'

/** What a clause begins with that stands before its main clause. */
const SUBORDINATING =
  /^(?:når|da|då|hvis|viss|dersom|om|fordi|siden|sidan|ettersom|mens|medan|før|idet|inntil|med mindre|så (?:lenge|lengje|snart|fort)|selv om|sjølv om|etter at|etter som|uten at|utan at)(?!\p{L})/u

/**
 * Is the main clause of what is said still to come at a token after a comma, so that the verb there begins it?
 *
 *     Når prisen stiger, | øker frustrasjonen     Vi er flinke, men når ingen hører, | blir det stille
 *
 * @param from first token of what is said
 */
export const isMainClauseToCome = (prose: Prose, from: number, at: number): boolean => {
  if (!/^,\s/.test(prose.gap(at))) return false
  let first = at - 1
  while (first > from && prose.follows(first)) first--
  if (/^(?:men|og|for)$/.test(prose.word(first))) first++
  return SUBORDINATING.test(`${prose.word(first)} ${prose.word(first + 1)}`)
}
