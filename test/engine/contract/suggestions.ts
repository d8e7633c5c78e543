/*
 * What every engine keeps to:
 * - what is suggested begins with what was typed, is in the collection, and is counted;
 * - a name that is typed whole comes first, and a number is no part of one; after a name that is begun with a capital
 *   only names come, and what stands before one is written so; of several words the last is completed to what stands
 *   after the one before it, in the letters of the text.
 */
import assert from 'node:assert/strict'
import type { Test } from 'tap'
import { foldKey } from '../../../src/analysis/text/fold.js'
import type { SourceArticle } from '../../../src/articles/article.js'
import type { EngineMaker } from './engine-maker.js'

const text = (text: string, i: number): SourceArticle => ({ id: `a${i}`, text })

const ARTICLES = [
  'Bru over fjorden\n\nOrdfører Siri Foss åpnet den nye brua i Ålesund. Foss gledet seg over den nye veien.',
  'Bruk av vann\n\nLandsorganisasjonen (LO) er i Ålesund. – LO krever mer, sier Siri Foss i LO.',
  'Bru over elva\n\nDen gamle brua er stengt. Alle må vente på LO i Alta, sier Siri Foss.',
  'Bru over fjorden\n\nVi venter ennå på brua ved Ålesund, der det er åler og alger, og åler igjen.'
].map(text)

export const testSuggestions = (t: Test, maker: EngineMaker): void => {
  t.test('suggestions', async (t) => {
    const engine = await maker.make(ARTICLES, t)
    const suggest = async (prefix: string, size = 10) => (await engine.ask('suggest', { prefix, size })).items
    for (const prefix of [
      'b',
      'BRU',
      'aal',
      'å',
      'siri f',
      'den n',
      'al',
      'LO',
      'bru over ',
      '(',
      'a*',
      '.'
    ]) {
      const found = await suggest(prefix)
      const last = foldKey(/\S*$/.exec(prefix)![0].toLowerCase())
      for (const { text, kind, count } of found) {
        assert.ok(count > 0, text)
        if (kind === 'title') assert.ok(foldKey(text.toLowerCase()).startsWith(foldKey(prefix.toLowerCase())))
        if (kind === 'word') assert.ok(foldKey(text.toLowerCase()).includes(last), `${prefix}: ${text}`)
      }
      assert.ok((await suggest(prefix, 2)).length <= 2)
      assert.equal(new Set(found.map(({ kind, text }) => `${kind} ${text}`)).size, found.length)
    }
    const texts = async (prefix: string, kind: string) =>
      (await suggest(prefix)).filter((one) => one.kind === kind).map(({ text }) => text)
    t.strictSame(await texts('bru ov', 'title'), ['Bru over fjorden', 'Bru over elva'], 'frequent ones first')
    t.strictSame((await texts('bru', 'word')).slice(0, 2), ['bru', 'brua'], 'frequent ones first')
    t.strictSame(await texts('al', 'word'), ['alger', 'åler'], 'the very letters first')
    t.strictSame((await texts('ål', 'word')).slice(0, 1), ['åler'])
    t.ok((await texts('aal', 'word')).includes('åler'))
    t.strictSame(await texts('den n', 'word'), ['den nye'], 'what stands after the word before')
    t.strictSame(await texts('gamle n', 'word'), [])
    t.match((await suggest('lo'))[0], { kind: 'entity', text: 'LO' })
    t.strictSame(await suggest('1'), [])
    t.strictSame(await texts('siri Å', 'word'), [], 'no word where a name was begun')
    t.match((await suggest('siri f'))[0], { kind: 'entity', text: 'Siri Foss', entity: 'person:siri-foss' })
    await engine.close()
  })
}
