import { z } from 'zod'
import { ARTICLE_ID_PATTERN } from './shared.js'
import { NOT_BLANK, oneOf } from './values.js'

const text = (description: string) => ({ type: 'string', description })
const texts = (description: string) => ({ type: 'array', items: { type: 'string' }, description })

/** What a record may state in other forms too (docs/articles.md), as documents show it. */
const RECORD = {
  title: text('Absent: its first line or sentence.'),
  text: { ...text('The whole text, paragraphs apart by an empty line.'), minLength: 1, pattern: NOT_BLANK },
  published: text('ISO 8601, as precise as it is known: `2026-11-20`.'),
  source: text('Who published it, such as a newspaper.'),
  authors: texts('Who wrote it.'),
  tags: texts('Keywords.'),
  url: text('Where it was published.'),
  // Absent: detected.
  language: { $ref: '#/components/schemas/Language' }
}

export const ArticleRecordSchema = z.record(z.string(), z.unknown()).meta({
  id: 'ArticleRecord',
  description:
    'What an article states, under the same names as in a record of a `.jsonl` file. Other properties are ignored.',
  required: ['text'],
  properties: RECORD,
  examples: [{ title: 'Ny vei', text: 'Kommunen åpner veien til våren.', source: 'Avisa' }]
})

/** It is read as a stream, a line at a time: what each line states is checked there. */
export const BulkLinesSchema = z.unknown().meta({
  id: 'ArticleLines',
  type: 'string',
  description: 'Lines, each an `ArticleRecord` with its `id`.',
  examples: [
    '{"id":"ny-vei","text":"Kommunen åpner veien til våren."}\n{"id":"ny-bro","text":"Broen er stengt."}\n'
  ]
})

const WARNINGS = z
  .array(z.string())
  .optional()
  .describe('What could not be read, and why the article is not shown, if so. Absent if all is well.')

export const WrittenSchema = z
  .object({
    id: z.string().describe('The id of the article.').meta({ pattern: ARTICLE_ID_PATTERN }),
    result: oneOf(['created', 'replaced']).meta({
      id: 'WriteResult',
      description: 'What became of a written article.'
    }),
    warnings: WARNINGS
  })
  .meta({
    id: 'WrittenArticle',
    description: 'An article that is on disk and can be searched.',
    examples: [{ id: 'ny-vei', result: 'created' }]
  })

export const BulkResultSchema = z
  .object({
    line: z
      .number()
      .int()
      .min(1)
      .describe('The line of the request, counted from 1; empty lines get no answer.'),
    id: z.string().optional().describe('The id that the line states.'),
    status: z
      .number()
      .int()
      .describe('What a request of its own would be answered with: 201, 200, 4xx or 507.'),
    result: oneOf(['created', 'replaced', 'refused']).meta({
      id: 'LineResult',
      description: 'What became of the article of a line.'
    }),
    detail: z.string().optional().describe('Why it is refused, and how to fix it.'),
    warnings: WARNINGS
  })
  .meta({ id: 'BulkResult', description: 'What became of a line.' })

export type BulkResult = z.output<typeof BulkResultSchema>
