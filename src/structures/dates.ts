const MS_PER_DAY = 86_400_000

/** Days since 1970 of the calendar day that an ISO 8601 date or date-time names. */
export const dayOf = (iso: string): number => Date.parse(iso.slice(0, 10)) / MS_PER_DAY

/** `YYYY-MM-DD` of a day, given as days since 1970. */
export const isoDay = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)

/** Milliseconds since 1970 of an ISO 8601 date or date-time; UTC where no offset is stated. */
export const instantOf = (iso: string): number =>
  Date.parse(/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) || !iso.includes('T') ? iso : `${iso}Z`)
