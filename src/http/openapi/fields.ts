import { isAlwaysThere } from '../schemas/fields.js'
import { mapValues, type Document } from './model.js'

/** What the parameter `fields` of an operation may leave out is not required. `HitField` lists what a `Hit` has. */
export const withOptionalFields = (document: Document): Document => {
  const { components } = document
  const schemas = mapValues(components.schemas, (schema, name) =>
    `${name}Field` in components.schemas && Array.isArray(schema.required)
      ? { ...schema, required: (schema.required as string[]).filter(isAlwaysThere) }
      : schema
  )
  return { ...document, components: { ...components, schemas } }
}
