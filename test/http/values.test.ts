/*
 * What parameters may be:
 * - a list is the same repeated, with commas between, or both; a name that has a comma is found as it is written, too;
 * - truth values come as JavaScript, Python and C write them;
 * - a date or date-time is valid where the pattern in the documents says so;
 * - text is measured in code points, as JSON schema does;
 * - the same values in a body of JSON are read or refused, whatever JSON is there.
 */
import fc from 'fast-check'
import t from 'tap'
import { z } from 'zod'
import { NewAlertSchema } from '../../src/http/schemas/alert.js'
import { automatic, flag, moment, severalNames, severalOf, text } from '../../src/http/schemas/values.js'

const anyOne = z.enum(['a', 'b', 'c'])
const list = severalOf(anyOne)

t.test('a list is the same however it is given', (t) => {
  const values = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 })
  const cuts = fc.array(fc.constantFrom(',', ' , ', '\n'), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(values, cuts, (values, cuts) => {
      const given = values.map((value, i) => value + (i + 1 < values.length ? cuts[i]! : '')).join('')
      const repeated = given.split('\n')
      t.strictSame(list.parse(repeated.length === 1 ? repeated[0] : repeated), values)
    })
  )
  t.equal(list.parse(undefined), undefined)
  for (const wrong of ['', ',', ['a', ''], 'a,d', Array<string>(101).fill('a')])
    t.notOk(list.safeParse(wrong).success)
  t.end()
})

t.test('names', (t) => {
  const names = severalNames()
  t.strictSame(names.parse(['NRK', 'VG']), ['NRK', 'VG'])
  t.strictSame(names.parse('NRK,VG'), ['NRK', 'VG'])
  t.strictSame(names.parse('Moe, Kari'), ['Moe, Kari', 'Moe', 'Kari'])
  for (const wrong of ['', ' ', ['NRK', '']]) t.notOk(names.safeParse(wrong).success)
  t.end()
})

t.test('truth values', (t) => {
  const cases: [given: string, read: boolean | undefined][] = [
    ...['true', 'True', 'TRUE', '1'].map((given) => [given, true] as [string, boolean]),
    ...['false', 'False', '0'].map((given) => [given, false] as [string, boolean]),
    ...['yes', '', '2', 'constructor'].map((given) => [given, undefined] as [string, undefined])
  ]
  for (const [given, read] of cases) t.equal(flag(false).safeParse(given).data, read, given)
  t.equal(flag(true).parse(undefined), true)
  t.strictSame(
    ['True', 'auto', undefined, 'FALSE'].map((given) => automatic().parse(given)),
    [...['true', 'auto', 'auto', 'false']]
  )
  t.end()
})

t.test('a moment is valid where its pattern says so', (t) => {
  const { pattern = '' } = z.toJSONSchema(moment('first'), { io: 'input' })
  const two = fc.integer({ min: 0, max: 61 }).map((n) => String(n).padStart(2, '0'))
  const year = fc.constantFrom('2019', '2020', '1900', '2000', '0000')
  const day = fc.tuple(year, fc.constantFrom('02', '12', '04', '13'), two).map((parts) => parts.join('-'))
  const zone = fc.constantFrom('', 'Z', '+01:00', '-25:00', '+0100')
  const time = fc.tuple(two, two, fc.constantFrom('', ':30', ':61', ':30.5'), zone)
  const period = fc.oneof(
    year,
    fc.tuple(year, two).map((parts) => parts.join('-'))
  )
  const moments = fc
    .tuple(day, fc.option(time))
    .map(([day, time]) => (time === null ? day : `${day}T${time[0]}:${time[1]}${time[2]}${time[3]}`))
  fc.assert(
    fc.property(
      fc.oneof(period, moments),
      (given) => moment('last').safeParse(given).success === new RegExp(pattern).test(given)
    ),
    { numRuns: 1000 }
  )
  t.equal(
    moment('first').parse('2019-11-28T10:00:00 01:00'),
    '2019-11-28T10:00:00+01:00',
    'a plus that was not encoded'
  )
  t.strictSame(
    ['2024', '2024-02', '1900-02', '2025-11'].map((given) => [
      moment('first').parse(given),
      moment('last').parse(given)
    ]),
    [
      ['2024-01-01', '2024-12-31'],
      ['2024-02-01', '2024-02-29'],
      ['1900-02-01', '1900-02-28'],
      ['2025-11-01', '2025-11-30']
    ]
  )
  t.end()
})

t.test('text is measured in code points', (t) => {
  t.ok(text(3).safeParse('🙂🙂🙂').success)
  t.notOk(text(3).safeParse('🙂🙂🙂🙂').success)
  t.notOk(text(3).safeParse('abcd').success)
  t.end()
})

t.test('whatever a body holds is read or refused', (t) => {
  const names = Object.keys(NewAlertSchema.shape.query.shape)
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
      for (const given of [value, [value]])
        t.doesNotThrow(() =>
          NewAlertSchema.safeParse({ query: { [name]: given }, webhook: { url: 'https://example.org' } })
        )
    })
  )
  for (const wrong of [[{}], [null], [5], {}, 5]) t.notOk(list.safeParse(wrong).success)
  t.end()
})
