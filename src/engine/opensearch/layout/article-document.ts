import { createHash } from 'node:crypto'
import type { Models } from '../../../analysis/models.js'
import type { Token } from '../../../analysis/text/reading.js'
import type { SourceArticle } from '../../../articles/article.js'
import { facetOf, FIELDS, valuesOf, type ListedField } from '../../../fields.js'
import { factKey } from '../../../segment/articles/facts.js'
import { contentDigest } from '../../../articles/content.js'
import { caseOf, CASES } from '../../../segment/positions/positions.js'
import { BM25F, impactOf, occurrenceWeight } from '../../../segment/postings/bm25f.js'
import type { FieldLengths } from '../../../segment/postings/impacts.js'
import { levelOf } from '../../../segment/postings/postings.js'
import { readArticle, type Article, type ReadArticle } from '../../../segment/read-article.js'
import { dayOf, instantOf } from '../../../structures/dates.js'
import { NO_RULES, type EntityRules } from '../../../entities/rules/entity-rules.js'
import { annotationVersion } from '../../../segment/annotations/annotations.js'
import { nameFieldsWriter, type NameFields, type NameFieldsWriter } from '../names/name-fields.js'
import { completionFields, type CompletionFields } from './completion-fields.js'
import { sketchFields, type SketchFields } from '../copies/sketch-fields.js'
import { wordIndexer, type WordIndexer } from './indexed-words.js'
import { WORDS } from './token-names.js'
import { encodeArticle } from './article-json.js'
import { encodeReading } from './stored-reading.js'
import { tokenWriter, type TokenWriter } from './token-stream.js'

/** An article in the index; see `articlesIndex`. */
export interface ArticleDocument
  extends NameFields, SketchFields, CompletionFields, Partial<Record<ListedField, readonly string[]>> {
  readonly id: string
  readonly aliases?: readonly string[]
  readonly hash: string
  readonly sums: HashSums
  readonly article: Article
  /** See `encodeArticle`. */
  readonly articleJson: string
  /** See `encodeReading`. */
  readonly reading: string
  readonly titleTokens: string
  readonly textTokens: string
  readonly titleLength: number
  readonly textLength: number
  readonly keys: readonly string[]
  /** By key: `2 × level + 1` of its impact, which the index keeps exactly. */
  readonly impacts: Readonly<Record<string, number>>
  readonly words: readonly string[]
  readonly facetNames?: readonly string[]
  readonly language: string
  readonly instant?: number
  readonly day?: number
  readonly year?: string
  readonly month?: string
}

/** The first 96 bits of a content's hash, 24 in each: sums of so many stay exact in 64-bit floating point. */
export type HashSums = Readonly<Record<'a' | 'b' | 'c' | 'd', number>>

/** A document with the words that its article has, each once, and how they are written inside sentences. */
export interface WrittenDocument {
  readonly document: ArticleDocument
  readonly words: ReadonlyMap<string, string | undefined>
}

/** Names what an article states, and how it is read: the same name, the same document. */
type DocumentHash = (source: SourceArticle) => string

const documentHash = (rules: EntityRules): DocumentHash => {
  const version = annotationVersion(rules)
  return (source) =>
    createHash('sha256').update(`${version}\n`).update(contentDigest(source)).digest('hex').slice(0, 32)
}

/** Makes the documents of articles. A pure function of the article, the models, the rules and the averages. */
export class DocumentWriter {
  readonly hashOf: DocumentHash
  /** The words of all documents. */
  readonly indexed: WordIndexer
  private readonly writeTokens: TokenWriter
  private readonly nameFields: NameFieldsWriter

  /** @param averages that impacts are relative to */
  constructor(
    private readonly models: Models,
    private readonly averages: FieldLengths,
    rules: EntityRules = NO_RULES
  ) {
    this.hashOf = documentHash(rules)
    this.indexed = wordIndexer(models.analyzeAnew)
    this.writeTokens = tokenWriter(this.indexed)
    this.nameFields = nameFieldsWriter(rules, this.writeTokens)
  }

  write(source: SourceArticle): WrittenDocument {
    const read = readArticle(source, this.models)
    const { article, title, text } = read
    const hash = this.hashOf(source)
    const words = casesOf(read)
    return {
      document: {
        id: article.id,
        ...(source.aliases !== undefined && { aliases: source.aliases }),
        hash,
        sums: sumsOf(hash),
        article,
        articleJson: encodeArticle(article),
        reading: encodeReading(read, this.indexed),
        titleTokens: this.writeTokens(article.title, title.tokens),
        textTokens: this.writeTokens(article.text, text.tokens),
        titleLength: title.tokens.length,
        textLength: text.tokens.length,
        ...this.impactsOf(read),
        words: words.tokens,
        ...this.nameFields(read),
        ...completionFields(article.title, words.written),
        ...sketchFields(read),
        ...factsOf(article)
      },
      words: words.written
    }
  }

  /** As `ImpactReader` computes them. */
  private impactsOf({ title, text }: ReadArticle): Pick<ArticleDocument, 'keys' | 'impacts'> {
    const frequencies = new Map<string, number>()
    for (const [field, { tokens }] of [['title', title] as const, ['text', text] as const]) {
      const weight = occurrenceWeight(BM25F[field], tokens.length, this.averages[field])
      for (const { word } of tokens)
        for (const { name, share } of this.indexed(word).keys)
          frequencies.set(name, (frequencies.get(name) ?? 0) + weight * share)
    }
    // Without a prototype it is a table from the beginning, and not an object of three hundred properties.
    const impacts = Object.create(null) as Record<string, number>
    for (const [name, frequency] of frequencies) impacts[name] = 2 * levelOf(impactOf(frequency)) + 1
    return { keys: [...frequencies.keys()], impacts }
  }
}

interface WrittenWords {
  /** See `WORDS`. */
  readonly tokens: readonly string[]
  /** By word: how it is written inside sentences with a capital, if it is. */
  readonly written: ReadonlyMap<string, string | undefined>
}

const casesOf = ({ article, title, text, capitals }: ReadArticle): WrittenWords => {
  /** By word: a bit for each way to write it that the article has. */
  const cases = new Map<string, number>()
  const written = new Map<string, string | undefined>()
  const noteAll = (from: string, tokens: readonly Token[], inside: ReadonlyMap<number, string>): void => {
    for (const { start, end, word } of tokens) {
      cases.set(word, (cases.get(word) ?? 0) | (1 << caseOf(from.slice(start, end))))
      const capital = inside.get(start)
      if (capital !== undefined || !written.has(word)) written.set(word, capital)
    }
  }
  noteAll(article.title, title.tokens, capitals.title)
  noteAll(article.text, text.tokens, capitals.text)
  const tokens: string[] = []
  for (const [word, bits] of cases) {
    tokens.push(WORDS.any(word))
    for (const one of Object.values(CASES)) if (((bits >> one) & 1) === 1) tokens.push(WORDS.cased(word, one))
    if (written.get(word) !== undefined) tokens.push(WORDS.inside(word))
  }
  return { tokens, written }
}

const YEAR = '2019'.length
const MONTH = '2019-11'.length

const factsOf = (
  article: Article
): Pick<ArticleDocument, 'facetNames' | 'language' | 'instant' | 'day' | 'year' | 'month' | ListedField> => {
  const { publishedAt, language } = article
  const listed = Object.fromEntries(
    FIELDS.map(({ name, key }) => [name, [...new Set(valuesOf(article, key).map(factKey))]] as const).filter(
      ([, values]) => values.length > 0
    )
  )
  const facetNames = [...new Set((article.facets ?? []).flatMap((value) => facetOf(value) ?? []))]
  const facts = { language, ...(facetNames.length > 0 && { facetNames }), ...listed }
  if (publishedAt === undefined) return facts
  const stated = publishedAt.slice(0, 'YYYY-MM-DD'.length)
  return {
    ...facts,
    instant: instantOf(publishedAt),
    day: dayOf(publishedAt),
    ...(stated.length >= YEAR && { year: stated.slice(0, YEAR) }),
    ...(stated.length >= MONTH && { month: stated.slice(0, MONTH) })
  }
}

const sumsOf = (hash: string): HashSums => {
  const [a, b, c, d] = [0, 6, 12, 18].map((at) => Number.parseInt(hash.slice(at, at + 6), 16))
  return { a: a!, b: b!, c: c!, d: d! }
}
