import { z } from 'zod'
import { ARTICLE_ID_PATTERN } from './shared.js'

export const ArticleRecordSchema = z.record(z.string(), z.unknown()).meta({
  id: 'ArticleRecord',
  description:
    'What an article states, under the same names as in a record of a `.jsonl` file: `text`, which must be there, and ' +
    '`title`, `published`, `source`, `authors`, `tags`, `url`, `language`.',
  examples: [{ title: 'Ny vei', text: 'Kommunen åpner veien til våren.', source: 'Avisa' }]
})

/** It is read as a stream, a line at a time: what each line states is checked there. */
export const BulkLinesSchema = z.unknown().meta({
  id: 'ArticleLines',
  type: 'string',
  description: 'A record a line, as for one article, with its `id`.',
  examples: [
    '{"id":"ny-vei","text":"Kommunen åpner veien til våren."}\n{"id":"ny-bro","text":"Broen er stengt."}\n'
  ]
})

export const WrittenSchema = z
  .object({
    id: z.string().describe('The id of the article.').meta({ pattern: ARTICLE_ID_PATTERN }),
    result: z.enum(['created', 'replaced']).describe('What became of it.')
  })
  .meta({ id: 'WrittenArticle', description: 'An article that is on disk, and is searched.' })

export const BulkResultSchema = z
  .object({
    line: z.number().int().min(1).describe('The line of the request, from 1; empty lines have no answer.'),
    id: z.string().optional().describe('The id that it states.'),
    status: z.number().int().describe('As a request of its own would be answered: 201, 200, or 4xx.'),
    result: z.enum(['created', 'replaced', 'refused']).describe('What became of it.'),
    detail: z.string().optional().describe('Why it is refused, and how to mend it.')
  })
  .meta({ id: 'BulkResult', description: 'What became of a line.' })

export type BulkResult = z.output<typeof BulkResultSchema>
