import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { version } from '../../version.js'

const DESCRIPTION = `Search Norwegian news the way Norwegian works: inflections, compounds, bokmål and nynorsk. Answers \
have snippets, and tell who and what the articles name and quote.

**Offsets** (\`start\`, \`end\`) are UTF-16 code units into the article's \`text\` as \`GET /v1/articles/{id}\` returns \
it, \`end\` exclusive: in JavaScript \`text.slice(start, end)\` is exactly the span. In Python: \
\`text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")\`.

**Lists** have \`total\` (exact), \`size\` and an opaque \`cursor\`: follow \`links.next\`, also in the \`Link\` \
header, to the end of any result. \`offset\` and \`page\` go straight to a page. \`fields\` limits the properties of \
each item.

**Parameters** with several values can be repeated, or have commas between the values, or both: \
\`lang=nb&lang=nn\`, \`lang=nb,nn\`. An article has its \`language\`; the parameter that selects it is \`lang\`, and all \
filter parameters have names in the singular.

**Errors** are problem documents (RFC 9457) with a stable \`code\`, whatever \`Accept\` says.

**Caching**: every answer under \`/v1\` to \`GET\` has an \`ETag\`; ask again with \`If-None-Match\` and get 304 as long as \
nothing has changed.

For language models, the same is at \`POST /mcp\` (Model Context Protocol, streamable HTTP).`

/** What the document says beside the operations. */
export const OPENAPI: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: 'Nyhetssøk',
    version,
    summary: 'Full-text search for Norwegian news',
    description: DESCRIPTION,
    contact: { name: 'The maintainers of Nyhetssøk' },
    license: { name: 'MIT', identifier: 'MIT' }
  } as NonNullable<NonNullable<FastifyDynamicSwaggerOptions['openapi']>['info']>,
  servers: [{ url: '/', description: 'This service' }],
  security: [],
  tags: [
    { name: 'Search', description: 'Ranked hits with snippets, facets and filters.' },
    { name: 'Snippets', description: 'The best passages, from the whole collection or from one article.' },
    { name: 'Articles', description: 'The articles themselves.' },
    { name: 'Quotes', description: 'Who said what.' },
    { name: 'Entities', description: 'Who and what the articles name.' },
    { name: 'Analysis', description: 'How a text is read.' },
    { name: 'Writing', description: 'Write and delete articles, with a key; only if the service is started with `API_KEYS`.' },
    { name: 'Alerts', description: 'Stored queries whose new hits are posted to a webhook.' },
    { name: 'Running', description: 'Health and metrics.' }
  ],
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer', description: 'One of the keys in `API_KEYS`; `nyhetssok key` makes one.' }
    }
  }
}
