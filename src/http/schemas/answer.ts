import type { z } from 'zod'

/** A successful JSON answer, described. */
export const answer = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } }
})
