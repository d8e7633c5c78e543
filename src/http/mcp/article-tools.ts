import { z } from 'zod'
import type { ArticleAnswer } from '../../engine/questions.js'
import { ARTICLE_PATH } from '../schemas/parameters.js'
import { oneOf } from '../schemas/values.js'
import { FILTERS, part, tool, words, WORDS } from './tool.js'
import { filterOf } from '../ask.js'

/** Characters of a passage. */
const PASSAGE = 240

/** Names of one article, at most. */
const MOST_NAMES = 30

/** Periods of a timeline, at most: 83 years of months. */
const MOST_PERIODS = 1000

const search = tool({
  name: 'search',
  title: 'Search the articles',
  description:
    'Finds Norwegian news articles, best first, each with the passage that matches best. Inflections, compounds, ' +
    'bokmål and nynorsk find each other. Read a whole article with the tool `article`.',
  input: {
    q: words,
    ...FILTERS,
    sort: oneOf(['relevance', 'newest', 'oldest']).default('relevance').describe('The order of the hits.'),
    ...part(20, 5)
  },
  answer: async (ask, { q, sort, size, offset, ...filter }) => {
    const { query, total, hits } = await ask('search', {
      q,
      ...WORDS,
      filter: filterOf(filter),
      sort: q.trim() === '' && sort === 'relevance' ? 'newest' : sort,
      facets: [],
      facetSize: 1,
      facetSort: 'count',
      snippets: { count: 1, length: PASSAGE },
      explain: false,
      size,
      offset
    })
    return {
      total,
      hits: hits.map(({ id, title, publishedAt, source, url, snippets }) => ({
        ...{ id, title, publishedAt, source, url },
        snippets: snippets.map(({ text }) => text)
      })),
      ...(query.relaxed && { relaxed: true }),
      ...(query.didYouMean !== undefined && { didYouMean: query.didYouMean }),
      ...(query.warnings.length > 0 && { warnings: query.warnings })
    }
  }
})

const snippets = tool({
  name: 'snippets',
  title: 'Find passages',
  description:
    'Finds the passages of the whole collection that answer a question best, several of one article where it has them. ' +
    'Offsets are UTF-16 code units into the text of the article.',
  input: { q: words, ...FILTERS, ...part(30, 8) },
  answer: async (ask, { q, size, offset, ...filter }) => {
    const found = await ask('snippets', {
      q,
      ...WORDS,
      filter: filterOf(filter),
      snippetLength: PASSAGE,
      size,
      offset
    })
    return {
      total: found.total,
      items: found.items.map(({ articleId, title, publishedAt, source, text, start, end }) => ({
        ...{ articleId, title, publishedAt, source, text, start, end }
      }))
    }
  }
})

/** Each entity that the article names once, in the order of the text, with the words that name it first. */
const namesOf = ({ entities = [] }: ArticleAnswer) => {
  const named = new Map<string, string>()
  for (const { entity, text, credit } of entities)
    if (credit === undefined && !named.has(entity)) named.set(entity, text)
  return [...named].slice(0, MOST_NAMES).map(([id, text]) => ({ id, text }))
}

/** Where a part of a text that begins or ends at `at` may do so: not within a surrogate pair. */
const betweenCharacters = (text: string, at: number): number =>
  (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at

const article = tool({
  name: 'article',
  title: 'Read an article',
  description:
    'One article by its id: facts, whom and what it names, and its text from `start`. Where `end` is less than `textLength`, ' +
    'ask again with it as `start`.',
  input: {
    id: ARTICLE_PATH.shape.id,
    start: z
      .number()
      .int()
      .min(0)
      .default(0)
      .describe('Where the part of the text begins, in UTF-16 code units.'),
    length: z.number().int().min(100).max(50_000).default(8000).describe('Its length, at most.')
  },
  answer: async (ask, { id, start, length }) => {
    const found = await ask('article', { id })
    const { title, publishedAt, source, authors, tags, url, language, text } = found
    const begin = betweenCharacters(text, Math.min(start, text.length))
    const end = betweenCharacters(text, Math.min(begin + length, text.length))
    return {
      ...{ id: found.id, title, publishedAt, source, authors, tags, url, language },
      entities: namesOf(found),
      text: text.slice(begin, end),
      start: begin,
      end,
      textLength: text.length
    }
  }
})

const timeline = tool({
  name: 'timeline',
  title: 'Count articles over time',
  description:
    'How many of the articles that match were published in each year or month, in order; periods without any are left out.',
  input: {
    q: words,
    ...FILTERS,
    by: oneOf(['year', 'month']).default('year').describe('The period that is counted.')
  },
  answer: async (ask, { q, by, ...filter }) => {
    const { total, facets } = await ask('search', {
      q,
      ...WORDS,
      filter: filterOf(filter),
      sort: 'newest',
      facets: [by],
      facetSize: MOST_PERIODS,
      // By value, periods without articles count among those that are answered at most.
      facetSort: 'count',
      snippets: { count: 0, length: PASSAGE },
      explain: false,
      size: 1,
      offset: 0
    })
    return {
      total,
      items: (facets[by] ?? [])
        .toSorted((a, b) => (a.value < b.value ? -1 : 1))
        .map(({ value, count }) => ({ [by]: value, count }))
    }
  }
})

/** Tools that ask for articles and passages. */
export const ARTICLE_TOOLS = [search, snippets, article, timeline]
