import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Hit } from '../../engine/questions.js'
import { hitsOf } from '../ask.js'
import { EXPORT_TYPES, exportFormat, TYPE_OF_FORMAT, type ExportFormat } from '../export-format.js'
import { chosenType } from '../plugins/negotiation.js'
import {
  COLLAPSE,
  FILTER,
  MATCH,
  q,
  SNIPPETS,
  snippetLength,
  withRange,
  WORDS
} from '../schemas/parameters.js'
import { COMMON_ANSWERS } from '../schemas/problem.js'
import { HIT_FIELDS, SORT } from '../schemas/search.js'
import { filledIn, flag, typeNamed, oneOf, shown } from '../schemas/values.js'
import { linesOf } from '../schemas/lines.js'
import type { Routes } from '../type-provider.js'
import { wholeResult } from '../whole-result.js'

const ExportParameters = withRange(
  z.strictObject({
    q: q.default(''),
    format: oneOf(['jsonl', 'csv'])
      .meta(typeNamed('ExportFormat', 'How a result is written.'))
      .optional()
      .describe('`jsonl`: a hit a line; `csv`: a table. Default: what `Accept` likes best, else `jsonl`.')
      .meta(shown('csv')),
    bom: flag(false)
      .describe('Starts CSV with a byte order mark, without which Excel takes UTF-8 for another encoding.')
      .meta(filledIn(false)),
    match: MATCH,
    ...FILTER,
    sort: SORT,
    fields: HIT_FIELDS,
    collapse: COLLAPSE,
    snippets: SNIPPETS,
    snippetLength,
    ...WORDS
  })
)

/** The whole of a result. */
export const exportRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/search/export',
    {
      config: { produces: EXPORT_TYPES, formats: TYPE_OF_FORMAT },
      schema: {
        operationId: 'exportSearch',
        tags: ['Search'],
        summary: 'Export a whole result',
        description:
          'Every hit, in the order of the search and without pages, as JSON Lines or CSV. It is streamed, all of it from ' +
          'the articles as they were when it began; if these are gone before it ends, the connection is closed.\n\n' +
          'CSV follows RFC 4180, in UTF-8 with a header row, and without a byte order mark unless `bom=true`, which ' +
          'Excel needs to open the file directly. `authors`, `tags`, `copies`, `snippetStarts` and `snippetEnds` ' +
          'have `; ` between their values, `snippets` has ` … `. A value that a spreadsheet would run as a formula (it ' +
          "begins with `=`, `+`, `-` or `@`) has an apostrophe (`'`) before it.",
        querystring: ExportParameters,
        response: {
          200: {
            description: 'All hits.',
            content: {
              'application/x-ndjson': {
                schema: linesOf('Hit', { id: 'ny-vei', title: 'Ny vei', score: 4.2 })
              },
              'text/csv': {
                schema: z.unknown().meta({
                  type: 'string',
                  description: 'A row per hit.',
                  examples: ['id,title,score\r\nny-vei,Ny vei,4.2\r\n']
                })
              }
            }
          },
          ...COMMON_ANSWERS
        }
      }
    },
    async (request, reply) => {
      const format = exportFormat(chosenType(request) ?? EXPORT_TYPES[0]!, request.query)
      const { portions } = await wholeResult(request, hitsOf(request.query))
      reply
        .type(format.type)
        .header('content-disposition', `attachment; filename="nyhetssok.${format.extension}"`)
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      // Its buffer is small, so that the next portion is asked for when the client has taken the last one.
      return reply.send(Readable.from(written(format, portions), { objectMode: false }))
    }
  )
  done()
}

async function* written(
  { head, write }: ExportFormat,
  portions: AsyncIterable<readonly Hit[]>
): AsyncGenerator<string> {
  if (head !== '') yield head
  for await (const hits of portions) if (hits.length > 0) yield write(hits)
}
