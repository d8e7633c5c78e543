import { z } from 'zod'

export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
}

type ZodJsonSchema = Parameters<typeof z.fromJSONSchema>[0]

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required: boolean
  readonly example?: unknown
  readonly description?: string
  readonly style?: string
  readonly schema: JsonSchema
}

export interface Response {
  readonly $ref?: string
  readonly description?: string
  readonly headers?: Readonly<Record<string, object>>
  readonly content?: Readonly<
    Record<
      string,
      { schema: JsonSchema; examples?: Readonly<Record<string, { summary: string; value: unknown }>> }
    >
  >
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, Response>>
}

/** As much of an OpenAPI document as the tests read. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly responses: Readonly<Record<string, Response>>
    readonly headers: Readonly<Record<string, object>>
  }
}

/** A schema of the document that can be checked. */
export const schemaOf = ({ components }: OpenApi, schema: JsonSchema): z.ZodType => {
  const alone = JSON.stringify({ allOf: [schema], $defs: components.schemas })
  return z.fromJSONSchema(JSON.parse(alone.replaceAll('#/components/schemas/', '#/$defs/')) as ZodJsonSchema)
}

/** What the document says of an answer to `GET path`, as a schema that can be checked. */
export const responseSchema = (
  document: OpenApi,
  path: string,
  status: string,
  mediaType: string
): z.ZodType => {
  const { paths, components } = document
  const stated = paths[path]?.get?.responses[status]
  const response = stated?.$ref === undefined ? stated : components.responses[stated.$ref.split('/').at(-1)!]
  const schema = response?.content?.[mediaType]?.schema
  if (schema === undefined) throw new Error(`GET ${path} has no documented ${status} in ${mediaType}`)
  return schemaOf(document, schema)
}
