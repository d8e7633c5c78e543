import type { SwaggerTransformObject } from '@fastify/swagger'

type OpenApiDocument = ReturnType<SwaggerTransformObject>

/**
 * The document without the schemas that nothing refers to: each zod schema comes in a form for requests and one for
 * answers, and mostly only one of them is used.
 */
export const withoutUnusedSchemas = (document: OpenApiDocument): OpenApiDocument => {
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
