import { createHash } from 'node:crypto'
import { classAt, UPPER } from '../analysis/text/characters.js'
import { countCues, detectLanguage } from '../analysis/text/language.js'
import { readText, type Reading } from '../analysis/text/reading.js'
import { loadModels } from '../analysis/models.js'
import { titleOf } from '../analysis/text/title.js'
import type { SourceArticle } from '../articles/article.js'
import { AnnotationBuilder, type AnnotationOptions } from './annotations/annotation-builder.js'
import { readAnnotations } from './annotations/annotations.js'
import { ArticleStore } from './articles/article-store.js'
import { FactsBuilder } from './articles/facts-builder.js'
import { buildCompletions } from './completions/collection-completions.js'
import { createFlexSearchPostings } from './postings/flexsearch-postings.js'
import { ForwardIndexBuilder } from './positions/forward-index.js'
import { ImpactReader } from './postings/impacts.js'
import { createMemoryIndex } from './memory-index.js'
import type { SearchIndex } from './search-index.js'
import { Slices } from '../structures/slices.js'
import { VocabularyBuilder } from './words/vocabulary-builder.js'

/** Part of every generation's name: to be raised when the same articles, read alike, are indexed differently. */
const INDEX_VERSION = 6

/** Reads articles one by one, then builds the generation in one go. */
export class IndexBuilder {
  private readonly vocabulary = new VocabularyBuilder()
  private readonly forward = new ForwardIndexBuilder()
  private readonly facts = new FactsBuilder()
  private readonly articles = new ArticleStore()
  private readonly hash = createHash('sha256').update(
    `nyhetssok index ${INDEX_VERSION} ${loadModels().version}\n`
  )

  get size(): number {
    return this.articles.size
  }

  add(source: SourceArticle): void {
    const text = readText(source.text)
    const title = source.title ?? titleOf(source.text, text.sentences[0])
    const language = source.language ?? detectLanguage(countCues(text.tokens))
    const capitals = capitalsInside(source.text, text)
    this.forward.add(readText(title), text, (word, field, start) =>
      this.vocabulary.count(word, field === 'text' ? capitals.get(start) : undefined)
    )
    this.articles.add({ ...source, title, language, wordCount: text.tokens.length })
    this.facts.add(source, language)
    this.hash.update(contentOf(source))
  }

  /** Without annotations. Lets other work run meanwhile. @param progress is told how many articles are indexed */
  async finish(progress: (indexed: number) => void = () => undefined): Promise<SearchIndex> {
    const vocabulary = await this.vocabulary.finish(loadModels())
    const forward = await this.forward.finish(vocabulary.wordCount)
    const impacts = new ImpactReader(forward, vocabulary)
    const postings = createFlexSearchPostings()
    const slices = new Slices()
    for (let article = 0; article < this.articles.size; article++) {
      postings.add(article, impacts.impacts(article))
      if (!slices.isOver) continue
      progress(article + 1)
      await slices.next()
    }
    return createMemoryIndex({
      generation: this.hash.digest('base64url').slice(0, 16),
      vocabulary,
      forward,
      postings,
      impacts,
      facts: this.facts.finish(),
      articles: this.articles,
      completions: await buildCompletions(this.articles, vocabulary)
    })
  }
}

/** The same for the same content, in whatever order its facts are stated. */
const contentOf = (source: SourceArticle): string =>
  JSON.stringify(Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The tokens, by their start, that have a capital though they do not begin a sentence. */
const capitalsInside = (text: string, { tokens, sentences }: Reading): ReadonlyMap<number, string> => {
  const capitals = new Map<number, string>()
  let sentence = 0
  let previous: number | undefined
  for (const { start, end } of tokens) {
    while (sentences[sentence] !== undefined && start >= sentences[sentence]!.end) sentence++
    if (previous === sentence && classAt(text, start) & UPPER) capitals.set(start, text.slice(start, end))
    previous = sentence
  }
  return capitals
}

/** Used by tests and tools: the whole way from articles to a generation. @param options absent `findNames`: no entities */
export const buildIndex = async (
  articles: Iterable<SourceArticle>,
  { findNames = () => [], rules }: Partial<AnnotationOptions> = {}
): Promise<SearchIndex> => {
  const builder = new IndexBuilder()
  const annotations = new AnnotationBuilder({ findNames, rules })
  for (const article of articles) {
    builder.add(article)
    annotations.add(article)
  }
  const index = await builder.finish()
  return index.annotated(readAnnotations(await annotations.finish()))
}
