import {
  StemTable,
  type FormStems,
  type StemModel,
  type StemModelHeader
} from '../../src/analysis/stems/stem-model.js'
import { sealModel } from '../shared/model-container.js'

/** The model's file, as `decodeStemModel` reads it. The same bytes every time. */
export const encodeStemModel = ({ stems, rules, weights }: StemModel): Buffer => {
  const readings = Array.from(stems.forms(), (form) => [form, stems.listed(form)!] as const)
  const table = Buffer.from(encodeStems(readings), 'latin1')
  const header: StemModelHeader = {
    rules: rules.map(({ strip, add }) => [strip, add]),
    tableBytes: table.length
  }
  const values: readonly number[] = [...weights]
  const largest = values.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
  const small = Int8Array.from(values, (weight) => Math.round((weight / largest) * 127))
  return sealModel(header, [table, Buffer.from(small.buffer)])
}

/** Form → its stems; every stem is among the forms. */
export type StemReadings = ReadonlyMap<string, FormStems>

export const stemTableOf = (readings: StemReadings): StemTable => new StemTable(encodeStems(readings))

const encodeStems = (readings: Iterable<readonly [string, FormStems]>): string =>
  [...readings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([form, stems]) => encodeForm(form, stems))
    .join('\n')

const encodeForm = (form: string, { meant, asked, kinds, inCompounds = {} }: FormStems): string => {
  const codes = (mark: string, stems: readonly (string | undefined)[]): string[] =>
    stems.flatMap((stem) => (stem === undefined ? [] : mark + codeOf(form, stem)))
  const stemCodes = (mark: string, stems: readonly string[]): string[] =>
    stems.map((stem) => {
      const own = kinds?.get(stem)
      return mark + codeOf(form, stem) + (own === undefined ? '' : `:${own}`)
    })
  const { found = [], part, head } = inCompounds
  return [
    form,
    ...(meant.length === 1 && meant[0] === form && kinds?.has(form) !== true ? [] : stemCodes('', meant)),
    ...stemCodes('?', asked),
    ...codes('+', found),
    ...codes('=', [part]),
    ...codes('!', [head])
  ].join(' ')
}

const codeOf = (form: string, stem: string): string => {
  let same = 0
  while (same < form.length && same < stem.length && form[same] === stem[same]) same++
  return (form.length - same).toString(36) + stem.slice(same)
}
