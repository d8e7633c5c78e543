import { ArticleAnnotator } from '../../src/collection/annotate-articles.js'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import type { NameFinder } from '../../src/entities/mention.js'

/** Annotates where it is called, so that nothing else is done meanwhile. */
export const annotateHere =
  (findNames: NameFinder): StartAnnotator =>
  (rules) => {
    let read = 0
    const annotator = new ArticleAnnotator({ findNames, rules })
    return {
      get read() {
        return read
      },
      annotate: (source, articleFailed) =>
        annotator.annotate(source, { progress: (count) => (read = count), articleFailed }),
      stop: () => Promise.resolve()
    }
  }

/** The same, as if the one that read before had been stopped each time. */
export const annotateHereAnew =
  (findNames: NameFinder): StartAnnotator =>
  (rules) => ({
    read: 0,
    annotate: (source, articleFailed) => annotateHere(findNames)(rules).annotate(source, articleFailed),
    stop: () => Promise.resolve()
  })
