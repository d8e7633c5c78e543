import type { QueryNode, SequenceClause } from '../../src/query/language/ast.js'

/** How a clause of a sequence is typed. */
export const signs: Record<SequenceClause['occur'], string> = { plain: '', required: '+', excluded: '-' }

export const childrenOf = (node: QueryNode): readonly QueryNode[] => {
  if (node.kind === 'and' || node.kind === 'or') return node.children
  if (node.kind === 'not') return [node.child]
  return node.kind === 'sequence' ? node.clauses.map((clause) => clause.node) : []
}

/** In order. */
export const leavesOf = (
  node: QueryNode | undefined
): { readonly text: string; readonly start: number }[] => {
  if (!node) return []
  return 'text' in node ? [node] : childrenOf(node).flatMap(leavesOf)
}

export const depthOf = (node: QueryNode | undefined): number => {
  return node ? 1 + childrenOf(node).reduce((depth, child) => Math.max(depth, depthOf(child)), 0) : 0
}
