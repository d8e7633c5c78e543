import { z } from 'zod'
import { MOST_ERRORS, PROBLEMS, type ProblemCode } from '../errors.js'

export const ProblemSchema = z
  .object({
    type: z.string().describe('`/problems/<code>`, relative to the service; what stands there describes it.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What is wrong with this request, and how to mend it.'),
    instance: z.string(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]).describe('Stable: rely on it.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .max(MOST_ERRORS)
      .optional()
      .describe('What is wrong with each parameter. Where there is more, `detail` ends with how much.')
  })
  .meta({ id: 'Problem', description: 'A problem document, RFC 9457.' })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } }
})

export const NOT_ACCEPTABLE = { 406: problem('None of the accepted media types is to be had.') }

/** What any operation on the collection may answer with beside what it is asked for. */
export const COMMON_ANSWERS = {
  304: z.null().describe('Nothing has changed since the answer with the `ETag` that `If-None-Match` names.'),
  400: problem('Invalid input: `invalid-parameter`, `invalid-url`, `invalid-cursor` or `expired-cursor`.'),
  ...NOT_ACCEPTABLE,
  503: problem(
    'The articles, or their names and quotes, are still being read: `not-ready`; or reading those failed: ' +
      '`names-failed`.'
  )
}

export const ENTITY_NOT_FOUND = { 404: problem('There is no such entity.') }

export const NOT_FOUND = { 404: problem('There is no such article.') }
