/** Forms of numbers and dates in one of the page's languages. */
export const formatsIn = (tongue) => {
  const locale = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[tongue]
  const numbers = new Intl.NumberFormat(locale)
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortMonths = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  return {
    number: (count) => numbers.format(count),
    /** `2019-11` → `nov.` */
    month: (iso) => shortMonths.format(new Date(iso)),
    /** `2019` and `2019-11` as they are precise; of a date-time, the calendar day that is stated. */
    date: (iso) => {
      const day = iso.slice(0, 10)
      if (day.length === 4) return day
      return (day.length === 7 ? months : days).format(new Date(day))
    }
  }
}
