// The log of a collection: a snapshot of another version or of other names of facts is one line at level info; one that
// is damaged or cannot be written is a warning with its error
import t from 'tap'
import { logFailure } from '../src/collection-log.js'
import { OutdatedSnapshotError } from '../src/collection/snapshot.js'
import { createLogger } from '../src/logging.js'
import { receivedError, sentError } from '../src/threads/sent-error.js'

t.test('a snapshot that is not used', (t) => {
  const lines: string[] = []
  const logger = createLogger('info', {
    write: (line: string) => {
      lines.push(line)
    }
  })
  for (const error of [new OutdatedSnapshotError(), new Error('damaged')])
    logFailure(logger, 'snapshot', receivedError(sentError(error)))
  const [outdated, damaged] = lines.map(
    (line) => JSON.parse(line) as { level: number; err?: object; msg: string }
  )
  t.match(outdated, { level: 30, msg: /another version.*read again/ })
  t.equal(outdated!.err, undefined)
  t.match(damaged, { level: 40, err: { message: 'damaged' } })
  t.end()
})
