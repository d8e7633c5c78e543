import { el } from './dom.js'

/** So many months at most; a longer time is shown by year. */
const MOST_MONTHS = 48
/** So many bars at most, of years, decades, centuries or millennia. */
const MOST_BARS = 60
const YEARS_A_BAR = [1, 10, 100, 1000]

/** Labels that have room on a phone. */
const MONTH_LABELS = 6
const YEAR_LABELS = 8

/**
 * A bar of the timeline.
 *
 * @typedef {object} Period
 * @property {string} first its first day
 * @property {string} last its last day
 * @property {string} name
 * @property {string} label what stands under it, where there is room: a year, or `2019-11`
 * @property {number} count
 */

/**
 * The articles by time, each period a button that filters by it; with Shift, from the period that was chosen to this.
 *
 * @param {{ value: string, count: number }[]} years those that have articles, in any order
 * @param {{ value: string, count: number }[]} months likewise
 */
export const timeline = ({ years, months }, { from, to }, { texts, formats, onChange }) => {
  if (years.length === 0) return []
  const periods = periodsOf({ years, months }, formats)
  const most = Math.max(...periods.map(({ count }) => count))
  const isChosen = ({ first, last }) =>
    (from !== '' || to !== '') && last >= from && (to === '' || first.slice(0, to.length) <= to)
  const choose =
    ({ first, last }) =>
    (event) => {
      if (event.shiftKey && from !== '' && to !== '') onChange({ from: min(from, first), to: max(to, last) })
      else if (from === first && to === last) onChange({ from: '', to: '' })
      else onChange({ from: first, to: last })
    }
  const labels = labelsOf(periods, formats)
  const bars = periods.map((period, at) => {
    const { name, count } = period
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: count === 0 ? 'empty' : undefined,
          title: texts.period(name, formats.number(count)),
          'aria-label': texts.period(name, formats.number(count)),
          'aria-pressed': String(isChosen(period)),
          click: choose(period)
        },
        el('span', { class: `bar h${Math.ceil((20 * count) / most)}` })
      ),
      el('span', { class: 'when', 'aria-hidden': 'true' }, ...labels[at])
    )
  })
  return [el('h2', { class: 'quiet' }, texts.timeline), el('ol', { class: 'bars' }, ...bars)]
}

/**
 * From the first to the last that has articles, none left out: as fine as there is room for.
 *
 * @returns {Period[]}
 */
const periodsOf = ({ years, months }, formats) => {
  const inMonths = counted(months, monthNumber)
  if (inMonths.length <= MOST_MONTHS && isFiner(months, years))
    return inMonths.map(({ at, count }) => monthAt(at, count, formats))
  for (const size of YEARS_A_BAR) {
    const periods = counted(years, (year) => Math.floor(Number(year) / size))
    if (periods.length <= MOST_BARS) return periods.map(({ at, count }) => yearsAt(at * size, size, count))
  }
  return []
}

/** By month only where every year with articles has months: a date may be a year alone. */
const isFiner = (months, years) => {
  const sum = (list) => list.reduce((all, { count }) => all + count, 0)
  return months.length > 0 && sum(months) === sum(years)
}

/** Sums by the number that each value has, with those in between. */
const counted = (values, numberOf) => {
  if (values.length === 0) return []
  const sums = new Map()
  for (const { value, count } of values) sums.set(numberOf(value), (sums.get(numberOf(value)) ?? 0) + count)
  const first = Math.min(...sums.keys())
  const length = Math.max(...sums.keys()) - first + 1
  return Array.from({ length }, (_, i) => ({ at: first + i, count: sums.get(first + i) ?? 0 }))
}

/** `2019-11` → months since the year 0 */
const monthNumber = (month) => {
  const [year, ofYear] = month.split('-').map(Number)
  return 12 * year + ofYear - 1
}

/** @returns {Period} */
const monthAt = (number, count, formats) => {
  const year = Math.floor(number / 12)
  const month = (number % 12) + 1
  const value = `${yearText(year)}-${String(month).padStart(2, '0')}`
  const end = new Date(0)
  end.setUTCFullYear(year, month, 0)
  const last = `${value}-${String(end.getUTCDate()).padStart(2, '0')}`
  return { first: `${value}-01`, last, name: formats.date(value), label: value, count }
}

/** There is no year 0. @returns {Period} */
const yearsAt = (start, size, count) => {
  const first = Math.max(1, start)
  const last = start + size - 1
  const name = first === last ? String(first) : `${first}–${last}`
  return {
    first: `${yearText(first)}-01-01`,
    last: `${yearText(last)}-12-31`,
    name,
    label: String(first),
    count
  }
}

const yearText = (year) => String(year).padStart(4, '0')

const min = (a, b) => (a < b ? a : b)
const max = (a, b) => (a > b ? a : b)

const isMonth = ({ label }) => label.includes('-')

/** What stands under each bar: a year; or a month, with the year under the first label of each. */
const labelsOf = (periods, formats) => {
  const step = Math.ceil(periods.length / (isMonth(periods[0]) ? MONTH_LABELS : YEAR_LABELS))
  let year = ''
  return periods.map((period, at) => {
    const { label } = period
    if (at % step !== 0) return []
    if (!isMonth(period)) return [label]
    const isNew = label.slice(0, 4) !== year
    year = label.slice(0, 4)
    return isNew ? [formats.month(label), el('br'), year] : [formats.month(label)]
  })
}
