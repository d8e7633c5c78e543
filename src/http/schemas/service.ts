import { z } from 'zod'

export const LiveSchema = z.object({ status: z.literal('alive') }).meta({ id: 'Live' })

export const ReadySchema = z
  .object({
    status: z.enum(['starting', 'reading', 'indexing', 'ready']),
    articles: z
      .object({ read: z.number().int(), indexed: z.number().int(), annotated: z.number().int() })
      .describe(
        'How many articles have been read from the folder, how many of them are indexed, and how many have ' +
          'been read for names and quotes. ' +
          'A large collection is searched before all are: until then, what asks for names or quotes is ' +
          'answered 503 (`not-ready`).'
      ),
    names: z
      .enum(['waiting', 'reading', 'ready', 'failed'])
      .describe(
        'Whether it is known who and what the articles name and quote. `failed`: it never will be, the log ' +
          'has the reason; the articles are searched all the same.'
      ),
    problems: z
      .object({
        count: z.number().int(),
        first: z
          .array(
            z.object({
              kind: z
                .enum(['fact', 'changed', 'withheld', 'no-article'])
                .optional()
                .describe(
                  'What became of the article: `fact`, it is served without a fact that makes no sense; ' +
                    '`changed`, it is served, with another id or in a guessed encoding; `withheld`, its file ' +
                    'says that it is a draft, to be published later, or expired; `no-article`, there is none in ' +
                    'it, as in a sitemap. Absent where it was left out.'
                ),
              file: z.string(),
              line: z.number().int().optional(),
              reason: z.string()
            })
          )
          .describe('At most 20 of them, what was left out first; the log has all.'),
        leftOut: z.number().int().describe('How many of them were left out, those withheld apart.')
      })
      .describe('What is wrong with files, or records of one.'),
    generation: z.string().optional().describe('Names the content that is served.')
  })
  .meta({ id: 'Ready' })

export const IndexSchema = z
  .object({ name: z.string(), version: z.string(), links: z.record(z.string(), z.string()) })
  .meta({ id: 'ServiceIndex' })
