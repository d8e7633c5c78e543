import { z } from 'zod'
import type { Answer, Request, Verb } from '../../engine/engine.js'
import type { WordsRequest } from '../../engine/questions.js'
import { byField, FIELDS, FILTER_FIELDS } from '../../fields.js'
import { ENTITY_ID, q } from '../schemas/parameters.js'

/** Asks the engine. */
export type Ask = <V extends Verb>(verb: V, question: Request<V>) => Promise<Answer<V>>

/** What a model may ask: a name, what it is for, and how a valid input is answered with a JSON object. */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: z.ZodObject
  readonly answer: (ask: Ask, input: never) => Promise<Record<string, unknown>>
}

/** A tool whose answer is made of its own input. */
export const tool = <S extends z.ZodRawShape>(
  described: Omit<Tool, 'input' | 'answer'> & {
    readonly input: S
    readonly answer: (
      ask: Ask,
      input: z.output<z.ZodObject<S, z.core.$strict>>
    ) => Promise<Record<string, unknown>>
  }
): Tool => ({ ...described, input: z.strictObject(described.input) })

// Inputs that several tools have. They come as JSON, so that a number is a number.

/** @param most items that one answer may have */
export const part = (most: number, fallback: number) => ({
  size: z.number().int().min(1).max(most).default(fallback).describe('Items of the answer, at most.'),
  offset: z.number().int().min(0).max(10_000).default(0).describe('Items to leave out before them.')
})

export const words = q.default('').describe(`${q.description!} Empty: everything.`)

const day = z.iso.date().optional()

/** Which articles are looked at. */
export const FILTERS = {
  ...byField(FILTER_FIELDS, (field) =>
    z
      .array(z.string().min(1))
      .min(1)
      .max(100)
      .optional()
      .describe(`Any of these, exact but for case. ${FIELDS.find(({ name }) => name === field)!.description}`)
  ),
  entity: z
    .array(ENTITY_ID)
    .min(1)
    .max(100)
    .optional()
    .describe('Entity ids, as the tool `entity` gives them; the articles name all of them.'),
  from: day.describe('Published on this day or later, such as 2019-11-28.'),
  to: day.describe('Published on this day or earlier.')
}

/** What a word finds beside itself: all that it finds for those who do not say. */
export const WORDS: WordsRequest = { match: 'auto', compounds: true, variants: true, fuzzy: 'auto' }
