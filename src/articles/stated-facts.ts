import { z } from 'zod'
import { idFault, urlSafeId } from './article-id.js'
import { UNREADABLE } from './article-text.js'
import { Refusal } from './refusal.js'

/** A string, trimmed and NFC. `null` and a blank string state nothing and are absent. */
const words = z
  .string({ error: must('be text') })
  .refine((value) => !UNREADABLE.test(value), { error: must('be without control characters') })
  .nullish()
  .transform(tidy)

/** A list of strings, or one string for a list of one. Blank ones are dropped, and an empty list is absent. */
const wordList = z
  .union([z.array(words), words], { error: must('be a list of texts, or one text') })
  .transform((stated) => [stated].flat().filter((value) => value !== undefined))
  .transform((list) => (list.length > 0 ? list : undefined))

/** Numbers are taken too: exports of a database often have them. */
const id = z
  .union([z.int().transform(String), words], { error: must('be text or a whole number') })
  .transform((stated) => stated && urlSafeId(stated))
  .superRefine((value, context) => {
    const fault = value === undefined ? undefined : idFault(value)
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
  })

/** A day of the calendar, or a time on one: seconds and offset may be left out. Kept as it is written. */
const date = words.pipe(
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

const url = words.pipe(
  z
    .url({ protocol: /^https?$/, error: must('be an address that starts with https:// or http://') })
    .optional()
)

/**
 * Also with a country, `nb-NO` or `nn_NO`. `no` says Norwegian but not which: it states nothing that the analysis does not
 * know.
 */
const language = words
  .transform((code) =>
    code?.replace(/^(?:nb|nn|no)(?:[-_]no)?$/i, (known) => known.slice(0, 2).toLowerCase())
  )
  .pipe(
    z
      .enum(['nb', 'nn', 'und', 'no'], { error: must('be nb or nn, or be left out to have it detected') })
      .optional()
  )
  .transform((code) => (code === 'no' ? undefined : code))

/**
 * What front matter and JSON records may state about an article, beside its text. Other keys are ignored:
 * people have their own. `publishedAt` is another name for `published`, `author` for `authors` and `tag` for `tags`;
 * the latter wins, and what else stands under `author` or `tag` is ignored.
 */
const stated = z.object({
  id,
  title: words,
  published: date,
  publishedAt: date,
  source: words,
  authors: wordList,
  author: wordList.catch(undefined),
  url,
  tags: wordList,
  tag: wordList.catch(undefined),
  language
})

/** The keys that may be stated. */
export const KNOWN_KEYS: readonly string[] = Object.keys(stated.shape)

const statedFacts = stated.transform(({ published, publishedAt, authors, author, tags, tag, ...facts }) =>
  withoutAbsent({
    ...facts,
    publishedAt: published ?? publishedAt,
    authors: authors ?? author,
    tags: tags ?? tag
  })
)

/** The facts under the names of `SourceArticle`; each one is there only where it is stated. */
export type StatedFacts = z.output<typeof statedFacts>

export interface Stated {
  readonly facts: StatedFacts
  /** Keys that are ignored. */
  readonly unknownKeys: readonly string[]
}

/**
 * @param record what the file states, with the file's own keys
 * @param lineOf the line of a key, where the record is spread over lines
 * @throws {Refusal} that names every key with a wrong value, with the line of the first one
 */
export function parseFacts(record: object, lineOf?: (key: string) => number | undefined): Stated {
  const parsed = statedFacts.safeParse(record)
  if (parsed.success) {
    const unknownKeys = Object.keys(record).filter((key) => !KNOWN_KEYS.includes(key))
    return { facts: parsed.data, unknownKeys }
  }
  const faults = parsed.error.issues.map(({ path, message }) => ({ key: String(path[0]), message }))
  const lines = faults.map(({ key }) => lineOf?.(key)).filter((line) => line !== undefined)
  throw new Refusal(
    faults.map(({ key, message }) => `\`${key}\` ${message}`).join('; '),
    lines.length > 0 ? Math.min(...lines) : undefined
  )
}

function tidy(value: string | null | undefined): string | undefined {
  const tidied = value?.trim().normalize('NFC')
  return tidied === '' ? undefined : tidied
}

/** The message of an issue: what must be, and what is there instead. */
function must(be: string) {
  return ({ input }: { readonly input?: unknown }): string => `must ${be}, not ${shown(input)}`
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object'
}

type Present<Facts> = { readonly [Key in keyof Facts]?: Exclude<Facts[Key], undefined> }

function withoutAbsent<Facts extends object>(facts: Facts): Present<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined)
  ) as Present<Facts>
}
