import type { SourceArticle } from './article.js'
import { idFault, urlSafeId } from './article-id.js'
import { Refusal } from './refusal.js'
import type { StatedFacts } from './stated-facts.js'

/**
 * The article of a text and the facts stated about it.
 *
 * @param name made into the id where the facts state none
 * @throws {Refusal} where the text is empty, or the name makes no id
 */
export function sourceArticle(name: string, facts: StatedFacts, text: string): SourceArticle {
  if (text.trim() === '') throw new Refusal('The text is empty: write it, or remove the article')
  return { ...facts, id: facts.id ?? idFromName(name), text }
}

function idFromName(name: string): string {
  const id = urlSafeId(name)
  const fault = idFault(id)
  if (fault)
    throw new Refusal(`The id, made from the file's name, ${fault}: rename the file or state an \`id\``)
  return id
}
