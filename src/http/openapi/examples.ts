import { readFileSync } from 'node:fs'
import { packageFile } from '../../package-file.js'
import { PROBLEM_ANSWERS, type ProblemAnswerName } from '../schemas/problem.js'
import type { ProblemCode } from '../errors.js'
import type { ProblemDocument } from '../problem.js'
import { mapOperations, mapValues, type Document, type Media } from './model.js'

/** What the service answers about the articles that come with it; `npm run openapi` makes the file. */
export interface Examples {
  /** By operation, then by media type: the request, and its answer. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Example>>>>
  readonly problems: Readonly<Partial<Record<ProblemCode, ProblemDocument>>>
}

export interface Example {
  /** `GET` and the URL. */
  readonly request: string
  readonly value: unknown
}

export const readExamples = (): Examples => JSON.parse(readFileSync(packageFile('openapi/examples.json'), 'utf8')) as Examples

/** The document with an example for each success, and one for each problem. */
export const withExamples = (document: Document, { answers, problems }: Examples): Document => {
  const made = mapOperations(document, (operation) => ({
    ...operation,
    responses: mapValues(operation.responses, (response, status) => {
      if (status !== '200' || response.content === undefined) return response
      const examples = answers[operation.operationId] ?? {}
      return { ...response, content: mapValues(response.content, (media, type) => withExample(media, examples[type])) }
    })
  }))
  const responses = mapValues(made.components.responses ?? {}, (response, name) => {
    const { codes } = PROBLEM_ANSWERS[name as ProblemAnswerName]
    return { ...response, content: mapValues(response.content ?? {}, (media) => withProblems(media, codes, problems)) }
  })
  return { ...made, components: { ...made.components, responses } }
}

const withExample = (media: Media, example: Example | undefined): Media =>
  example === undefined
    ? media
    : { ...media, examples: { demo: { summary: example.request, value: example.value } } }

const withProblems = (media: Media, codes: readonly ProblemCode[], problems: Examples['problems']): Media => {
  const known = codes.flatMap((code) => {
    const problem = problems[code]
    return problem === undefined ? [] : [[code, { summary: problem.title, value: problem }] as const]
  })
  return { ...media, ...(known.length > 0 && { examples: Object.fromEntries(known) }) }
}
