import { z } from 'zod'

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]

export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required: boolean
  readonly example?: string
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<
    Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>
  >
}

/** As much of an OpenAPI document as the tests read. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

/** What the document says of an answer to `GET path`, as a schema that can be checked. */
export const responseSchema = (
  { paths, components }: OpenApi,
  path: string,
  status: string,
  mediaType: string
): z.ZodType => {
  const schema = paths[path]?.get?.responses[status]?.content?.[mediaType]?.schema
  if (schema === undefined) throw new Error(`GET ${path} has no documented ${status} in ${mediaType}`)
  const alone = JSON.stringify({ allOf: [schema], $defs: components.schemas })
  return z.fromJSONSchema(JSON.parse(alone.replaceAll('#/components/schemas/', '#/$defs/')) as JsonSchema)
}
