import { z } from 'zod'
import { SECRET } from '../../alerts/signature.js'
import { count } from './shared.js'
import { FILTER, q, withRange, WORDS } from './parameters.js'
import { oneOf, text } from './values.js'

/** Characters of an alert's name, at most. */
export const MAX_NAME = 200

const name = text(MAX_NAME).describe('A name for people; it is also the title of the feed.')

/** In a URL all is text. In JSON a list is a list and a truth value is one, so that documents and clients agree. */
const asJson = <T extends z.ZodType>(schema: T, type: 'list' | 'flag') =>
  z
    .preprocess((given, context) => {
      const isRight = type === 'list' ? Array.isArray(given) : typeof given === 'boolean'
      if (!isRight && given !== undefined)
        context.addIssue(type === 'list' ? 'must be a list, such as ["…"]' : 'must be true or false')
      return isRight ? given : undefined
    }, schema)
    .meta(schema.meta() ?? {})

const { from, to, ...LISTS } = FILTER

/** The same keys, each value of the same type. */
const LISTS_AS_JSON = Object.fromEntries(
  Object.entries(LISTS).map(([field, schema]) => [field, asJson(schema, 'list')])
) as unknown as typeof LISTS

/** The parts of a search that decide what is found, as in `/v1/search`. */
const AlertQuerySchema = withRange(
  z.strictObject({
    q: q.default(''),
    match: oneOf(['all', 'any'])
      .default('all')
      .describe('`all`: every word must match; `any`: one is enough.'),
    ...LISTS_AS_JSON,
    from,
    to,
    compounds: asJson(WORDS.compounds, 'flag'),
    variants: asJson(WORDS.variants, 'flag')
  })
).meta({
  id: 'AlertQuery',
  description: 'What to look for: the parameters of `/v1/search`. Typing errors are not allowed for.'
})

const url = z.string().describe('Where hits are posted, over https.')

export const NewAlertSchema = z
  .strictObject({
    name: name.default(''),
    query: AlertQuerySchema,
    webhook: z
      .strictObject({
        url: url.max(2000).meta({ format: 'uri' }),
        secret: z
          .string()
          .regex(SECRET, 'must be `whsec_` and 24 to 64 bytes in base64')
          .optional()
          .describe(
            'What bodies are signed with: `whsec_` and 24 to 64 bytes in base64. Generated if absent.'
          )
      })
      .meta({ id: 'NewWebhook', description: 'Who is notified.' })
  })
  .meta({
    id: 'NewAlert',
    description: 'A query, and who is notified of new hits.',
    examples: [{ name: 'Hengebroer', query: { q: 'hengebro' }, webhook: { url: 'https://example.org/hook' } }]
  })

const DeliveriesSchema = z
  .object({
    pending: count('Bodies that wait to be posted, or to be posted again.'),
    delivered: count('Bodies that were accepted.'),
    failed: count('Bodies that were given up after the last attempt.'),
    lastDeliveredAt: z
      .string()
      .optional()
      .describe('When a body was last accepted. ISO 8601.')
      .meta({ format: 'date-time' }),
    lastError: z.string().optional().describe('Why the latest attempt failed; absent if it succeeded.')
  })
  .meta({ id: 'Deliveries', description: 'How delivery is going.' })

const EXAMPLE = {
  id: '5f0c2b9a7d3e48169c84a1f0e7b6d253',
  name: 'Hengebroer',
  query: { q: 'hengebro', match: 'all', compounds: true, variants: true },
  webhook: { url: 'https://example.org/hook' },
  createdAt: '2026-05-17T10:00:00.000Z',
  isGone: false,
  deliveries: { pending: 0, delivered: 2, failed: 0, lastDeliveredAt: '2026-05-18T06:30:12.000Z' },
  feed: '/v1/alerts/5f0c2b9a7d3e48169c84a1f0e7b6d253/feed'
}

export const AlertSchema = z
  .object({
    id: z.string().describe('Cannot be guessed: whoever has it can read the feed.'),
    name,
    query: z.record(z.string(), z.unknown()).describe('What is looked for, including defaults.'),
    webhook: z
      .object({
        url: url.describe('Where hits are posted, without what follows `?`, which may be a secret.'),
        secret: z
          .string()
          .optional()
          .describe('Only in the answer that creates the alert, and only if the service generated it.')
      })
      .meta({ id: 'Webhook', description: 'Who is notified.' }),
    createdAt: z.string().describe('ISO 8601.').meta({ format: 'date-time' }),
    isGone: z.boolean().describe('The receiver answered 410: nothing is posted any more.'),
    deliveries: DeliveriesSchema,
    feed: z.string().describe('The path of the Atom feed of its hits.')
  })
  .meta({ id: 'Alert', description: 'A query whose new hits are posted.', examples: [EXAMPLE] })

export const AlertListSchema = z
  .object({ total: count('How many there are.'), items: z.array(AlertSchema).describe('The oldest first.') })
  .meta({ id: 'AlertList', description: 'All alerts.', examples: [{ total: 1, items: [EXAMPLE] }] })

export const ALERT_PATH = z.object({
  id: text(100).describe("The alert's id.").meta({ minLength: 1, pattern: '^[0-9a-f]{32}$' })
})
