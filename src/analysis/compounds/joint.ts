import { frequencyOf, jointOf, modifierOf } from './part-facts.js'
import type { PartLexicon } from './part-lexicon.js'

/** Shorter modifiers keep their last letter: `is`, `ose`. */
const SHORTEST_WITH_JOINT = 4

/**
 * The modifier as a word of its own.
 *
 *     digitaliserings → digitalisering      barne → barn      skole → skole      is → is
 *
 * A modifier that the dictionary has is as the dictionary says. Of any other the -s- is a joint unless only the whole is a
 * word (`kompass`), and the -e- only if the rest is the commoner word (`kokke` → `kokk`).
 */
export const withoutJoint = (modifier: string, lexicon: PartLexicon): string => {
  const last = modifier.at(-1)
  if (modifier.length < SHORTEST_WITH_JOINT || (last !== 's' && last !== 'e')) return modifier
  const rest = modifier.slice(0, -1)
  const facts = lexicon.getWord(modifier)
  if (modifierOf(facts) > 0) return jointOf(facts) === 1 ? rest : modifier
  const whole = frequencyOf(facts)
  const bare = frequencyOf(lexicon.getWord(rest))
  const hasJoint = last === 's' ? !rest.endsWith('s') && bare >= whole : bare > whole
  return hasJoint ? rest : modifier
}
