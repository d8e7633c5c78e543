// The sizes of the files in src/: prints the figures, fails over the limits.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const LARGEST = 300
const MEDIAN = 80

const sizes = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines)

const linesAt = (share) => sizes[Math.floor((sizes.length - 1) * share)].lines
const median = linesAt(0.5)
const largest = sizes.at(-1)
const total = sizes.reduce((lines, one) => lines + one.lines, 0)

process.stdout.write(
  `src/: ${sizes.length} files, ${total} lines; a file has ${median} lines (median, at most ${MEDIAN}), ` +
    `${linesAt(0.9)} (nine in ten), ${largest.lines} (largest, at most ${LARGEST}: ${largest.file})\n`
)

const faults = sizes
  .filter(({ lines }) => lines > LARGEST)
  .map(({ file, lines }) => `${file} has ${lines} lines`)
if (median > MEDIAN) faults.push(`half of the files have more than ${MEDIAN} lines`)
for (const fault of faults) process.stderr.write(`${fault}\n`)
process.exitCode = faults.length > 0 ? 1 : 0
