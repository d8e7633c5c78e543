import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import t from 'tap'
import { type FormFacts, STATISTICS } from '../../src/entities/recogniser/form-facts.js'
import { weightsOf } from '../../src/entities/recogniser/convention.js'
import { hashText } from '../../src/entities/recogniser/feature-weights.js'
import { LABEL_COUNT as L } from '../../src/entities/recogniser/labels.js'
import { FormLexicon } from '../../src/entities/recogniser/form-lexicon.js'
import { type EntityModel, decodeEntityModel } from '../../src/entities/recogniser/model-file.js'
import { encodeEntityModel, packLexicon } from '../../train/entities/encode-model.js'

// Properties:
// - a model survives encoding and decoding, and the same model is the same bytes
// - a lexicon finds what was packed into it, whatever the form, and nothing else
// - a file that is cut, too long, of another format or no gzip at all is refused with a reason
// - news adds its weights to those of the treebank, which are as they were
// - the model file is the one that models/entities.json describes

const facts = new Map<string, FormFacts>([
  [
    'Oslo',
    { clusters: [0, 7, 999, 8], statistics: STATISTICS.map((_, i) => i % 8), memory: 513, lists: 2 ** 30 + 3 }
  ],
  ['__proto__', { clusters: [], statistics: [], memory: 1, lists: 0 }],
  ['0000-tallet', { clusters: [63, 255, 1, 0], statistics: [], memory: 0, lists: 0 }]
])

const model: EntityModel = {
  lexicon: packLexicon(new Map(Array.from(facts, ([form, fact]) => [hashText(form), fact]))),
  features: Int32Array.of(-5, 3, 2 ** 31 - 1),
  weights: Int8Array.from({ length: 3 * L }, (_, i) => (i * 37) % 255),
  unit: 0.03,
  transitions: {
    start: Float64Array.from({ length: L }, (_, i) => (i % 2 ? -Infinity : i)),
    between: Float64Array.from({ length: L * L }, (_, i) => i / 3)
  },
  news: { features: Int32Array.of(3, 8), weights: Int8Array.from({ length: 2 * L }, (_, i) => i - 5) }
}

t.test('round trip', (t) => {
  const file = encodeEntityModel(model)
  t.same(decodeEntityModel(file), model)
  t.ok(encodeEntityModel(decodeEntityModel(file)).equals(file))
  t.end()
})

t.test('weights by convention', (t) => {
  const row = (convention: 'treebank' | 'news', feature: number): number[] => {
    const scores = new Float64Array(L)
    weightsOf(model, convention).addTo(scores, 0, feature)
    return Array.from(scores, (score) => Math.round(score / model.unit))
  }
  const of = (weights: Int8Array, at: number): number[] => [...weights.subarray(at * L, (at + 1) * L)]
  const [own, added] = [of(model.weights, 1), of(model.news.weights, 0)]
  t.same(row('treebank', 3), own)
  t.same(
    row('news', 3),
    own.map((weight, i) => weight + added[i]!),
    'news adds its own'
  )
  t.same(row('news', -5), of(model.weights, 0))
  t.same(row('news', 8), of(model.news.weights, 1), 'of a feature that the treebank has not')
  t.same(row('treebank', 8), new Array(L).fill(0))
  t.end()
})

t.test('lexicon', (t) => {
  const lexicon = new FormLexicon(model.lexicon)
  const found = (form: string): FormFacts | undefined => {
    const fact = lexicon.find(form)
    if (fact === undefined) return undefined
    const { clusters, statistics, memory, lists } = fact
    return { clusters, statistics, memory, lists }
  }
  for (const [form, fact] of facts) if (!form.startsWith('0')) t.same(found(form), fact, form)
  t.same(found('1990-tallet'), facts.get('0000-tallet'), 'digits are alike')
  for (const form of ['oslo', 'Oslos', '', 'constructor']) t.equal(lexicon.find(form), undefined, form)
  t.end()
})

const bytes = gunzipSync(encodeEntityModel(model))
const gzipped = (change: (bytes: Buffer) => Buffer): Buffer => gzipSync(change(bytes))

t.test('files that are no model', (t) => {
  const whole = gzipped((bytes) => bytes)
  t.ok(decodeEntityModel(whole))
  t.throws(() => decodeEntityModel(gzipped((bytes) => bytes.subarray(0, -1))), /cut short/)
  t.throws(() => decodeEntityModel(gzipped((bytes) => Buffer.concat([bytes, bytes]))), /more bytes/)
  t.throws(() => decodeEntityModel(gzipSync('{"format":"other"}\n')), /not of format/)
  t.throws(() => decodeEntityModel(gzipSync('')), /not of format/)
  t.throws(() => decodeEntityModel(whole.subarray(0, 20)), /not a gzip file/)
  t.throws(() => decodeEntityModel(Buffer.from('text')), /not a gzip file/)
  t.end()
})

t.test('the file of the package', (t) => {
  const folder = new URL('../../models/', import.meta.url)
  const file = readFileSync(new URL('entities.bin.gz', folder))
  const card = JSON.parse(readFileSync(new URL('entities.json', folder), 'utf8')) as {
    sha256: string
    bytes: number
  }
  t.equal(file.length, card.bytes)
  t.equal(createHash('sha256').update(file).digest('hex'), card.sha256)
  t.end()
})
