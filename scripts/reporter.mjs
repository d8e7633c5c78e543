// How tap reports (.taprc): with tap's own display on a terminal; elsewhere the failures in full, the slowest files
// and the sums.
import process from 'node:process'
import { Transform } from 'node:stream'
import { Base } from '@tapjs/reporter'

const SLOWEST_FILES = 5

const SUBTEST = /^( *)# Subtest: /
const RESULT = /^( *)(not )?ok \d+/
/** Of a test file, or of a group of them (compile-tests.mjs). */
const FILE_RESULT = /^ *(?:not )?ok \d+ - (?:build\/tests\/)?((?:test|groups)\/\S+\.[jt]s) # time=([\d.]+)ms/
const EXCUSED = / # (?:todo|skip)\b/i
const DIAGNOSIS = /^( *)---$/
const OTHER_TAP = /^ *(?:TAP version \d+|\d+\.\.\d+.*|#.*|[{}])?$/
const SUMMARY = /^# \{.*\}$/

/** TAP in, a short report out. Its last line is `80 files in 95.1 s: 5000 passed, 0 failed, 2 skipped`. */
class ShortReporter extends Transform {
  rest = ''
  summary = ''
  headings = []
  /** The indent of the last failure that was printed; its parents at smaller indents fail because of it. */
  failureIndent = -1
  isFailure = false
  /** The line that ends the diagnosis being read, if one is. */
  diagnosisEnd = undefined
  seconds = new Map()
  start = Date.now()

  _transform(chunk, _encoding, done) {
    const lines = (this.rest + chunk).split('\n')
    this.rest = lines.pop()
    for (const line of lines) this.readLine(line)
    done()
  }

  _flush(done) {
    this.readLine(this.rest)
    if (this.seconds.size > SLOWEST_FILES) {
      const slowest = [...this.seconds].sort(([, a], [, b]) => b - a).slice(0, SLOWEST_FILES)
      for (const [file, seconds] of slowest) this.print(`${seconds.toFixed(1).padStart(6)} s  ${file}`)
    }
    const count = (word) => Number(new RegExp(`\\b${word}: (\\d+)`).exec(this.summary)?.[1] ?? 0)
    const sums = `${count('pass')} passed, ${count('fail')} failed, ${count('skip') + count('todo')} skipped`
    const seconds = (Date.now() - this.start) / 1000
    this.print(`${this.seconds.size} files in ${seconds.toFixed(1)} s: ${sums}`)
    done()
  }

  readLine(line) {
    if (this.diagnosisEnd !== undefined) this.readDiagnosis(line)
    else if (DIAGNOSIS.test(line)) {
      this.diagnosisEnd = `${DIAGNOSIS.exec(line)[1]}...`
      this.readDiagnosis(line)
    } else if (SUBTEST.test(line)) this.readHeading(line)
    else if (RESULT.test(line)) this.readResult(line)
    else if (SUMMARY.test(line)) this.summary = line
    else if (!OTHER_TAP.test(line)) this.print(line) // what a test wrote, or `Bail out!`
  }

  readDiagnosis(line) {
    if (this.isFailure) this.print(line)
    if (line === this.diagnosisEnd) this.diagnosisEnd = undefined
  }

  /** A subtest begins: its name is printed when something in it fails. */
  readHeading(line) {
    const indent = SUBTEST.exec(line)[1].length
    this.headings = [...this.headings.filter((heading) => heading.indent < indent), { indent, line }]
  }

  readResult(line) {
    const [, { length: indent }, not] = RESULT.exec(line)
    const [, file, milliseconds] = FILE_RESULT.exec(line) ?? []
    if (file?.startsWith('test/')) this.seconds.set(file, Number(milliseconds) / 1000)
    const fails = not !== undefined && !EXCUSED.test(line)
    this.isFailure = fails && this.failureIndent <= indent
    if (this.isFailure) this.printHeadings(indent)
    if (this.isFailure || (fails && file !== undefined)) this.print(line)
    if (fails) this.failureIndent = indent
  }

  printHeadings(indent) {
    for (const heading of this.headings.filter((heading) => heading.indent < indent)) this.print(heading.line)
    this.headings = this.headings.filter((heading) => heading.indent >= indent)
  }

  print(line) {
    this.push(`${line}\n`)
  }
}

export default process.stdout.isTTY ? Base : ShortReporter
