import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readText } from '../../src/analysis/text/reading.js'
import { textSentences } from '../../src/entities/recogniser/text-sentences.js'

/**
 * Plain text without labels: NoReC's reviews and the news of the bokmål–nynorsk pairs, as sentences of forms.
 *
 * @param data the folder that holds `norec/` and `nb-nn/`
 */
export function* rawSentences(data: string): Generator<readonly string[]> {
  const lines = gunzipSync(readFileSync(join(data, 'norec', 'articles.jsonl.gz')))
    .toString('utf8')
    .split('\n')
  for (const line of lines) if (line !== '') yield* formsOf((JSON.parse(line) as { text: string }).text)
  for (const line of readFileSync(join(data, 'nb-nn', 'train.tsv'), 'utf8').split('\n'))
    for (const side of line.split('\t')) yield* formsOf(side)
}

function* formsOf(written: string): Generator<readonly string[]> {
  const text = written.normalize('NFC')
  for (const sentence of textSentences(text, readText(text)))
    if (sentence.length > 0) yield sentence.map(({ form }) => form)
}
