/*
 * The document of an article in the cluster:
 * - has the impacts that the engine in memory has, of the same keys;
 * - has each word with each way to write it;
 * - is the same whatever articles were written before;
 * - has a reading that decodes to the words, however many bytes they take.
 */
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { DocumentWriter } from '../../src/engine/opensearch/layout/article-document.js'
import { decodeReading } from '../../src/engine/opensearch/layout/stored-reading.js'
import { keyName } from '../../src/engine/opensearch/layout/token-names.js'
import { ImpactReader } from '../../src/segment/postings/impacts.js'
import { isPartKey, levelOf, termOfKey } from '../../src/segment/postings/postings.js'
import { readArticle } from '../../src/segment/read-article.js'
import { VocabularyBuilder } from '../../src/segment/words/vocabulary-builder.js'

const models = loadModels()
const AVERAGES = { title: 6, text: 40 }

const ARTICLES: readonly SourceArticle[] = [
  {
    id: 'a',
    title: 'IKT-Norge om digitaliseringsstrategien',
    text: 'Regjeringens strategi for digitalisering. IKT-Norge satt ved bordet, sa Ål-ordfører Åse Å. Å LO og Lo.'
  },
  { id: 'b', title: 'LO', text: 'Fotballspillere og fotballspilleren. Inn- og utvandring. TV 2 og TV2.' },
  { id: 'c', title: '', text: `Lenke ${'æøå'.repeat(9000)} og film, filmen, filmene.` },
  { id: 'd', title: 'Uten tekst', text: '' }
]

const impactsInMemory = (source: SourceArticle): Record<string, number> => {
  const { title, text } = readArticle(source, models)
  const words = new VocabularyBuilder(models.analyze)
  const positions = {
    first: Uint32Array.of(0, title.tokens.length + text.tokens.length),
    text: Uint32Array.of(title.tokens.length),
    words: Uint32Array.from([...title.tokens, ...text.tokens], ({ word }) => words.count(word))
  }
  const impacts = new ImpactReader(positions, words, AVERAGES).impacts(0)
  return Object.fromEntries(
    Array.from(impacts, ([key, impact]) => [
      keyName(words.term(termOfKey(key)), isPartKey(key)),
      2 * levelOf(impact) + 1
    ])
  )
}

t.test('its impacts are those of the engine in memory', (t) => {
  const writer = new DocumentWriter(models, AVERAGES)
  for (const article of ARTICLES) {
    const { keys, impacts } = writer.write(article).document
    t.same({ ...impacts }, impactsInMemory(article), article.id)
    t.same([...keys].sort(), Object.keys(impacts).sort())
  }
  t.end()
})

t.test('it has each word as it is written', (t) => {
  const { words } = new DocumentWriter(models, AVERAGES).write({
    id: 'a',
    title: '',
    text: 'Vi så LO og Lo. Lo, vi lo.'
  }).document
  t.same(words.filter((word) => word.endsWith('lo')).sort(), ['0^lo', '1^lo', '2^lo', 'lo', 'n^lo'])
  t.same(words.filter((word) => word.endsWith('vi')).sort(), ['0^vi', '1^vi', 'vi'])
  t.end()
})

t.test('it depends on its article alone', (t) => {
  const alone = ARTICLES.map((article) => new DocumentWriter(models, AVERAGES).write(article))
  const writer = new DocumentWriter(models, AVERAGES)
  t.same(
    [...ARTICLES].reverse().map((article) => writer.write(article)),
    alone.toReversed()
  )
  t.end()
})

t.test('its reading has its words', (t) => {
  const writer = new DocumentWriter(models, AVERAGES)
  for (const article of ARTICLES) {
    const { title, text } = readArticle(article, models)
    const { tokens, word, titleLength } = decodeReading(writer.write(article).document.reading)
    t.same(
      Array.from(tokens, (place) => word(place)),
      [...title.tokens, ...text.tokens].map((token) => token.word)
    )
    t.equal(titleLength, title.tokens.length)
  }
  t.end()
})
