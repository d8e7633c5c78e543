import type { StartAnnotator } from '../src/collection/annotator.js'
import type { NameFinder } from '../src/entities/mention.js'
import { AnnotationBuilder } from '../src/segment/annotations/annotation-builder.js'

/** Annotates where it is called, so that nothing else is done meanwhile. */
export const annotateHere =
  (findNames: NameFinder): StartAnnotator =>
  (rules) => {
    let read = 0
    return {
      get read() {
        return read
      },
      annotate: (articles) => {
        const builder = new AnnotationBuilder({ findNames, rules })
        while (read < articles.size) builder.add(articles.article(read++))
        return builder.finish()
      },
      stop: () => Promise.resolve()
    }
  }
