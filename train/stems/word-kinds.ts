import { STEM_KINDS, type FormStems } from '../../src/analysis/stems/stem-model.js'
import type { GroupWord, WordGroup } from './word-groups.js'

/**
 * The kinds of the group's words that have the form, in a fixed order: by the dictionary, or by the treebank for a
 * class none of whose words has it there. Undefined where all have it, or none that is known.
 */
const kindsIn = ({ words, classes }: WordGroup, form: string): string | undefined => {
  const all = new Set(words.map(kindOf))
  if (all.size < 2) return undefined
  const having = words.filter(({ forms }) => forms.includes(form))
  const known = new Set(having.map(({ wordClass }) => wordClass))
  const annotated = classes.get(form) ?? new Set<string>()
  const guessed = words.filter(({ wordClass }) => annotated.has(wordClass) && !known.has(wordClass))
  const own = new Set([...having, ...guessed].map(kindOf))
  return own.size === 0 || own.size === all.size ? undefined : [...own].sort().join('')
}

/** The kinds of a form by the stem of each of its groups, where it is not of all; nothing where it is of all. */
export const kindsByStem = (
  groups: readonly { readonly group: WordGroup; readonly stem: string }[],
  form: string
): Pick<FormStems, 'kinds'> => {
  const kinds = new Map(
    groups.flatMap(({ group, stem }) => {
      const own = kindsIn(group, form)
      return own === undefined ? [] : [[stem, own] as const]
    })
  )
  return kinds.size === 0 ? {} : { kinds }
}

/** Adjectives and verbs are not told apart: a participle is both. */
const kindOf = ({ wordClass, isAgent }: Pick<GroupWord, 'wordClass' | 'isAgent'>): string =>
  isAgent ? STEM_KINDS.agent : wordClass === 'noun' ? STEM_KINDS.noun : STEM_KINDS.verb
