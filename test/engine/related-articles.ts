/*
 * What every engine keeps to:
 * - the articles that are about the same as one are neither that article nor its copies, nor what was taken out;
 * - those with most in common come first, as many as a filter lets pass, and what ties them is in both.
 */
import type { Test } from 'tap'
import type { EngineMaker } from './contract/engine-maker.js'
import { STORIES, WHOLE } from './questions.js'

export const testRelatedArticles = (t: Test, maker: EngineMaker): void => {
  t.test('articles about the same', async (t) => {
    const engine = await maker.make(STORIES, t)
    const related = (id: string, filter = {}) => engine.ask('relatedArticles', { id, filter, ...WHOLE })
    const { items } = await related('bru')
    t.strictSame(
      items.map(({ id }) => id),
      ['bru-2', 'bru-3'],
      'that on the same bridge and its engineer, then that on the bridge alone; no copy, nothing else'
    )
    t.match(items[0]!.ties, {
      terms: [{ text: 'hengebro' }],
      entities: [{ id: 'person:siri-foss', type: 'person', name: 'Siri Foss' }]
    })
    t.notOk(items[1]!.ties.entities.some(({ id }) => id === 'person:siri-foss'))
    for (const { id, score, ties } of items) {
      t.ok(score > 0 && score <= 1, id)
      for (const list of [ties.terms, ties.entities])
        t.strictSame(
          list.map(({ share }) => share),
          list.map(({ share }) => share).sort((a, b) => b - a),
          'the strongest first'
        )
      const { entities = [] } = await engine.ask('article', { id })
      for (const tie of ties.entities) t.ok(entities.some(({ entity }) => entity === tie.id))
    }
    t.ok(items[0]!.score > items[1]!.score)
    t.match(await related('bru', { source: ['bladet'] }), { total: 1, items: [{ id: 'bru-3' }] })
    await t.rejects(related('nope'), { code: 'article-not-found' })
    t.match(await related('alene'), { total: 0, items: [] }, 'shares nothing')
    const [, { ...gone }] = STORIES
    await maker.replace(
      engine,
      STORIES.filter(({ id }) => id !== gone.id),
      t
    )
    t.strictSame(
      (await related('bru')).items.map(({ id }) => id),
      ['bru-3'],
      'what was taken out is no more'
    )
    await engine.close()
  })
}
