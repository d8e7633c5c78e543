import { ENTITY_TYPES, type EntityType } from '../entity-type.js'
import type { NamedMention, RecognisedMention } from '../mention.js'
import { slug } from '../slug.js'
import { nameWords } from './written-names.js'

/** A name of an article, however its spellings differ in case, hyphens and spaces. */
export interface ArticleName {
  readonly slug: string
  /** As it is written first, in the nominative. */
  readonly name: string
  /** Keys of its words. */
  readonly words: readonly string[]
  /** What most of its mentions are. */
  readonly type: EntityType
  /** Their numbers, ascending. */
  readonly mentions: readonly number[]
}

/** The names of an article, in the order in which they first stand there. */
export const namesOf = (mentions: readonly NamedMention[]): Map<string, ArticleName> => {
  const groups = new Map<string, number[]>()
  mentions.forEach(({ name }, i) => {
    const key = slug(name)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [i])
    else group.push(i)
  })
  return new Map(
    Array.from(groups, ([key, group]) => {
      const { name } = mentions[group[0]!]!
      const type = commonType(group.map((i) => mentions[i]!))
      return [key, { slug: key, name, words: nameWords(name), type, mentions: group }]
    })
  )
}

/** The type that has most of the confidence; of equal ones the first in the list of types. */
export const commonType = (
  mentions: readonly Pick<RecognisedMention, 'type' | 'confidence'>[]
): EntityType => {
  const votes = ENTITY_TYPES.map((type) =>
    mentions.reduce((sum, mention) => sum + (mention.type === type ? mention.confidence : 0), 0)
  )
  return ENTITY_TYPES[votes.indexOf(Math.max(...votes))]!
}
