/**
 * The listed fields: facts of an article that are names from a list, so that many articles share one. A row here is all
 * there is to a field: it is read from files, filtered, counted, searched, served and documented as its row says.
 */
export interface FieldRow {
  /** Its name in queries (`author:`), filters and facets. */
  readonly name: string
  /** Its key in an article, and the first one that files may state it under. */
  readonly key: string
  /**
   * Other keys that files may state it under, of other programs and of Norwegian archives, the surest first. Case,
   * spaces, `-` and `_` make no difference.
   */
  readonly otherKeys: readonly string[]
  /** Has an article a list of them, or one at most? */
  readonly isList: boolean
  /** May a query name it before a colon? */
  readonly isQueried: boolean
  /**
   * Is a value found by some of its words (`author:nordmann`), or only by all of it (`source:NRK`)? Quotation marks
   * always mean all of it.
   */
  readonly isQueriedByWord: boolean
  /** May a search be limited to some of its values? */
  readonly isFilter: boolean
  /** May its values be counted over a result? */
  readonly isFacet: boolean
  /** Is it shown in the hits of a search, beside title and date? */
  readonly isInHits: boolean
  /** The property of https://schema.org/NewsArticle that has it, and the type of its values there. */
  readonly schemaOrg: { readonly property: string; readonly type: SchemaOrgType }
  /** For the API's documents: one sentence. */
  readonly description: string
}

/** `Text` is a string, the others an object with a name. */
export type SchemaOrgType = 'Text' | 'Person' | 'Organization'

export const FIELDS = [
  {
    name: 'source',
    key: 'source',
    otherKeys: [
      ...['kilde', 'publisher', 'utgiver', 'avis', 'newspaper', 'publikasjon', 'publication', 'provider'],
      ...['siteName', 'departement', 'etat', 'virksomhet']
    ],
    isList: false,
    isQueried: true,
    isQueriedByWord: false,
    isFilter: true,
    isFacet: true,
    isInHits: true,
    schemaOrg: { property: 'publisher', type: 'Organization' },
    description: 'Who published it, such as a newspaper.'
  },
  {
    name: 'author',
    key: 'authors',
    otherKeys: [
      ...[
        'author',
        'forfattere',
        'forfatter',
        'byline',
        'creator',
        'journalister',
        'journalist',
        'skribent',
        'skrevetAv'
      ],
      ...['postAuthor', 'writer']
    ],
    isList: true,
    isQueried: true,
    isQueriedByWord: true,
    isFilter: true,
    isFacet: true,
    isInHits: true,
    schemaOrg: { property: 'author', type: 'Person' },
    description: 'Who wrote it.'
  },
  {
    name: 'tag',
    key: 'tags',
    otherKeys: [
      ...['tag', 'keywords', 'emneord', 'nøkkelord', 'stikkord', 'merkelapper', 'categories', 'category'],
      ...['kategorier', 'kategori', 'subjects', 'subject', 'emner', 'emne', 'tema', 'topics', 'topic'],
      ...['labels', 'articleSection', 'section', 'sectionName', 'seksjon']
    ],
    isList: true,
    isQueried: false,
    isQueriedByWord: false,
    isFilter: true,
    isFacet: true,
    isInHits: true,
    schemaOrg: { property: 'keywords', type: 'Text' },
    description: 'Keywords.'
  },
  {
    name: 'facet',
    key: 'facets',
    otherKeys: [],
    isList: true,
    isQueried: false,
    isQueriedByWord: false,
    isFilter: true,
    isFacet: true,
    isInHits: false,
    schemaOrg: { property: 'about', type: 'Text' },
    description:
      'Values of facets of your own (`fields.yaml`), each with the name of its facet: `name:value`.'
  }
] as const satisfies readonly FieldRow[]

type Row = (typeof FIELDS)[number]

/** A listed field by its name: `source`, `author`, `tag` or `facet`. */
export type ListedField = Row['name']

/** The listed fields of an article; one that its file does not state is absent, and a list is never empty. */
export type ListedFacts = {
  readonly [Field in Row as Field['key']]?: Field['isList'] extends true ? readonly string[] : string
}

/** The key of a listed field in an article. */
export type FieldKey = Row['key']

type Flag = 'isQueried' | 'isQueriedByWord' | 'isFilter' | 'isFacet'

/** The names of the fields whose rows say so. */
type Flagged<F extends Flag> = Extract<Row, Readonly<Record<F, true>>>['name']

const namesOf = <F extends Flag>(flag: F): readonly Flagged<F>[] =>
  FIELDS.filter((field: FieldRow) => field[flag]).map(({ name }) => name as Flagged<F>)

export const FIELD_NAMES: readonly ListedField[] = FIELDS.map(({ name }) => name)
export const QUERIED_FIELDS = namesOf('isQueried')
export const FIELDS_BY_WORD: readonly ListedField[] = namesOf('isQueriedByWord')
export const FILTER_FIELDS = namesOf('isFilter')
export const FACET_FIELDS = namesOf('isFacet')

/** The keys of the fields that hits show. */
export type HitKey = Extract<Row, { readonly isInHits: true }>['key']

export type SchemaOrgProperty = Row['schemaOrg']['property']

/** The values that an article has under a key. */
export const valuesOf = (article: ListedFacts, key: FieldKey): readonly string[] =>
  [article[key] ?? []].flat()

/** A property for each of the names. */
export const byField = <Name extends ListedField, Value>(
  names: readonly Name[],
  make: (name: Name) => Value
): Readonly<Record<Name, Value>> =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>

/** The name in a value of the field `facet`: `rettsområde` of `rettsområde:Havnerett`; undefined for no name. */
export const facetOf = (value: string): string | undefined => /^([^:\s]+):(?=.)/.exec(value)?.[1]

/**
 * The values of a filter, in groups: an article must have one of each group. Those of `facet` are a group for each
 * name, and one without a name belongs to the name before it.
 *
 * `kommune:Oslo, Bergen, rettsområde:Havnerett` → `kommune:Oslo` or `kommune:Bergen`, and `rettsområde:Havnerett`
 */
export const filterGroups = (
  field: ListedField,
  values: readonly string[]
): readonly (readonly string[])[] => {
  if (field !== 'facet') return [values]
  const groups = new Map<string, string[]>()
  let name = ''
  for (const value of values) {
    const own = facetOf(value)
    name = own ?? name
    const full = own === undefined && name !== '' ? `${name}:${value}` : value
    groups.set(name.toLowerCase(), [...(groups.get(name.toLowerCase()) ?? []), full])
  }
  return [...groups.values()]
}
