import { readFileSync } from 'node:fs'
import type { EntityType } from '../../src/entities/entity-type.js'
import type { NamedArticle } from './news.js'

const TYPES: Readonly<Record<string, EntityType>> = {
  p: 'person',
  o: 'organisation',
  l: 'place',
  w: 'product',
  e: 'event'
}

/**
 * The articles whose names `further-news.tsv` has.
 *
 * @param file its path
 * @param texts JSON lines {id, text} with the articles' texts
 * @throws {Error} for an article without a text, and for a name that is not written as the head of the file says
 */
export const readFurtherNews = (file: string, texts: string): NamedArticle[] => {
  const textOf = new Map(
    linesOf(texts).map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string }
      return [id, text]
    })
  )
  return linesOf(file)
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [id = '', names = ''] = line.split('\t')
      const text = textOf.get(id)
      if (text === undefined) throw new Error(`${texts} lacks the article "${id}".`)
      return { id, text, mentions: names.split(' ').map((name) => mentionOf(name, id)) }
    })
}

const mentionOf = (written: string, id: string): NamedArticle['mentions'][number] => {
  const [, start, length, letter = ''] = /^(\d+)\+(\d+)([a-z])$/.exec(written) ?? []
  const type = TYPES[letter]
  if (type === undefined) throw new Error(`"${written}" in the article "${id}" is no name.`)
  return { start: Number(start), end: Number(start) + Number(length), type }
}

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
