import { appended, appendedStrings, appendedTexts, joinedKeyedLists, withRoom } from '../structures/append.js'
import { Strings } from '../structures/string-table.js'
import { joinedFacts } from './articles/facts-growth.js'
import type { ArticleTables } from './articles/article-store.js'
import type { PositionTables } from './positions/positions.js'
import { joinedPostings } from './postings/sealed-postings.js'
import type { RunTables, SegmentTables } from './segment.js'

/** A run of fewer articles than this many times those of the next one is joined with it. */
const JOIN_FACTOR = 4
/** Places in a run that is made of others; what is larger waits for the segment to be made anew. */
const LARGEST_JOINED = 500_000

/**
 * A segment with another one behind it. The articles of the second get the numbers after those of the first; words have
 * the same numbers in both. The first one's columns are continued, not copied (see `append.ts`). Copies remain to be
 * found.
 */
export const joinedSegments = async (
  segment: SegmentTables,
  more: SegmentTables
): Promise<Omit<SegmentTables, 'copies'>> => {
  const [articles, tokens] = [segment.positions.text.length, segment.positions.words.length]
  const runs = Object.values(more.runs).map((run) => shifted(run, articles, tokens))
  const { positions, sketches, ...texts } = await withRoom(largest(segment), largest(more))
  const ids = { ...segment.articles.ids, texts: texts.ids }
  const joined = joinedArticles({ ...texts, ids }, more.articles)
  const joinedIds = new Strings(joined.ids)
  return {
    positions: joinedPositions(positions, more.positions),
    articles: joined,
    facts: joinedFacts(segment.facts, more.facts, (number) => joinedIds.text(number)),
    sketches: appended(sketches, more.sketches),
    averages: segment.averages,
    removed: segment.removed,
    runs: Object.fromEntries((await joinSmall([...Object.values(segment.runs), ...runs])).entries())
  }
}

/** The columns that are long: those of other facts take a few bytes an article. */
const largest = ({ positions, articles, sketches }: SegmentTables) => ({
  positions,
  sketches,
  texts: articles.texts,
  facts: articles.facts,
  ids: articles.ids.texts
})

const joinedPositions = (positions: PositionTables, more: PositionTables): PositionTables => {
  const tokens = positions.words.length
  const [own, others] = [positions.sentences, more.sentences]
  const sentences = own.starts.length
  return {
    first: appended(
      positions.first,
      more.first.subarray(1).map((position) => tokens + position)
    ),
    text: appended(
      positions.text,
      more.text.map((position) => tokens + position)
    ),
    words: appended(positions.words, more.words),
    starts: appended(positions.starts, more.starts),
    lengths: appended(positions.lengths, more.lengths),
    cases: appended(positions.cases, more.cases),
    sentences: {
      first: appended(
        own.first,
        others.first.subarray(1).map((sentence) => sentences + sentence)
      ),
      starts: appended(own.starts, others.starts),
      ends: appended(own.ends, others.ends),
      codes: appended(own.codes, others.codes)
    }
  }
}

const joinedArticles = (articles: ArticleTables, more: ArticleTables): ArticleTables => ({
  ids: appendedStrings(articles.ids, more.ids.texts),
  texts: appendedTexts(articles.texts, more.texts),
  facts: appendedTexts(articles.facts, more.facts)
})

const shifted = (
  { postings, positions, aliases }: RunTables,
  articles: number,
  tokens: number
): RunTables => ({
  postings: { ...postings, articles: postings.articles.map((article) => articles + article) },
  positions: { ...positions, values: positions.values.map((position) => tokens + position) },
  aliases: { ...aliases, values: aliases.values.map((article) => articles + article) }
})

/**
 * Joins the last runs as long as one is not much larger than the next, so that there are few, and each article is
 * copied a few times. The first run has lists for all words and stays as it is.
 */
const joinSmall = async (runs: readonly RunTables[]): Promise<readonly RunTables[]> => {
  const [before, last] = runs.slice(-2) as [RunTables, RunTables | undefined]
  if (last === undefined || runs.length < 3) return runs
  const [size, next] = [before, last].map(({ positions }) => positions.values.length) as [number, number]
  if (size >= JOIN_FACTOR * next || size + next > LARGEST_JOINED) return runs
  const joined: RunTables = {
    postings: await joinedPostings([before.postings, last.postings]),
    positions: await joinedKeyedLists([before.positions, last.positions]),
    aliases: await joinedKeyedLists([before.aliases, last.aliases])
  }
  return joinSmall([...runs.slice(0, -2), joined])
}
