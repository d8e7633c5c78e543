import type { Operation, Parameter } from './model.js'

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
