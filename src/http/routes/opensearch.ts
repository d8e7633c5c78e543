import { ask } from '../ask.js'
import { xmlOf } from '../atom.js'
import { originOf } from '../origin.js'
import { tagged } from '../plugins/caching.js'
import { addVary } from '../plugins/negotiation.js'
import { SuggestParameters } from '../schemas/suggestion.js'
import type { Routes } from '../type-provider.js'

const DESCRIPTION_TYPE = 'application/opensearchdescription+xml; charset=utf-8'

/** https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1 */
const SUGGESTIONS_TYPE = 'application/x-suggestions+json'

/** By which a browser adds the service to its search engines, https://github.com/dewitt/opensearch */
export const openSearchRoutes: Routes = (app, _options, done) => {
  app.get(
    '/opensearch.xml',
    { config: { produces: [DESCRIPTION_TYPE] }, schema: { hide: true } },
    (request, reply) => {
      addVary(reply, 'accept')
      return tagged(request, reply.type(DESCRIPTION_TYPE), describe(originOf(request)))
    }
  )
  done()
}

/** What a browser completes with. */
export const openSearchSuggestions: Routes = (app, _options, done) => {
  app.get(
    '/opensearch/suggestions',
    {
      config: { produces: [SUGGESTIONS_TYPE, 'application/json'] },
      schema: { hide: true, querystring: SuggestParameters }
    },
    async (request, reply) => {
      const { items } = await ask(request, 'suggest', request.query)
      reply.type(SUGGESTIONS_TYPE)
      return [request.query.prefix, [...new Set(items.map(({ text }) => text))]]
    }
  )
  done()
}

const describe = (origin: string): string =>
  xmlOf({
    OpenSearchDescription: {
      '@xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: 'Nyhetssøk',
      Description: 'Søk i norske nyheter',
      InputEncoding: 'UTF-8',
      OutputEncoding: 'UTF-8',
      Image: { '@type': 'image/svg+xml', '#': `${origin}/page/icon.svg` },
      Url: [
        urlOf('text/html', `${origin}/?q={searchTerms}`),
        urlOf('application/atom+xml', `${origin}/v1/search.atom?q={searchTerms}`),
        urlOf(SUGGESTIONS_TYPE, `${origin}/opensearch/suggestions?prefix={searchTerms}`),
        { ...urlOf('application/opensearchdescription+xml', `${origin}/opensearch.xml`), '@rel': 'self' }
      ]
    }
  })

const urlOf = (type: string, template: string): object => ({ '@type': type, '@template': template })
