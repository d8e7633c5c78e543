import { z } from 'zod'
import { LANGUAGES } from '../../engine/questions.js'
import {
  FIELDS,
  type FieldRow,
  type HitKey,
  type ListedFacts,
  type SchemaOrgProperty,
  type SchemaOrgType
} from '../../fields.js'
import { entityId, EntityMentionSchema } from './entity-mention.js'
import { listOf } from './answers.js'
import { fieldsOf } from './fields.js'
import { ARTICLE_ID_PATTERN, count, publishedAt } from './shared.js'
import { filledIn, typeNamed, oneOf } from './values.js'

export const LanguageSchema = oneOf(LANGUAGES).meta({
  id: 'Language',
  description:
    'As the file states it, otherwise detected: `nb` bokmål, `nn` nynorsk, by the words and endings that only one ' +
    'of them has; ' +
    'a Norwegian text with none of these is taken for bokmål. `und`: not Norwegian, too short to tell, or equally ' +
    'much of both.'
})

type ListedShape = {
  readonly [Key in keyof ListedFacts]-?: z.ZodOptional<
    ListedFacts[Key] extends string | undefined ? z.ZodString : z.ZodArray<z.ZodString>
  >
}

const listedShape = (fields: readonly FieldRow[]): unknown =>
  Object.fromEntries(
    fields.map(({ key, isList, description }) => [
      key,
      (isList ? z.array(z.string()) : z.string()).optional().describe(description)
    ])
  )

/** The listed fields of an article. */
const LISTED_FACTS = listedShape(FIELDS) as ListedShape

/** Those of them that hits show. */
export const HIT_FACTS = listedShape(
  (FIELDS as readonly FieldRow[]).filter(({ isInHits }) => isInHits)
) as Pick<ListedShape, HitKey>

const OriginSchema = z
  .object({
    file: z.string().describe('Path below the article folder, with `/`.'),
    line: z.number().int().min(1).optional().describe('Where the record starts, if the file has several.')
  })
  .meta({ id: 'Origin', description: 'Where an article was read.' })

export const ArticleSchema = z
  .object({
    id: z
      .string()
      .describe(
        "As the file states it, else made from the file's path below the folder without its extension " +
          '(`2019-05-leder`), and from the line too (`arkiv-17`) for a record of a `.jsonl` file. Letters ' +
          'beyond A to Z are spelt out and what has no place in a URL becomes `-`: ' +
          '`blåbær på øya.txt` is `blabaer-pa-oya`.'
      )
      .meta({ pattern: ARTICLE_ID_PATTERN }),
    title: z
      .string()
      .describe(
        "As the file states it, else the heading of a Markdown file, else the text's first line or sentence."
      ),
    text: z.string().describe('The whole text in NFC, with an empty line between paragraphs.'),
    language: LanguageSchema,
    publishedAt: publishedAt.optional(),
    ...LISTED_FACTS,
    url: z
      .string()
      .optional()
      .describe('Where it was published: an address that starts with `https://` or `http://`.'),
    wordCount: count('Words and numbers in `text`.'),
    origin: OriginSchema.optional().describe('The file that the article was read from.'),
    entities: z
      .array(EntityMentionSchema)
      .optional()
      .describe(
        'Every mention, in text order. Only in the answer for a single article, and not while names are still being ' +
          'read, nor if there are more than 10,000: `/v1/articles/{id}/entities` pages through them.'
      )
  })
  .meta({ id: 'Article', description: 'Facts that the file does not state are absent.' })

export const ARTICLE_FIELDS = fieldsOf(ArticleSchema)

export const ArticleListSchema = listOf(ArticleSchema, 'ArticleList')

/** The order of a list of articles. */
export const DateSort = oneOf(['newest', 'oldest'])
  .meta(typeNamed('DateSort', 'An order by date.'))
  .default('newest')
  .describe('Articles without a date come last.')
  .meta(filledIn('newest'))

/** `NRK`, `{ "@type": "Person", "name": "Kari Nordmann" }` */
export type SchemaOrgValue = string | { '@type': string; name: string }

const named = (type: SchemaOrgType): z.ZodType<SchemaOrgValue> =>
  z
    .object({ '@type': z.literal(type).describe('Its type.'), name: z.string().describe('Its name.') })
    .meta({ id: `SchemaOrg${type}`, description: `https://schema.org/${type}` })

const SCHEMA_ORG_TYPES: Readonly<Record<SchemaOrgType, z.ZodType<SchemaOrgValue>>> = {
  Text: z.string(),
  Person: named('Person'),
  Organization: named('Organization')
}

export type SchemaOrgFacts = Partial<Record<SchemaOrgProperty, SchemaOrgValue | SchemaOrgValue[]>>

/** The listed fields under their properties of schema.org. */
const SCHEMA_ORG_FACTS = Object.fromEntries(
  FIELDS.map(({ isList, description, schemaOrg: { property, type } }) => {
    const value = SCHEMA_ORG_TYPES[type]
    return [property, (isList ? z.array(value) : value).optional().describe(description)]
  })
) as Record<SchemaOrgProperty, z.ZodOptional<z.ZodType<SchemaOrgValue | SchemaOrgValue[]>>>

const MentionedSchema = z
  .object({
    '@type': oneOf(['Person', 'Organization', 'Place', 'Product', 'Event'])
      .meta({ id: 'SchemaOrgMentionedType', description: 'What may be mentioned.' })
      .describe('Its type.'),
    identifier: entityId,
    name: z.string().describe('Its most frequent full name.')
  })
  .meta({ id: 'SchemaOrgMentioned', description: 'Who or what an article names.' })

/** https://schema.org/NewsArticle */
export const NewsArticleSchema = z
  .object({
    '@context': z.literal('https://schema.org').describe('The vocabulary.'),
    '@type': z.literal('NewsArticle').describe('What it is.'),
    identifier: z.string().describe('`id` of the article.'),
    headline: z.string().describe('`title` of the article.'),
    articleBody: z.string().describe('`text` of the article.'),
    wordCount: count('Words and numbers in the text.'),
    inLanguage: z.string().optional().describe('`nb` or `nn`; absent where it is neither.'),
    datePublished: publishedAt.optional(),
    ...SCHEMA_ORG_FACTS,
    url: z.string().optional().describe('Where it was published.'),
    mentions: z
      .array(MentionedSchema)
      .optional()
      .describe('Who and what it names, in the order of the text; absent while that is still being read.')
  })
  .meta({ id: 'NewsArticle', description: 'The article as schema.org JSON-LD.' })
