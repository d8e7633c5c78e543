// - no module of the service reads a model when it is imported; the first call of `loadModels` does, and only that
// - a model file that is missing is named
// - the analysis of a word is the same whatever was asked before, and the same as without memory
// - names and their genitives are known and stay whole; other words are no names
// - the lexicon of names is the one that models/names.json describes

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import fc from 'fast-check'
import t from 'tap'

/** Files that were read since the test began; watched before anything of the service is imported. */
const read: string[] = []
const { readFileSync } = fs
fs.readFileSync = ((...args: Parameters<typeof readFileSync>) => {
  read.push(String(args[0]))
  return readFileSync(...args)
}) as typeof readFileSync
syncBuiltinESMExports()
const modelsRead = (): string[] => read.filter((file) => /[/\\]models[/\\][^/\\]+$/.test(file))

await import('../../src/app.js')
await import('../../src/server.js')
const atImport = modelsRead()
const { loadModels, modelFile } = await import('../../src/analysis/models.js')
const { createAnalyzer } = await import('../../src/analysis/analyzer.js')
const models = loadModels()
const byLoading = modelsRead()
const { analyze, split, isName, version } = models

t.test('reading', (t) => {
  t.same(atImport, [])
  t.same(byLoading.map((file) => file.replace(/.*[/\\]/, '')).sort(), [
    'compounds.bin.gz',
    'names.bin.gz',
    'ranking.json', // its weights are part of the version
    'stems.bin.gz',
    'variants.txt.gz'
  ])
  t.equal(loadModels(), models, 'once')
  t.same(modelsRead(), byLoading)
  t.match(version, /^[\w-]{12}$/)
  t.throws(() => modelFile('no-such.bin'), {
    message: 'The package lacks its file models/no-such.bin.'
  })
  t.end()
})

const letters = 'aeiourstnlkgdbmpvfhjyøåæ-.1'.split('')
const beginning = fc.constantFrom('barne', 'oslo', 'arbeids', 'strand', 'birke', 'u', 'for')
const end = fc.constantFrom('skolen', 'gata', 'landet', 'tid', 'handling', 's', '-prosjektet')
const anyWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 30 }),
  fc.tuple(beginning, end).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 })
)

t.test('the same analysis whatever was asked before', (t) => {
  const unremembered = createAnalyzer({ ...models, split })
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 20 }), anyWord, (before, word) => {
      const first = JSON.stringify(unremembered(word))
      before.forEach((other) => analyze(other))
      if (JSON.stringify(analyze(word)) !== first) throw new Error(`another answer for ${word}`)
      before.forEach((other) => unremembered(other))
      if (JSON.stringify(unremembered(word)) !== first) throw new Error(`another answer for ${word}`)
    }),
    { numRuns: 300, seed: 1 }
  )
  t.end()
})

t.test('names', (t) => {
  for (const name of ['birkeland', 'birkelands', 'solbakken', 'stortinget', 'wellington', 'øyvind']) {
    t.ok(isName(name), name)
    t.same(split(name), [], name)
  }
  for (const word of ['kommune', 'barneskole', 'boligprisene', 'musikken', 'regjeringen', 'å', 's', ''])
    t.notOk(isName(word), word)
  t.end()
})

t.test('the file of names', (t) => {
  const bytes = readFileSync(modelFile('names.bin.gz'))
  const card = JSON.parse(readFileSync(modelFile('names.json'), 'utf8')) as { sha256: string; bytes: number }
  t.equal(createHash('sha256').update(bytes).digest('hex'), card.sha256)
  t.equal(bytes.length, card.bytes)
  t.ok(bytes.length < 400_000)
  t.end()
})
