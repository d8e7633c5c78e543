import { z } from 'zod'
import { idFault, urlSafeId } from '../article-id.js'
import { UNREADABLE } from '../text/article-text.js'

/** What the facts of an article may be, and the form that they are kept in. Each of these takes what a file states. */

const tidy = (value: string | null | undefined): string | undefined => {
  const tidied = value?.trim().normalize('NFC')
  return tidied === '' ? undefined : tidied
}

/** The message of an issue: what must be, and what is there instead. */
const must =
  (be: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    `must ${be}, not ${shown(input)}`

const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object'
}

/** A string, trimmed and NFC. `null` and a blank string state nothing and are absent. */
export const words = z
  .string({ error: must('be text') })
  .refine((value) => !UNREADABLE.test(value), { error: must('be without control characters') })
  .nullish()
  .transform(tidy)

/** A list of strings, or one string for a list of one. Blank ones are dropped, and an empty list is absent. */
export const wordList = z
  .union([z.array(words), words], { error: must('be a list of texts, or one text') })
  .transform((stated) => [stated].flat().filter((value) => value !== undefined))
  .transform((list) => (list.length > 0 ? list : undefined))

/** Numbers are taken too: exports of a database often have them. */
export const id = z
  .union([z.int().transform(String), words], { error: must('be text or a whole number') })
  .transform((stated) => stated && urlSafeId(stated))
  .superRefine((value, context) => {
    const fault = value === undefined ? undefined : idFault(value)
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
  })

/** A day of the calendar, or a time on one: seconds and offset may be left out. Kept as it is written. */
export const date = words.pipe(
  z
    .union(
      [
        z.iso.date(),
        z.iso.datetime({ offset: true, local: true }),
        z.iso.datetime({ offset: true, local: true, precision: -1 })
      ],
      { error: must('be a date such as 2019-11-28, or a date-time such as 2019-11-28T10:15:00+01:00') }
    )
    .optional()
)

export const url = words.pipe(
  z
    .url({ protocol: /^https?$/, error: must('be an address that starts with https:// or http://') })
    .optional()
)

/**
 * Also with a country, `nb-NO` or `nn_NO`. `no` says Norwegian but not which: it states nothing that the analysis does
 * not know.
 */
export const language = words
  .transform((code) =>
    code?.replace(/^(?:nb|nn|no)(?:[-_]no)?$/i, (known) => known.slice(0, 2).toLowerCase())
  )
  .pipe(
    z
      .enum(['nb', 'nn', 'und', 'no'], { error: must('be nb or nn, or be left out to have it detected') })
      .optional()
  )
  .transform((code) => (code === 'no' ? undefined : code))
