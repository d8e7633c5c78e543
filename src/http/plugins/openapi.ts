import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { OPENAPI } from '../openapi/description.js'
import { tagged } from './caching.js'
import { readExamples, withExamples, type Examples } from '../openapi/examples.js'
import { withOptionalFields } from '../openapi/fields.js'
import { mapOperations, type Document } from '../openapi/model.js'
import { withNamedTypes, withParameters } from '../openapi/parameters.js'
import { withResponses } from '../openapi/responses.js'
import { inReadingOrder, withOneName, withUsedSchemas, zodToJsonConfig } from '../openapi/schemas.js'

declare module 'fastify' {
  interface FastifyInstance {
    openApi: OpenApiTexts
  }
}

/**
 * The document, as text. It is made when it is first asked for, and kept: that takes a few tenths of a second, in which
 * nothing else is answered.
 */
interface OpenApiTexts {
  readonly json: () => string
  readonly yaml: () => string
}

const transformObject = createJsonSchemaTransformObject({ zodToJsonConfig })

/** The document that the routes' schemas make, in the form that people and generators of clients read. */
const finish = (document: Document, examples: Examples): Document => {
  const named = withOptionalFields(withOneName(document))
  const described = withResponses(withNamedTypes(mapOperations(named, withParameters)))
  return withExamples(inReadingOrder(withUsedSchemas(described)), examples)
}

/** The document is made of the routes' own schemas; call it before the routes. */
export const addOpenApi = async (app: FastifyInstance, examples = readExamples()): Promise<void> => {
  await app.register(swagger, {
    openapi: OPENAPI,
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: (document) =>
      finish(
        transformObject(document) as unknown as Document,
        examples
      ) as unknown as ReturnType<SwaggerTransformObject>
  })
  app.decorate('openApi', {
    json: once(() => JSON.stringify(app.swagger())),
    yaml: once(() => stringify(app.swagger()))
  })
}

const YAML_TYPE = 'application/yaml; charset=utf-8'

/** The document, at `/openapi.json` and `.yaml`; and where servers with `@fastify/swagger-ui` have it. */
export const addOpenApiRoutes = (app: FastifyInstance): void => {
  const { json, yaml } = app.openApi
  for (const path of ['/openapi.json', '/docs/json'])
    app.get(path, { schema: { hide: true } }, (request, reply) =>
      tagged(request, reply.type('application/json'), json())
    )
  for (const path of ['/openapi.yaml', '/docs/yaml'])
    app.get(path, { config: { produces: [YAML_TYPE] }, schema: { hide: true } }, (request, reply) =>
      tagged(request, reply.type(YAML_TYPE), yaml())
    )
}

/** Makes it when it is first asked for, and keeps it. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
