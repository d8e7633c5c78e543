import { annotateArticles } from '../../src/collection/annotate-articles.js'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import type { NameFinder } from '../../src/entities/mention.js'

/** Annotates where it is called, so that nothing else is done meanwhile. */
export const annotateHere =
  (findNames: NameFinder): StartAnnotator =>
  (rules) => {
    let read = 0
    return {
      get read() {
        return read
      },
      annotate: (source, unread) =>
        annotateArticles(source, { findNames, rules }, { progress: (count) => (read = count), unread }),
      stop: () => Promise.resolve()
    }
  }
