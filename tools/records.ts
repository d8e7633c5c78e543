import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** The records of a JSON Lines file, gzip or not. */
export async function* readJsonl<T>(file: string): AsyncGenerator<T> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input })) if (line !== '') yield JSON.parse(line) as T
}
