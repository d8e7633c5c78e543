import type { ListedFacts } from '../fields.js'
import type { Counts } from './folder/counts.js'

/**
 * An article as its file states it, with the fields of `fields.ts` (`source`, `authors`, `tags`). What the file does
 * not state is absent, never guessed.
 *
 * `text` is NFC with `\n` line ends; all offsets in the service are UTF-16 code units into it.
 */
export interface SourceArticle extends ListedFacts {
  /** Stable and URL-safe (see `article-id.ts`): what the file states, else made from its path. */
  readonly id: string
  /** Stated by the file; the analysis takes one from the text where absent. */
  readonly title?: string
  readonly text: string
  /** Stated by the file; the analysis detects it where absent. */
  readonly language?: Language
  /** ISO 8601, a date or a date-time, as the file states it. */
  readonly publishedAt?: string
  /** Absolute, `http:` or `https:`. */
  readonly url?: string
  /** Other ids that lead to it: addresses that its page had. */
  readonly aliases?: readonly string[]
  /** Where it was read; absent where it comes from no file. */
  readonly origin?: Origin
}

/** The place in the folder that an article was read from. */
export interface Origin {
  /** Path relative to the article folder, with `/`. */
  readonly file: string
  /** The record's first line, 1-based; absent where the file is one article. */
  readonly line?: number
}

/** What a folder holds that is no part of an article: no problem, but worth a word. */
export interface Ignored {
  /** Files that hold no articles, by their extension. */
  readonly files: Counts
  /** Keys of front matter and records that are not known, as often as an article states them. */
  readonly keys: Counts
}

/** Bokmål, nynorsk, or neither (ISO 639-1 and ISO 639-2 `und`). */
export const LANGUAGES = ['nb', 'nn', 'und'] as const
export type Language = (typeof LANGUAGES)[number]
/** The two standards of written Norwegian. */
export type Standard = Exclude<Language, 'und'>

/**
 * What became of what has a problem, where no article was left out: `fact`, it is served without a fact or two;
 * `changed`, it is served, but not quite as its file says (another id, a guessed encoding); `withheld`, its file says
 * that it is not to be shown, or not now; `no-article`, there is none in it, and nothing is lost; `setting`, a line of
 * `entities.yaml` or `fields.yaml` has no effect.
 */
export type ProblemKind = 'fact' | 'changed' | 'withheld' | 'no-article' | 'setting'

/** What is wrong with a file, or with one record of it. The rest of the folder is read all the same. */
export interface ArticleProblem {
  /** Absent where the file or record was left out. */
  readonly kind?: ProblemKind
  /** Path relative to the article folder, with `/`. */
  readonly file: string
  /** 1-based; absent where the problem is the whole file. */
  readonly line?: number
  /** What is wrong and how to fix it, in one sentence. */
  readonly reason: string
}

/** A problem that costs the article something, but not its place in the collection. */
export interface Notice {
  readonly kind: 'fact' | 'changed'
  /** What is wrong, what became of it and how to fix it, in one sentence. */
  readonly reason: string
  /** 1-based, within the file. */
  readonly line?: number | undefined
}

/** One step through the folder: an article and the place it came from, a problem, or what was passed by. */
export type ArticleEvent =
  | {
      readonly kind: 'article'
      readonly article: SourceArticle
      /** As in `ArticleProblem`. */
      readonly file: string
      /** The record's line, 1-based; absent where the file is one article. */
      readonly line?: number
      /** The id that its file states or its path makes, where another article has that. */
      readonly statedId?: string
      /** Keys that are stated and not known. */
      readonly unknownKeys: readonly string[]
      /** When the article expires, in milliseconds since 1970; absent where it does not. */
      readonly shownUntil?: number
    }
  | {
      readonly kind: 'problem'
      readonly problem: ArticleProblem
      /** When what is withheld now is to be shown, in milliseconds since 1970. */
      readonly shownFrom?: number
    }
  | { readonly kind: 'ignored'; readonly ignored: Ignored }
