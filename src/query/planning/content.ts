import { readText } from '../../analysis/text/reading.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import { isAbout } from './about.js'
import type { QueryNode } from '../language/ast.js'

/**
 * Is there anything but stop words to look for? Then the stop words are left out. A source, an author or an
 * entity is where to look, not what for.
 */
export const hasContent = (node: QueryNode): boolean => {
  switch (node.kind) {
    case 'word':
    case 'fuzzy':
      return !isAbout(node.field) && readText(node.text).tokens.some(({ word }) => !isStopWord(word))
    case 'prefix':
    case 'phrase':
      return !isAbout(node.field)
    case 'and':
    case 'or':
      return node.children.some(hasContent)
    case 'not':
      return false
    case 'sequence':
      return node.clauses.some(({ occur, node }) => occur !== 'excluded' && hasContent(node))
  }
}

export const countPrefixes = (node: QueryNode): number => {
  const count = (nodes: readonly QueryNode[]): number =>
    nodes.reduce((sum, child) => sum + countPrefixes(child), 0)
  switch (node.kind) {
    case 'prefix':
      return 1
    case 'word':
    case 'fuzzy':
    case 'phrase':
      return 0
    case 'and':
    case 'or':
      return count(node.children)
    case 'not':
      return count([node.child])
    case 'sequence':
      return count(node.clauses.map((clause) => clause.node))
  }
}
