import type { ArticleEvent } from '../articles/article.js'
import { countIn } from '../articles/folder/counts.js'
import type { ArticleSource } from './article-source.js'
import { FileRecordBuilder, type FileRecords } from './file-records.js'
import type { SeenFiles } from './folder-files.js'

/** Reads all files of a source, tells what they hold, and notes that in `records`. */
export async function* recordedEvents(
  files: NonNullable<ArticleSource['files']>,
  seen: SeenFiles,
  records: FileRecords
): AsyncGenerator<ArticleEvent> {
  const keys = new Map<string, number>()
  for await (const { seen: found, events } of files.read([...seen.files.values()])) {
    const { path } = found.file
    const record = new FileRecordBuilder(found.state, found.written?.id)
    for await (const event of events) {
      if (event.kind === 'article') for (const key of event.unknownKeys) countIn(keys, key)
      if (event.kind === 'article' && records.isReserved(event.article.id, path)) {
        record.addOverridden(event)
        continue
      }
      for (const claimed of records.ids.claim(event)) {
        record.add(claimed)
        yield claimed
      }
    }
    records.set(path, record.finish())
  }
  yield { kind: 'ignored', ignored: { files: seen.ignored, keys } }
}
