import { mapOperations, type Document, type Operation, type Parameter, type Schema } from './model.js'

/** The document with a schema for each type of parameter that has a name, so that clients have one type for it. */
export const withNamedTypes = (document: Document): Document => {
  const schemas: Record<string, Schema> = { ...document.components.schemas }
  const named = mapOperations(document, ({ parameters, ...operation }) => ({
    ...operation,
    ...(parameters !== undefined && {
      parameters: parameters.map((parameter) => ({ ...parameter, schema: reference(parameter.schema, schemas) }))
    })
  }))
  return { ...named, components: { ...document.components, schemas } }
}

/** See `typeNamed` in `schemas/values.ts`. @param schemas takes the schema that is referred to */
const reference = (schema: Schema, schemas: Record<string, Schema>): Schema => {
  const { 'x-name': name, 'x-about': description, type = 'string', enum: values, ...rest } = schema
  if (typeof name !== 'string') return schema
  schemas[name] ??= { type, description, enum: values }
  return { $ref: `#/components/schemas/${name}`, ...rest }
}

/** Parameters of the path first; lists in one style; examples where they belong. */
export const withParameters = (operation: Operation): Operation => {
  const { parameters } = operation
  if (parameters === undefined) return operation
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const others = parameters.filter((parameter) => parameter.in !== 'path')
  return { ...operation, parameters: [...inPath, ...others].map(withExample).map(withStyle) }
}

/** See `filledIn` and `shown` in `schemas/values.ts`. */
const withExample = ({ schema, ...parameter }: Parameter): Parameter => {
  const { 'x-filled-in': filledIn, 'x-shown': shown, ...rest } = schema
  return {
    ...parameter,
    ...(filledIn !== undefined && { example: filledIn }),
    schema: { ...rest, ...(shown !== undefined && { examples: [shown] }) }
  }
}

/** Repeated (`lang=nb&lang=nn`), as most clients do where nothing is said; commas are read alike. */
const withStyle = (parameter: Parameter): Parameter =>
  parameter.schema.type === 'array' ? { ...parameter, style: 'form', explode: true } as Parameter : parameter
