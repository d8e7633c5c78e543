import { z } from 'zod'
import { mapValues, type Document, type Schema } from './model.js'

interface JsonSchema {
  type?: unknown
  format?: string
  additionalProperties?: unknown
  const?: unknown
  enum?: unknown
  minimum?: number
  maximum?: number
}

interface Written {
  readonly zodSchema: z.core.$ZodType
  readonly jsonSchema: JsonSchema
}

/**
 * What zod writes into a JSON schema otherwise than it is meant: answers may grow, as bodies that refuse what they do
 * not know may not; a whole number needs no limit but has a size, a fraction is a double, and what is only ever true is
 * a truth value to typed clients.
 */
export const zodToJsonConfig = {
  override: ({ zodSchema, jsonSchema }: Written): void => {
    if (jsonSchema.additionalProperties === false && !isStrict(zodSchema)) delete jsonSchema.additionalProperties
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.const === true) delete jsonSchema.const
    if (jsonSchema.type === 'integer') jsonSchema.format = 'int32'
    if (jsonSchema.type === 'number') jsonSchema.format = 'double'
  }
}

const isStrict = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodNever

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g

/** Each zod schema comes in a form for requests and one for answers: one name for both, where they are the same. */
export const withOneName = (document: Document): Document => {
  const { schemas } = document.components
  const isSame = (name: string): boolean => {
    const plain = name.replace(/Input$/, '')
    return plain !== name && JSON.stringify(schemas[name]) === JSON.stringify(schemas[plain])
  }
  const text = JSON.stringify(document).replace(REFERENCE, (reference, name: string) =>
    isSame(name) ? `"#/components/schemas/${name.replace(/Input$/, '')}"` : reference
  )
  return JSON.parse(text) as Document
}

/** The document without the schemas that nothing refers to, in the order in which they are come to. */
export const withUsedSchemas = (document: Document): Document => {
  const { components, ...rest } = document
  const used = new Set<string>()
  const follow = (part: object): void => {
    const names = [...JSON.stringify(part).matchAll(REFERENCE)].map(([, name = '']) => name)
    const added = names.filter((name) => !used.has(name))
    for (const name of added) used.add(name)
    for (const name of added) follow(components.schemas[name] ?? {})
  }
  follow({ ...rest, responses: components.responses ?? {} })
  const kept = Object.fromEntries([...used].map((name) => [name, components.schemas[name] ?? {}]))
  return { ...rest, components: { ...components, schemas: kept } }
}

/** Keywords and sections in the order in which a person reads them: what it is, then what is in it. */
const KEYWORDS = ['$ref', 'type', 'format', 'description', 'enum', 'required']
const SECTIONS = ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components']

/** The document in reading order, with the operations by tag. */
export const inReadingOrder = (document: Document): Document => {
  const { tags = [], paths, components } = document
  const names = tags.map(({ name }) => name)
  const place = ([, { get }]: readonly [string, Document['paths'][string]]): number =>
    names.indexOf(get?.tags?.[0] ?? '')
  return first(SECTIONS, {
    ...document,
    paths: Object.fromEntries(Object.entries(paths).sort((a, b) => place(a) - place(b))),
    components: { ...components, schemas: mapValues(components.schemas, ordered) }
  })
}

const ordered = ({ properties, ...rest }: Schema): Schema => ({
  ...first(KEYWORDS, rest),
  ...(properties !== undefined && { properties: mapValues(properties, ordered) })
})

/** The same object with some keys before the others. */
const first = <T extends object>(keys: readonly string[], object: T): T => {
  const entries = Object.entries(object)
  const place = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length)
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b))) as T
}
