import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Engine } from '../src/engine/engine.js'
import { createMemoryEngine } from '../src/engine/memory/memory-engine.js'
import { IndexBuilder } from '../src/segment/index-builder.js'

/** The records of a JSON Lines file, gzip or not. */
export async function* readJsonl<T>(file: string): AsyncGenerator<T> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input })) if (line !== '') yield JSON.parse(line) as T
}

/** An engine that serves these articles, without their names. */
export const engineOf = async (articles: readonly { id: string; text: string }[]): Promise<Engine> => {
  const builder = new IndexBuilder()
  for (const article of articles) builder.add(article)
  const { size } = builder
  return createMemoryEngine({
    current: await builder.finish(),
    progress: { state: 'ready', read: size, indexed: size, annotated: 0 },
    problems: [],
    onChange: () => () => undefined
  })
}
