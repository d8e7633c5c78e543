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
    return row < 0 ? undefined : new RowFacts(this.columns, row)
  }
}

/** The facts of one row; most that are asked for are looked at in part only. */
class RowFacts implements FormFacts {
  readonly memory: number
  readonly lists: number

  constructor(
    private readonly columns: LexiconColumns,
    private readonly row: number
  ) {
    this.memory = columns.memory[row]!
    this.lists = columns.lists[row]!
  }

  get clusters(): readonly number[] {
    const { columns, row } = this
    const { clusters } = columns
    return clusters[0]![row] === 0 ? [] : clusters.map((column) => column[row]! - 1)
  }

  get statistics(): readonly number[] {
    const { counted, statistics } = this.columns
    return counted[this.row] === 0 ? [] : statistics.map((column) => column[this.row]!)
  }
}
