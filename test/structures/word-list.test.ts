/*
 * A list of words in a source file:
 * - its words are in order, whatever white space stands between and around them;
 * - a word that stands there twice is refused.
 */
import t from 'tap'
import { wordList, wordSet } from '../../src/structures/word-list.js'

t.test('words', (t) => {
  t.strictSame(wordList('vei by'), ['vei', 'by'])
  t.strictSame(wordList('\n  vei by\n  å\n'), ['vei', 'by', 'å'])
  t.strictSame(wordSet(' vei\nby '), new Set(['vei', 'by']))
  t.end()
})

t.test('a word twice', (t) => {
  t.throws(() => wordList('vei by vei'), /"vei" twice/)
  t.throws(() => wordSet('by\nby'), /"by" twice/)
  t.end()
})
