import { el } from './dom.js'

/** So many months at most; a longer time is shown by year. */
const MOST_MONTHS = 48

/** Labels that have room on a phone. */
const MONTH_LABELS = 6
const YEAR_LABELS = 8

/**
 * The articles by time, each period a button that filters by it; with Shift, from the period that was chosen to this.
 *
 * @param {{ value: string, count: number }[]} years in order, none left out
 * @param {{ value: string, count: number }[]} months likewise
 */
export const timeline = ({ years, months }, { from, to }, { texts, formats, onChange }) => {
  const periods = months.length > 0 && months.length <= MOST_MONTHS && isFiner(months, years) ? months : years
  if (periods.length === 0) return []
  const most = Math.max(...periods.map(({ count }) => count))
  const isChosen = (value) =>
    (from !== '' || to !== '') &&
    value >= from.slice(0, value.length) &&
    (to === '' || value <= to.slice(0, value.length))
  const choose = (value) => (event) => {
    const first = firstDay(value)
    const last = lastDay(value)
    if (event.shiftKey && from !== '' && to !== '') onChange({ from: min(from, first), to: max(to, last) })
    else if (from === first && to === last) onChange({ from: '', to: '' })
    else onChange({ from: first, to: last })
  }
  const labels = labelsOf(periods, formats)
  const bars = periods.map(({ value, count }, at) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: count === 0 ? 'empty' : undefined,
          title: texts.period(formats.date(value), formats.number(count)),
          'aria-label': texts.period(formats.date(value), formats.number(count)),
          'aria-pressed': String(isChosen(value)),
          click: choose(value)
        },
        el('span', { class: `bar h${Math.ceil((20 * count) / most)}` })
      ),
      el('span', { class: 'when', 'aria-hidden': 'true' }, ...labels[at])
    )
  )
  return [el('h2', { class: 'quiet' }, texts.timeline), el('ol', { class: 'bars' }, ...bars)]
}

/** By month only where every year with articles has months: a date may be a year alone. */
const isFiner = (months, years) => {
  const sum = (list) => list.reduce((all, { count }) => all + count, 0)
  return sum(months) === sum(years)
}

const firstDay = (value) => (value.length === 4 ? `${value}-01-01` : `${value}-01`)

const lastDay = (value) => {
  if (value.length === 4) return `${value}-12-31`
  const [year, month] = value.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

const min = (a, b) => (a < b ? a : b)
const max = (a, b) => (a > b ? a : b)

/** Bars for each label, so that the labels of months have room on a phone, and those of years. */
const stepOf = (periods) =>
  Math.ceil(periods.length / (periods[0].value.length === 7 ? MONTH_LABELS : YEAR_LABELS))

/** What stands under each bar: a year; or a month, with the year under the first label of each. */
const labelsOf = (periods, formats) => {
  const step = stepOf(periods)
  let year = ''
  return periods.map(({ value }, at) => {
    if (at % step !== 0) return []
    if (value.length === 4) return [value]
    const isNew = value.slice(0, 4) !== year
    year = value.slice(0, 4)
    return isNew ? [formats.month(value), el('br'), year] : [formats.month(value)]
  })
}
