import fastJson from 'fast-json-stringify'
import type { FastifySerializerCompiler } from 'fastify/types/schema.js'
import { z } from 'zod'

type Serializer = (answer: unknown) => string

const compiled = new WeakMap<z.ZodType, Serializer>()

/**
 * Writes answers as their schemas say: the properties that a schema has, in its order, and nothing beside. A schema is
 * compiled once. That an answer fits it is not checked here: types and tests do.
 */
export const serializerCompiler: FastifySerializerCompiler<z.ZodType> = ({ schema }) => serializerOf(schema)

/** Writes what a schema describes. */
export const serializerOf = (schema: z.ZodType): Serializer => {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const serializer = fastJson(jsonSchemaOf(schema))
  compiled.set(schema, serializer)
  return serializer
}

const jsonSchemaOf = (schema: z.ZodType): fastJson.Schema =>
  z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The compiler would write what is required before the rest.
      delete jsonSchema.required
    }
  }) as fastJson.Schema
