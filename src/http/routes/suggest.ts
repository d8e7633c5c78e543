import { ask } from '../ask.js'
import { answer } from '../schemas/answers.js'
import { COMMON_ANSWERS } from '../schemas/problem.js'
import { SuggestionListSchema, SuggestParameters } from '../schemas/suggestion.js'
import type { Routes } from '../type-provider.js'

export const suggestRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/suggest',
    {
      schema: {
        operationId: 'suggest',
        tags: ['Search'],
        summary: 'Complete what is being typed',
        description:
          'Words and titles of the collection that begin like this, as they are written, and names of entities.',
        querystring: SuggestParameters,
        response: {
          200: answer('What may be meant, likeliest first.', SuggestionListSchema),
          ...COMMON_ANSWERS
        }
      }
    },
    (request) => ask(request, 'suggest', request.query)
  )
  done()
}
