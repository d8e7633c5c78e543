import type { XmlElement } from './element.js'

/** A use of XML that holds articles. */
export interface XmlDialect {
  /** Local names of its root elements. */
  readonly roots: readonly string[]
  /** Local names of the elements that hold an article each; may be the root. */
  readonly records: readonly string[]
  /**
   * What a record states, under keys that records may have (see `recordArticle`), with `text` as plain text or HTML.
   *
   * @param around the elements that the record is in, the root first
   * @returns a string names what else it is, where it is no article
   */
  readonly read: (
    record: XmlElement,
    around: readonly XmlElement[]
  ) => Readonly<Record<string, unknown>> | string
}
