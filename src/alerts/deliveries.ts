import { randomBytes } from 'node:crypto'
import type { Alert, Delivery, FoundArticle } from './alert.js'

/** Hits that one body tells of. */
const MOST_HITS = 50

/** Bodies as https://www.standardwebhooks.com/ has them. */
export const deliveriesOf = (
  { id, name }: Pick<Alert, 'id' | 'name'>,
  hits: readonly FoundArticle[]
): Delivery[] => {
  const timestamp = new Date().toISOString()
  const deliveries: Delivery[] = []
  for (let at = 0; at < hits.length; at += MOST_HITS) {
    const data = { alert: { id, name }, hits: hits.slice(at, at + MOST_HITS) }
    deliveries.push({
      id: `msg_${randomBytes(18).toString('base64url')}`,
      body: JSON.stringify({ type: 'alert.hits', timestamp, data }),
      attempts: 0,
      notBefore: 0
    })
  }
  return deliveries
}
