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
  title: ['title', 'tittel', 'headline', 'overskrift', 'postTitle', 'webTitle', 'name', 'linkTitle'],
  publishedAt: [
    ...[
      'published',
      'publishedAt',
      'datePublished',
      'publisert',
      'publisertDato',
      'publiseringsdato',
      'date',
      'dato'
    ],
    ...['publishDate', 'pubDate', 'publishedDate', 'publishedTime', 'publishedOn', 'publicationDate'],
    ...[
      'postDate',
      'utgitt',
      'utgivelsesdato',
      'kunngjort',
      'firstPublished',
      'firstCreated',
      'contentCreated',
      'versionCreated',
      'issued',
      'created'
    ],
    ...['webPublicationDate', 'displayDate', 'createdAt', 'dateCreated', 'opprettet']
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
    ...['plaintext', 'blocks', 'contentElements', 'lexical', 'mobiledoc']
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

/** Facets of a user's own, each with the keys that state its values. */
export type OwnFacets = ReadonlyMap<string, readonly string[]>

/** What a key may state. */
interface NamedFact {
  readonly fact: FactName
  /** Its place among the keys of the fact; 0 is the surest. */
  readonly rank: number
  /** The facet of the user's own that its values belong to, where the fact is `facets`. */
  readonly facet?: string
}

/** The facts that a key may state. */
export type FactNames = ReadonlyMap<string, readonly NamedFact[]>

/** Keys are looked up by `plainKey`. */
export const factNames = (own: OwnKeys = {}, facets: OwnFacets = new Map()): FactNames => {
  const names = new Map<string, NamedFact[]>()
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
  // A key of a facet keeps what else it states: a department may be the source, and a facet.
  for (const [facet, keys] of facets)
    keys.map(plainKey).forEach((name, rank) => {
      names.set(name, [...(names.get(name) ?? []), { fact: 'facets', rank, facet }])
    })
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
