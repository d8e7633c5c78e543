import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { lines } from './lines.js'

/** The texts of NoReC. @param data the folder that holds norec/ */
export function* reviewTexts(data: string): Generator<string> {
  for (const line of lines(gunzipSync(readFileSync(path.join(data, 'norec', 'articles.jsonl.gz')))))
    yield (JSON.parse(line) as { text: string }).text
}
