import { hashText } from './feature-weights.js'
import type { FormFacts } from './form-facts.js'
import { alike } from './form-keys.js'
import { HashIndex } from '../../structures/hash-index.js'

/** The facts of many forms as columns; a form is known by its hash only, so that the file holds no words. */
export interface LexiconColumns {
  readonly keys: Int32Array
  /** For each clustering: cluster + 1; 0 where the form has no vector. */
  readonly clusters: readonly Uint16Array[]
  /** 1 where the statistics are known. */
  readonly counted: Uint8Array
  readonly statistics: readonly Uint8Array[]
  readonly memory: Uint16Array
  readonly lists: Int32Array
}

/** How many clusterings of the words there are. */
export const CLUSTERINGS = 4

export class FormLexicon {
  private readonly rows: HashIndex

  constructor(private readonly columns: LexiconColumns) {
    this.rows = new HashIndex(columns.keys)
  }

  /** What is known of just this form. */
  find(form: string): FormFacts | undefined {
    const row = this.rows.rowOf(hashText(alike(form)))
    if (row < 0) return undefined
    const { clusters, counted, statistics, memory, lists } = this.columns
    return {
      clusters: clusters[0]![row] === 0 ? [] : clusters.map((column) => column[row]! - 1),
      statistics: counted[row] === 0 ? [] : statistics.map((column) => column[row]!),
      memory: memory[row]!,
      lists: lists[row]!
    }
  }
}
