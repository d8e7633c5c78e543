import { z } from 'zod'
import { count } from './shared.js'
import { oneOf } from './values.js'

export const LiveSchema = z
  .object({ status: z.literal('alive').describe('Always `alive`.') })
  .meta({ id: 'Live', description: 'The process answers.' })

const ProgressSchema = z
  .object({
    read: count('Articles that have been read from the folder.'),
    indexed: count('Articles that are indexed.'),
    annotated: count('Articles that have been read for names and quotes.')
  })
  .meta({ id: 'Progress', description: 'How far reading the articles has come.' })

const ArticleProblemSchema = z
  .object({
    file: z.string().describe('Its path below the folder.'),
    line: z.number().int().min(1).optional().describe('The line, where it is known.'),
    kind: oneOf(['fact', 'changed', 'withheld', 'no-article', 'setting'])
      .meta({ id: 'ArticleProblemKind', description: 'What became of an article with a problem.' })
      .optional()
      .describe(
        '`fact`: it is served without a fact that makes no sense; `changed`: it is served with another id, or in a ' +
          'guessed encoding; `withheld`: its file says that it is a draft, due later, or expired; `no-article`: ' +
          'the file contains none, such as a sitemap; `setting`: a rule in `entities.yaml` or a name in `fields.yaml` ' +
          'has no effect. Absent if it was left out.'
      ),
    reason: z.string().describe('What is wrong, and how to fix it.')
  })
  .meta({ id: 'ArticleProblem', description: 'What is wrong with a file, or a record of one.' })

const ArticleProblemsSchema = z
  .object({
    count: count('How many there are.'),
    leftOut: count('How many of them were left out, not counting those withheld.'),
    first: z
      .array(ArticleProblemSchema)
      .max(20)
      .describe('At most 20 of them, what was left out first; the log has them all.')
  })
  .meta({ id: 'ArticleProblems', description: 'What is wrong with files, or records of one.' })

export const ReadySchema = z
  .object({
    status: oneOf(['starting', 'reading', 'indexing', 'ready']).meta({
      id: 'ReadyStatus',
      description: 'What the service does; a newer collection may be read while an older one serves.'
    }),
    articles: ProgressSchema.describe(
      'How many articles have been read from the folder, how many of them are indexed, and how many have ' +
        'been read for names and quotes. ' +
        'A large collection can be searched before that is done: until then, requests for names or quotes are ' +
        'answered with 503 (`not-ready`).'
    ),
    names: oneOf(['waiting', 'reading', 'ready', 'failed']).meta({
      id: 'NamesStatus',
      description:
        'Whether names and quotes have been read. `failed`: they will not be, and the log says why; the articles can ' +
        'be searched all the same.'
    }),
    problems: ArticleProblemsSchema.describe('What is wrong with files, or records of one.'),
    generation: z.string().optional().describe('Identifies the content that is served.'),
    fault: z
      .string()
      .optional()
      .describe('Why the cluster with the articles cannot be reached; absent if it can.')
  })
  .meta({ id: 'Ready', description: 'How far the service has come.' })

/** Where a person or a program goes on from the root. */
export const IndexSchema = z
  .object({
    name: z.string().describe('The name of the service.'),
    version: z.string().describe('Its version.'),
    links: z.record(z.string(), z.string()).describe('Relative URLs by what is there.')
  })
  .meta({ id: 'ServiceIndex', description: 'Where things are.' })
