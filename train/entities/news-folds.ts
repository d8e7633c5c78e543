import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { EntityCatalogue } from '../../src/entities/catalogue/entity-catalogue.js'
import { identify } from '../../src/entities/catalogue/identities.js'
import { nameAt } from '../../src/entities/catalogue/stored-article.js'
import { formatId } from '../../src/entities/name-key.js'
import { ENTITY_TYPES } from '../../src/entities/entity-type.js'
import { roleText } from '../../src/entities/article/roles.js'
import { servedNames } from '../../src/entities/norwegian-names.js'
import { createRecogniser } from '../../src/entities/recogniser/recogniser.js'
import { decodeEntityModel } from '../../src/entities/recogniser/model-file.js'
import { annotateText, type AnnotatedText } from '../../src/segment/annotations/annotation-builder.js'
import { readConll } from '../../tools/conll.js'
import { encodeEntityModel } from './encode-model.js'
import { readFurtherNews } from './further-news.js'
import { newsDocuments, readLabelledArticles, type LabelledArticle } from './news.js'
import { NewsScore, type FoundInArticle } from './news-score.js'
import { LISTS, readPublicNames } from './public-names.js'
import { factsOfModel } from './raw-facts.js'
import { trainModel } from './train-model.js'

// Names, identity, speech and roles of the labelled news articles, each read by a model that was trained without it:
//
//     npm run bench:news -- --data DIR --models DIR [--facts FILE] [--folds 5] [--faults] [--only 0|1]
//
// DIR is as for train:entities. Models are kept in --models and read from there the next time. --only takes every
// second article, the even ones or the odd ones; --faults lists what was wrong.
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    models: { type: 'string' },
    facts: { type: 'string', default: 'models/entities.bin.gz' },
    names: { type: 'string', default: 'train/entities/public-names' },
    folds: { type: 'string', default: '5' },
    faults: { type: 'boolean', default: false },
    only: { type: 'string' }
  }
})
if (values.data === undefined || values.models === undefined)
  throw new Error('--data DIR or --models DIR is missing')
const { data, models } = values
const folds = Number(values.folds)
mkdirSync(models, { recursive: true })

const articles = readLabelledArticles(join(data, 'news', 'labelled.jsonl'))

const foldOf = (article: number): number => article % folds

const readModel = (fold: number): Buffer => {
  const path = join(models, `fold-${fold}.bin.gz`)
  if (!existsSync(path)) writeFileSync(path, train(fold))
  return readFileSync(path)
}

const train = (fold: number): Buffer => {
  const publicNames = readPublicNames(values.names)
  const placeBit = 1 << LISTS.indexOf('places')
  const news = newsDocuments(
    [
      ...articles.filter((_, article) => foldOf(article) !== fold),
      ...readFurtherNews('train/entities/further-news.tsv', join(data, 'norquad', 'articles.jsonl'))
    ],
    (form) => ((publicNames.get(form) ?? 0) & placeBit) !== 0
  )
  const treebank = ['nb', 'nn'].flatMap((standard) =>
    readConll(join(data, 'norne', `${standard}-train.conll`))
  )
  return encodeEntityModel(
    trainModel(
      { treebank, news },
      { raw: factsOfModel(decodeEntityModel(readFileSync(values.facts))), publicNames }
    )
  )
}

/** All articles in one catalogue, as the service has them. */
const readAll = (): { readonly annotated: AnnotatedText[]; readonly catalogue: EntityCatalogue } => {
  const catalogue = new EntityCatalogue()
  const annotated = new Array<AnnotatedText>(articles.length)
  for (let fold = 0; fold < folds; fold++) {
    const findNames = servedNames(createRecogniser(decodeEntityModel(readModel(fold)), 'news'))
    articles.forEach(({ id, text }, at) => {
      if (foldOf(at) !== fold) return
      annotated[at] = annotateText(text, { findNames })
      catalogue.set(id, text, annotated[at].entities)
    })
  }
  return { annotated, catalogue }
}

const { annotated, catalogue } = readAll()
const { heads, types } = identify(catalogue)

const foundIn = ({ id, text }: LabelledArticle, { entities, quotes }: AnnotatedText): FoundInArticle => {
  const stored = catalogue.get(id)!
  const headOf = (mention: number): number => heads[nameAt(stored.mentions, mention)]!
  const idOf = (head: number): string => formatId(types[head]!, catalogue.evidence.texts.text(head))
  const idsByEntity = new Map(entities.mentions.map(({ entity }, i) => [entity, idOf(headOf(i))]))
  return {
    names: entities.mentions.map(({ start, end, role, credit }, i) => ({
      start,
      end,
      id: idOf(headOf(i)),
      type: ENTITY_TYPES[types[headOf(i)]!]!,
      ...(role !== undefined && { role: roleText(text, role) }),
      isCredit: credit === true
    })),
    speech: quotes.map(({ start, end, kind, speaker }) => {
      const who = speaker?.entity === undefined ? undefined : idsByEntity.get(speaker.entity)
      return { start, end, kind, ...(who !== undefined && { speaker: who }) }
    })
  }
}

const score = new NewsScore()
articles.forEach((article, at) => {
  if (values.only !== undefined && at % 2 !== Number(values.only)) return
  score.addArticle(article, foundIn(article, annotated[at]!))
})
if (values.faults) console.log(score.faults.join('\n'))
console.log(JSON.stringify(score.figures()))
