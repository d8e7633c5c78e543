import { readdirSync, readFileSync } from 'node:fs'
import type { Span } from '../../src/structures/span.js'

export interface GoldQuote extends Span {
  readonly kind: 'direct' | 'reported'
  /** As the article names the speaker most fully; empty where it does not tell. */
  readonly speaker: string
}

export interface GoldText {
  readonly name: string
  readonly text: string
  readonly quotes: readonly GoldQuote[]
}

const MARK = /\{([dr])\|([^|}]*)\|([^}]*)\}/g

/** `{d|Kari|Ja}, sier Kari` → the text `Ja, sier Kari` and its quotes. */
const parseGold = (name: string, marked: string): GoldText => {
  const quotes: GoldQuote[] = []
  let text = ''
  let at = 0
  for (const { index, 0: whole, 1: kind, 2: speaker, 3: words } of marked.matchAll(MARK)) {
    text += marked.slice(at, index)
    const start = text.length
    text += words!
    at = index + whole.length
    quotes.push({ kind: kind === 'd' ? 'direct' : 'reported', speaker: speaker!, start, end: text.length })
  }
  return { name, text: text + marked.slice(at), quotes }
}

export const goldTexts = (part: 'articles' | 'texts' | 'held-out'): GoldText[] => {
  const folder = `test/quotes/gold/${part}`
  return readdirSync(folder)
    .sort()
    .map((name) => parseGold(name, readFileSync(`${folder}/${name}`, 'utf8')))
}
