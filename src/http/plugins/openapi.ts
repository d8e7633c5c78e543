import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { version } from '../../version.js'

const DESCRIPTION = `Full-text search for Norwegian news: inflections, compounds, bokmål and \
nynorsk, snippets, and who and what the articles name and quote.

**Offsets** (\`start\`, \`end\`) are UTF-16 code units into the article's \`text\` as \`GET \
/v1/articles/{id}\` gives it, \`end\`
exclusive: in JavaScript \`text.slice(start, end)\` is exactly the span. In Python: \
\`text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")\`.

**Lists** have \`total\` (exact), \`size\` and an opaque \`cursor\`: follow \`links.next\`, also \
in the \`Link\` header, to the end of any result.

**Errors** are problem documents (RFC 9457) with a stable \`code\`.

Every answer under \`/v1\` has an \`ETag\`; ask again with \`If-None-Match\` and get 304 \
as long as nothing has changed.`

/** What zod adds to a JSON schema beside what is meant: answers may grow, and a whole number needs no limit. */
const zodToJsonConfig = {
  override: ({
    jsonSchema
  }: {
    jsonSchema: { additionalProperties?: unknown; minimum?: number; maximum?: number }
  }): void => {
    delete jsonSchema.additionalProperties
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  }
}

const transformObject = createJsonSchemaTransformObject({ zodToJsonConfig })

type OpenApiDocument = ReturnType<SwaggerTransformObject>

/**
 * The document without the schemas that nothing refers to: each zod schema comes in a form for requests and one for
 * answers, and mostly only one of them is used.
 */
const withoutUnusedSchemas = (document: OpenApiDocument): OpenApiDocument => {
  if (!('components' in document)) return document
  const { components, ...rest } = document
  const schemas: Readonly<Record<string, object>> = components.schemas ?? {}
  const used = new Set<string>()
  const follow = (part: object): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(schemas[name] ?? {})
    }
  }
  follow(rest)
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
  return { ...rest, components: { ...components, schemas: kept } } as OpenApiDocument
}

/** The document is made of the routes' own schemas; call it before the routes. */
export const addOpenApi = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Nyhetssøk',
        version,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' }
      },
      servers: [{ url: '/', description: 'This service' }],
      security: [],
      tags: [
        { name: 'Search', description: 'Ranked hits with snippets, facets and filters.' },
        { name: 'Snippets', description: 'The best passages, of the collection or of one article.' },
        { name: 'Articles', description: 'The articles themselves.' },
        { name: 'Quotes', description: 'Who said what.' },
        { name: 'Entities', description: 'Who and what the articles name.' },
        { name: 'Analysis', description: 'How a text is read.' },
        { name: 'Running', description: 'Health and metrics.' }
      ]
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) => withoutUnusedSchemas(transformObject(document))
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: {
      tryItOutEnabled: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      docExpansion: 'list'
    }
  })
}

const YAML_TYPE = 'application/yaml; charset=utf-8'

/** `GET /openapi.json` and `/openapi.yaml`. */
export const addOpenApiRoutes = (app: FastifyInstance): void => {
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.get('/openapi.yaml', { config: { produces: [YAML_TYPE] }, schema: { hide: true } }, (_request, reply) =>
    reply.type(YAML_TYPE).send(app.swagger({ yaml: true }))
  )
}
