import { idWithSuffix } from './article-id.js'
import { problem, type ArticleFound, type FileEvent } from './read-file.js'

/**
 * Sees to it that no two articles have one id: the first one keeps it, a later one gets a suffix that depends on its
 * own place, and a notice. Remembers ids and places alone.
 */
export class UniqueIds {
  private readonly firstWithId = new Map<string, string>()

  /** Notes that an article has an id. @param place as `placeOf` says it */
  keep(id: string, place: string): void {
    this.firstWithId.set(id, place)
  }

  /** Lets others have an id. */
  release(id: string): void {
    this.firstWithId.delete(id)
  }

  /** Where the article is that has an id. */
  placeOf(id: string): string | undefined {
    return this.firstWithId.get(id)
  }

  has(id: string): boolean {
    return this.firstWithId.has(id)
  }

  /** The event, with another id and after a notice where its id is taken. */
  claim(event: FileEvent): readonly FileEvent[] {
    if (event.kind !== 'article') return [event]
    const first = this.firstWithId.get(event.article.id)
    const served = first === undefined ? event : this.renamed(event)
    this.firstWithId.set(served.article.id, placeOf(event))
    return first === undefined ? [served] : [idTaken(event, first, served.article.id), served]
  }

  /** With a suffix that depends on its place alone, unless another article states just that id. */
  private renamed(event: ArticleFound): ArticleFound {
    const { article } = event
    let id = idWithSuffix(article.id, placeOf(event))
    while (this.firstWithId.has(id)) id = idWithSuffix(article.id, `${placeOf(event)}\n${id}`)
    return { ...event, statedId: article.id, article: { ...article, id } }
  }
}

const idTaken = ({ article, file, line }: ArticleFound, first: string, id: string): FileEvent =>
  problem({
    kind: 'changed',
    file,
    line,
    reason:
      `The id \`${article.id}\` is taken by ${first}, so that this article is \`${id}\`: ` +
      (first.startsWith(`${file}, line `)
        ? 'give one of the two another `id`'
        : 'give it another `id`, or rename the file')
  })

/** As problems name it. */
export const placeOf = ({ file, line }: Pick<ArticleFound, 'file' | 'line'>): string =>
  line === undefined ? file : `${file}, line ${line}`
