import { z } from 'zod'
import { count } from './shared.js'

/** A successful JSON answer, described. */
export const answer = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } }
})

const LinksSchema = z
  .object({
    self: z.string().describe('This page.'),
    prev: z.string().optional().describe('The page before it; absent on the first one.'),
    next: z.string().optional().describe('The page after it; absent on the last one.')
  })
  .meta({ id: 'Links', description: 'Relative URLs; also in the `Link` header.' })

/** What every list has beside its items. */
export const LIST = {
  total: count('Items in the whole list, exactly.'),
  links: LinksSchema
}

/** A page of a list. @param id the schema's name in the OpenAPI document */
export const listOf = <T extends z.ZodType>(item: T, id: string) =>
  z
    .object({
      total: LIST.total,
      items: z.array(item).describe('The items of this page.'),
      links: LIST.links
    })
    .meta({ id, description: 'A page of a list.' })
