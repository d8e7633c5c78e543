import { nameKey, type EntityId } from '../name-key.js'
import type { Rule } from './entity-rules.js'

/** A question that a rule answers, and that no other rule may answer otherwise. */
interface Decision {
  readonly question: string
  readonly answer: string
  /** Both in words. */
  readonly told: string
}

/** What the rules so far have decided. */
export class Decisions {
  private readonly made = new Map<string, Decision & { readonly line: number }>()

  /**
   * Adds what a rule decides, unless it contradicts itself or a rule before it.
   *
   * @param line the rule's, 1-based
   * @returns how it does, and how to mend that
   */
  add(rule: Rule, line: number): string | undefined {
    const decisions = decisionsOf(rule)
    const wrong = mergedIntoItself(rule) ?? this.contradicted(decisions)
    if (wrong !== undefined) return wrong
    for (const decision of decisions) {
      if (!this.made.has(decision.question)) this.made.set(decision.question, { ...decision, line })
    }
    return undefined
  }

  private contradicted(decisions: readonly Decision[]): string | undefined {
    for (const { question, answer, told } of decisions) {
      const earlier = this.made.get(question)
      if (earlier !== undefined && earlier.answer !== answer)
        return `${told}, but line ${earlier.line} says that ${earlier.told}, which holds: keep one of the two`
    }
    return undefined
  }
}

const mergedIntoItself = ({ heading, rule }: Rule): string | undefined => {
  if (heading !== 'merge') return undefined
  const itself = rule.from.find((from) => keyOf(from) === keyOf(rule.into))
  if (itself === undefined) return undefined
  const [from, into] = [idOf(itself), idOf(rule.into)]
  const wrong = from === into ? `${from} is merged into itself` : `${from} and ${into} are one without a rule`
  return `${wrong}: take it out of "from", or name another entity`
}

const decisionsOf = ({ heading, rule }: Rule): Decision[] => {
  switch (heading) {
    case 'merge':
      return rule.from.map((from) => ({
        question: `merge ${keyOf(from)}`,
        answer: keyOf(rule.into),
        told: `${idOf(from)} is merged into ${idOf(rule.into)}`
      }))
    case 'split':
      return rule.articles.map((article) => ({
        question: `split ${keyOf(rule.from)} ${article}`,
        answer: `${keyOf(rule.into)} ${rule.name ?? ''}`,
        told: `${idOf(rule.from)} in the article ${article} is ${idOf(rule.into)}${called(rule.name)}`
      }))
    case 'rename':
      return [
        {
          question: `rename ${keyOf(rule.entity)}`,
          answer: rule.name,
          told: `${idOf(rule.entity)} is called "${rule.name}"`
        }
      ]
    case 'type':
      return [
        {
          question: `type ${keyOf(rule.entity)}`,
          answer: rule.type,
          told: `${idOf(rule.entity)} is of the type ${rule.type}`
        }
      ]
    case 'separate':
    case 'hide':
      return []
  }
}

const called = (name: string | undefined): string => (name === undefined ? '' : `, called "${name}"`)

/** Ids of one key are one entity's: `place:mjoesa`, `organisation:mjoesa`. */
const keyOf = ({ type, slug }: EntityId): string => nameKey(type, slug)

const idOf = ({ type, slug }: EntityId): string => `${type}:${slug}`
