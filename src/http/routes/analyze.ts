import { ask } from '../ask.js'
import { AnalysisSchema, AnalyzeParameters } from '../schemas/analysis.js'
import { answer } from '../schemas/answers.js'
import { COMMON_ANSWERS } from '../schemas/problem.js'
import type { Routes } from '../type-provider.js'

export const analyzeRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/analyze',
    {
      schema: {
        operationId: 'analyze',
        tags: ['Analysis'],
        summary: 'What the index sees of a text',
        description:
          'Sentences, tokens, terms and the parts of compounds: the same for the same text in every collection.',
        querystring: AnalyzeParameters,
        response: { 200: answer('The analysis.', AnalysisSchema), ...COMMON_ANSWERS }
      }
    },
    (request) => ask(request, 'analyze', request.query)
  )
  done()
}
