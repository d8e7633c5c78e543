import type { StemModel, StemModelHeader, Stems } from '../../src/analysis/stems/stem-model.js'
import { sealModel } from '../shared/model-container.js'

/** The model's file, as `decodeStemModel` reads it. The same bytes every time. */
export const encodeStemModel = ({ stems, rules, weights }: StemModel): Buffer => {
  const table = Buffer.from(encodeStems(stems), 'latin1')
  const header: StemModelHeader = {
    rules: rules.map(({ strip, add }) => [strip, add]),
    tableBytes: table.length
  }
  const values: readonly number[] = [...weights]
  const largest = values.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const small = Int8Array.from(values, (weight) => Math.round((weight / largest) * 127))
  return sealModel(header, [table, Buffer.from(small.buffer)])
}

/** A line for a stem, a word for each of its other forms. */
const encodeStems = (stems: Stems): string => {
  const families = new Map<string, string[]>()
  for (const [form, stem] of stems) {
    const forms = families.get(stem) ?? []
    families.set(stem, forms)
    if (form !== stem) forms.push(form)
  }
  const stemOrder = [...families.keys()].sort()
  return stemOrder.map((stem) => encodeFamily(stem, families.get(stem)!.sort())).join('\n')
}

const encodeFamily = (stem: string, forms: readonly string[]): string => {
  const words = [stem]
  let last = stem
  for (const form of forms) {
    let same = 0
    while (same < 35 && same < form.length && form[same] === last[same]) same++
    words.push(same.toString(36) + form.slice(same))
    last = form
  }
  return words.join(' ')
}
