/**
 * Why a file, or a record of it, is left out. Thrown by the steps that read it; the reader of the folder reports it as
 * an `ArticleProblem`.
 */
export class Refusal extends Error {
  override readonly name: string = 'Refusal'

  /**
   * @param reason what is wrong and how to mend it, in one sentence
   * @param line 1-based, within what the step was given
   */
  constructor(
    readonly reason: string,
    readonly line?: number | undefined
  ) {
    super(reason)
  }
}

/** A file, or records of one, that hold no article: configuration, a sitemap, a menu. */
export class NoArticle extends Refusal {
  override readonly name = 'NoArticle'
}

/** The file itself says that the article is not to be shown, or not now: a draft, a future or an expired date. */
export class Withheld extends Refusal {
  override readonly name = 'Withheld'

  /** @param shownFrom when it is to be shown, in milliseconds since 1970, where the file says that */
  constructor(
    reason: string,
    line?: number,
    readonly shownFrom?: number
  ) {
    super(reason, line)
  }
}

/** Why a record is left out, with the record's line; what else was thrown is thrown on. */
export const atLine = (error: unknown, line: number | undefined): Refusal => {
  if (!(error instanceof Refusal)) throw error
  if (error instanceof Withheld) return new Withheld(error.reason, line, error.shownFrom)
  return error instanceof NoArticle ? new NoArticle(error.reason, line) : new Refusal(error.reason, line)
}
