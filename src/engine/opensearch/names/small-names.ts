import { forEachItem } from '../../../entities/catalogue/stored-article.js'
import type { Annotations } from '../../../segment/annotations/annotations.js'
import type { Generation } from '../../../segment/generation.js'
import { storedAnnotations, type StoredArticle } from '../reading/stored-article.js'
import type { NameLookup } from './name-lookup.js'
import { smallAnnotations } from './small-annotations.js'

/** The names of some articles, or of none, as far as they are known to the query that asks for them. */
export class SmallNames {
  private made: { readonly state: number; readonly annotations: Annotations } | undefined

  /** @param lookup absent where no names are known yet */
  constructor(
    private readonly lookup: NameLookup | undefined,
    private readonly articles: readonly StoredArticle[]
  ) {}

  /** A generation of these articles with their names. */
  addTo(generation: Generation): Generation {
    const { lookup } = this
    return lookup === undefined ? generation : { ...generation, annotations: this.annotations(lookup) }
  }

  /** Made anew where entities have become known that were not. */
  private annotations(lookup: NameLookup): Annotations {
    const annotations = this.articles.map(storedAnnotations)
    for (const { texts, article } of annotations)
      forEachItem(article.names, 3, (name) => void lookup.rows('keys', texts[name]!))
    const { state } = lookup
    if (this.made?.state !== state) this.made = { state, annotations: smallAnnotations(lookup, annotations) }
    return this.made.annotations
  }
}
