import { z } from 'zod'

const LinksSchema = z
  .object({ self: z.string(), next: z.string().optional().describe('Absent on the last page.') })
  .meta({ id: 'Links', description: 'Relative URLs; also in the `Link` header.' })

/** What every list has beside its items. */
export const LIST = {
  total: z.number().int().min(0).describe('Items in the whole list, exactly.'),
  links: LinksSchema
}
