// - every request that docs/names.md shows is answered, for the articles that come with the service, and by something

import { readFileSync } from 'node:fs'
import t from 'tap'
import { DEMO, startService } from './service.js'

const requests = [
  ...readFileSync(new URL('../../docs/names.md', import.meta.url), 'utf8').matchAll(
    /\| `(\/v1\/[^`]+)` \|$/gm
  )
].map(([, url]) => url!)

const { ask } = await startService(t, { folder: DEMO })

t.ok(requests.length > 5)
for (const url of requests) {
  const answer = await ask(url)
  t.equal(answer.statusCode, 200, url)
  const { items, hits, nodes } = answer.json<Record<'items' | 'hits' | 'nodes', unknown[] | undefined>>()
  t.ok((items ?? hits ?? nodes ?? []).length > 0 || url.includes('credits=only'), url)
}
