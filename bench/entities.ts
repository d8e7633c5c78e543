import { parseArgs } from 'node:util'
import { RECOGNISED_TYPES } from '../src/entities/recogniser/labels.js'
import { norwegianRecogniser } from '../src/entities/norwegian-names.js'
import { readConll } from '../tools/conll.js'
import { type SpanFigures, SpanScore } from '../tools/span-score.js'

// Strict span figures of the recogniser on labelled sentences, and its speed:
//
//     npm run bench:entities -- --conll FILE --lang nb|nn
//
// FILE has tab-separated columns, the form first and the IOB2 tag last. A `# doc =` line begins a document; what a
// document says of a name elsewhere counts, as in an article.
const { values } = parseArgs({ options: { conll: { type: 'string' }, lang: { type: 'string' } } })
if (values.conll === undefined || !/^n[bn]$/.test(values.lang ?? ''))
  throw new Error('Usage: bench:entities -- --conll FILE --lang nb|nn')

/**
 * The file is read again until this much processor time has gone: one pass of a small file is over too soon to be
 * timed.
 */
const LEAST_SECONDS = 2

const documents = readConll(values.conll)
const forms = documents.map(({ sentences }) => sentences.map((sentence) => sentence.forms))
const tokens = forms.flat(2).length
const loading = performance.now()
let recognise = norwegianRecogniser('treebank')
const loadMs = performance.now() - loading

const score = new SpanScore()
let seconds = 0
let passes = 0
do {
  recognise = norwegianRecogniser('treebank') // each pass begins without any form worked out
  const start = process.cpuUsage()
  const found = forms.map((sentences) => recognise(sentences))
  const { user, system } = process.cpuUsage(start)
  seconds += (user + system) / 1e6
  if (passes++ > 0) continue
  documents.forEach(({ sentences }, document) => {
    sentences.forEach(({ labels }, sentence) => {
      score.add(labels, found[document]![sentence]!)
    })
  })
} while (seconds < LEAST_SECONDS)

const percent = (value: number): string => (100 * value).toFixed(1).padStart(7)
const row = (name: string, { precision, recall, f1, gold }: SpanFigures & { gold: number }): string =>
  `${name.padEnd(10)}${percent(precision)}${percent(recall)}${percent(f1)}${String(gold).padStart(8)}`
console.log(`${'type'.padEnd(10)}   prec.  recall   F1      spans`)
for (const type of RECOGNISED_TYPES) console.log(row(type, score.figures(type)))
console.log(row('all', score.figures()))
console.log(`${tokens} tokens, ${passes} passes; the model was read in ${loadMs.toFixed(0)} ms`)
const round = (value: number): number => +value.toFixed(4)
const { f1, precision, recall } = score.figures()
console.log(
  JSON.stringify({
    lang: values.lang,
    f1: round(f1),
    precision: round(precision),
    recall: round(recall),
    tokensPerSecond: Math.round((tokens * passes) / seconds)
  })
)
