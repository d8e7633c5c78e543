import { LABEL_COUNT, OUTSIDE } from '../../src/entities/recogniser/labels.js'
import { alike, possibleNominative } from '../../src/entities/recogniser/form-keys.js'
import { isNameLike, shapeOf } from '../../src/entities/recogniser/form-shape.js'
import type { LabelledDocument } from '../../tools/conll.js'
import { packMemory } from './memory.js'

/** The labels of each name in labelled documents, file by file. */
export class LabelCounts {
  private readonly all = new Map<string, Uint16Array>()
  private readonly byFile = new Map<string, Map<string, Uint16Array>>()

  add(file: string, document: LabelledDocument): void {
    const own = this.byFile.get(file) ?? new Map<string, Uint16Array>()
    this.byFile.set(file, own)
    for (const { forms, labels } of document.sentences)
      forms.forEach((form, i) => {
        const label = labels[i]!
        if (label === OUTSIDE && !isNameLike(shapeOf(form))) return
        const stem = label === OUTSIDE ? undefined : possibleNominative(form)
        for (const key of stem === undefined ? [form] : [form, stem]) {
          count(this.all, alike(key), label)
          count(own, alike(key), label)
        }
      })
  }

  /** As seen from one file: what the others say. Without a file: what all say. */
  memoryOf(key: string, file?: string): number {
    const all = this.all.get(key)
    if (all === undefined) return 0
    const own = file === undefined ? undefined : this.byFile.get(file)?.get(key)
    return packMemory(own === undefined ? all : all.map((value, label) => value - own[label]!))
  }

  keys(): Iterable<string> {
    return this.all.keys()
  }
}

const count = (map: Map<string, Uint16Array>, key: string, label: number): void => {
  let counts = map.get(key)
  if (counts === undefined) map.set(key, (counts = new Uint16Array(LABEL_COUNT)))
  counts[label]!++
}
