/*
 * What a person at a terminal sees:
 * - a line of progress names the step and how much of it is done; before all is read, how much has been read;
 * - when all is read, how many articles are searched and how many were left out;
 * - what is printed meanwhile stands above that line, whole and in order, and the line is gone in the end;
 * - a line of the log names the request with its status and time, a problem with its place, facts by their names.
 */
import { PassThrough } from 'node:stream'
import t from 'tap'
import { createLogger } from '../src/logging.js'
import { readableLines } from '../src/readable-log.js'
import { progressLine, summary, Terminal } from '../src/terminal.js'

t.test('progress', (t) => {
  const at = (state: 'reading' | 'indexing' | 'ready', read: number, indexed: number, annotated: number) =>
    progressLine({ state, read, indexed, annotated })
  t.equal(at('reading', 1234, 0, 0), 'Reading articles 1,234')
  t.equal(
    at('indexing', 3000, 1000, 0),
    `Indexing articles ${'█'.repeat(10)}${'░'.repeat(20)} 1,000 of 3,000`
  )
  t.equal(at('indexing', 0, 0, 0), `Reading names and quotes ${'░'.repeat(30)} 0 of 0`)
  t.equal(at('ready', 30, 30, 30), `Reading names and quotes ${'█'.repeat(30)} 30 of 30`)
  t.end()
})

t.test('what is searched', (t) => {
  const first = [{ file: 'b.txt', reason: 'It is empty.' }]
  t.match(
    summary({ articles: 1, problems: { count: 1, leftOut: 0, first } }, 'mine'),
    /^ +Searched +1 article$/m
  )
  t.match(
    summary({ articles: 1234, problems: { count: 2, leftOut: 1, first } }, 'mine'),
    /1,234 articles; 1 left out: `nyhetssok check mine` tells why$/m
  )
  t.end()
})

t.test('lines printed while progress is shown', (t) => {
  const stream = Object.assign(new PassThrough().setEncoding('utf8'), { columns: 80, rows: 24, isTTY: true })
  const terminal = new Terminal(stream as unknown as NodeJS.WriteStream)
  terminal.print('before\n')
  terminal.showProgress(() => ({ state: 'reading', read: 7, indexed: 0, annotated: 0 }))
  terminal.print('one\n')
  terminal.print('two\n')
  terminal.stopProgress()
  terminal.stopProgress()
  terminal.print('after\n')
  t.strictSame(String(stream.read()).match(/before|one|two|after/g), ['before', 'one', 'two', 'after'])
  t.end()
})

t.test('lines of the log', (t) => {
  let text = ''
  const logger = createLogger(
    'info',
    readableLines((lines) => (text += lines), false)
  )
  const lineOf = (log: () => void): string => {
    text = ''
    log()
    return text.replace(/^\[?\d\d:\d\d:\d\d\]? /, '')
  }
  const req = { method: 'GET', url: '/v1/search?q=hemmelig' }
  const request = { req, res: { statusCode: 200 }, responseTime: 12.34 }
  t.equal(
    lineOf(() => {
      logger.info(request, 'request completed')
    }),
    'INFO: GET /v1/search 200, 12 ms\n'
  )
  t.equal(
    lineOf(() => {
      logger.warn({ file: 'b.jsonl', line: 2, reason: 'It is no JSON' }, 'left out')
    }),
    'WARN: left out: b.jsonl, line 2: It is no JSON\n'
  )
  t.equal(
    lineOf(() => {
      logger.info({ files: { '.png': 3, '.pdf': 1 } }, 'ignored')
    }),
    'INFO: ignored: files .png 3, .pdf 1\n'
  )
  t.match(
    lineOf(() => {
      logger.error({ err: new Error('no room') }, 'it failed')
    }),
    /^ERROR: it failed\n\s*Error: no room\n +at /
  )
  t.end()
})
