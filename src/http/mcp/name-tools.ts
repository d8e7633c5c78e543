import type { Entity } from '../../engine/questions.js'
import { ENTITY_ID } from '../schemas/parameters.js'
import { QUOTE_KINDS } from '../schemas/quote.js'
import { oneOf, text } from '../schemas/values.js'
import { FILTERS, part, tool, words, WORDS, type Ask } from './tool.js'
import { filterOf } from '../ask.js'

/** Other names, roles and related entities of one entity, at most. */
const MOST = 10

const shortened = ({ aliases, roles, ...entity }: Entity) => ({
  ...entity,
  aliases: aliases.slice(0, MOST),
  ...(roles && { roles: roles.slice(0, MOST) })
})

/** The entity of an id; else those that have the words in a name, the one that is named most first. */
const entitiesOf = async (ask: Ask, named: string, size: number) =>
  ENTITY_ID.safeParse(named).success
    ? { total: 1, items: [await ask('entity', { id: named.trim() })] }
    : ask('entities', { q: named, sort: 'mentions', size, offset: 0 })

const entity = tool({
  name: 'entity',
  title: 'Look up a name',
  description:
    'A person, organisation, place, product or event that the articles name: its id, its other names, roles, how often ' +
    'it is named and quoted; and what is named together with the first one found.',
  input: {
    entity: text(300).min(1).describe('Its id, such as person:paul-chaffey, or words of its name.'),
    size: part(20, 5).size
  },
  answer: async (ask, { entity: named, size }) => {
    const { total, items } = await entitiesOf(ask, named, size)
    const [first] = items
    const related =
      first === undefined ? [] : (await ask('related', { id: first.id, size: MOST, offset: 0 })).items
    return {
      total,
      items: items.map(shortened),
      related: related.map(({ id, name, count }) => ({ id, name, count }))
    }
  }
})

const speakers = tool({
  name: 'speakers',
  title: 'Who is quoted most',
  description: 'Who is quoted in the articles that match, and how often, most first.',
  input: { q: words, ...FILTERS, ...part(50, 10) },
  answer: async (ask, { q, size, offset, ...filter }) => {
    const { total, items } = await ask('speakers', {
      q,
      ...WORDS,
      filter: filterOf(filter),
      sort: 'quotes',
      size,
      offset
    })
    return { total, items }
  }
})

const quotes = tool({
  name: 'quotes',
  title: 'Who said what',
  description:
    'What people and organisations say in the articles, directly or as reported, with who says it and in which article. ' +
    'Offsets are UTF-16 code units into the text of the article.',
  input: {
    q: words,
    speaker: ENTITY_ID.optional().describe(
      'The id of who is quoted, as the tools `entity` and `speakers` give it.'
    ),
    kind: oneOf(QUOTE_KINDS).optional().describe('Only quotes of this kind.'),
    ...FILTERS,
    ...part(30, 8)
  },
  answer: async (ask, { q, speaker, kind, size, offset, ...filter }) => {
    const found = await ask('quotes', { q, ...WORDS, speaker, kind, filter: filterOf(filter), size, offset })
    return {
      total: found.total,
      items: found.items.map(
        ({ articleId, title, publishedAt, source, kind, text, start, end, speaker: by }) => ({
          ...{ articleId, title, publishedAt, source, kind, text, start, end },
          ...(by && { speaker: { text: by.text, entity: by.entity, name: by.name } })
        })
      )
    }
  }
})

/** Tools that ask who and what is named, and who says what. */
export const NAME_TOOLS = [entity, speakers, quotes]
