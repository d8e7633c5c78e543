import { FIELDS, type FieldKey } from '../../fields.js'
import type { SourceArticle } from '../article.js'

/** What a record states its text under: the text, and a lead that is shown before it. */
export type TextFact = 'text' | 'lead'

/** What a file may state: a fact of the article, its text, or whether and when it is to be shown. */
export type FactName =
  keyof Omit<SourceArticle, 'origin'> | TextFact | 'draft' | 'status' | 'shownFrom' | 'shownUntil'

const LISTED = Object.fromEntries(
  FIELDS.map(({ key, otherKeys }): [string, readonly string[]] => [key, [key, ...otherKeys]])
) as Record<FieldKey, readonly string[]>

/**
 * The keys of each fact, the surest first: our own; those of Hugo, Jekyll, Docusaurus, Astro, Obsidian, WordPress,
 * Ghost, schema.org, Dublin Core and Open Graph; and those of Norwegian archives. `docs/articles.md` has the table.
 */
export const FACT_KEYS: Readonly<Record<FactName, readonly string[]>> = {
  id: ['id', 'identifier', 'uid', 'uuid', 'articleId', 'artikkelId', 'postId'],
  title: ['title', 'tittel', 'headline', 'overskrift', 'postTitle', 'name', 'linkTitle'],
  publishedAt: [
    ...['published', 'publishedAt', 'datePublished', 'publisert', 'publiseringsdato', 'date', 'dato'],
    ...['publishDate', 'pubDate', 'publishedDate', 'publishedTime', 'publishedOn', 'publicationDate'],
    ...[
      'postDate',
      'utgitt',
      'utgivelsesdato',
      'firstPublished',
      'firstCreated',
      'contentCreated',
      'versionCreated',
      'issued',
      'created'
    ],
    ...['createdAt', 'dateCreated', 'opprettet']
  ],
  ...LISTED,
  url: [
    ...[
      'url',
      'link',
      'lenke',
      'canonical',
      'canonicalUrl',
      'originalUrl',
      'sourceUrl',
      'webUrl',
      'permalink'
    ],
    ...['nettadresse', 'mainEntityOfPage', 'uri']
  ],
  aliases: [
    ...[
      'aliases',
      'alias',
      'redirectFrom',
      'formerIds',
      'formerId',
      'tidligereId',
      'tidligereAdresser',
      'oldUrl'
    ],
    ...['oldUrls', 'previousUrl']
  ],
  language: ['language', 'lang', 'språk', 'inLanguage', 'locale', 'målform'],
  text: [
    ...['text', 'tekst', 'articleBody', 'body', 'brødtekst', 'bodyText', 'content', 'innhold', 'fulltekst'],
    ...['fullText', 'postContent', 'contentText', 'contentHtml', 'bodyHtml', 'bodyXhtml', 'html', 'markdown'],
    ...['plaintext', 'blocks', 'lexical', 'mobiledoc']
  ],
  lead: ['ingress', 'lead', 'lede', 'standfirst', 'preamble'],
  draft: ['draft', 'utkast', 'kladd'],
  status: ['status', 'postStatus', 'pubStatus'],
  shownFrom: ['publishDate', 'embargoed', 'embargo'],
  shownUntil: ['expiryDate', 'expires', 'expirationDate', 'utløper', 'utløpsdato', 'avpublisert']
}

const FACTS = Object.keys(FACT_KEYS) as readonly FactName[]

/** Some of the facts under keys of a user's own, which come before all others. */
export type OwnKeys = Readonly<Partial<Record<FactName, readonly string[]>>>

/** The facts that a key may state, with its place among the keys of each; 0 is the surest. */
export type FactNames = ReadonlyMap<string, readonly { readonly fact: FactName; readonly rank: number }[]>

/** Keys are looked up by `plainKey`. */
export const factNames = (own: OwnKeys = {}): FactNames => {
  const names = new Map<string, { readonly fact: FactName; readonly rank: number }[]>()
  const owned = new Set(Object.values(own).flat().map(plainKey))
  for (const fact of FACTS) {
    const mine = own[fact] ?? []
    // A key that the user gives another meaning loses its own.
    const others = FACT_KEYS[fact].filter((key) => !owned.has(plainKey(key)))
    ;[...mine, ...others].forEach((key, rank) => {
      const name = plainKey(key)
      names.set(name, [...(names.get(name) ?? []), { fact, rank }])
    })
  }
  return names
}

/** Namespaces that other programs write before a name: `dc:title`, `article:published_time`, `dcterms.date`. */
const NAMESPACE = /^(?:dc|dcterms|schema|og|article)[:.]/

/**
 * A key as it is looked up: `Publish_Date` → `publishdate`, `dc:creator` → `creator`, `Språk` → `språk`.
 */
export const plainKey = (key: string): string =>
  key
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(NAMESPACE, '')
    .replace(/[\s_-]+/g, '')

export const STANDARD_NAMES = factNames()
