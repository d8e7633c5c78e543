/*
 * What every engine keeps to, whatever lies beneath:
 * - an answer is plain JSON, and so may be a question; equal questions have equal answers;
 * - offsets are UTF-16 code units into the text that `article` (or the question) has;
 * - an id that is nobody's is an error of its own code;
 * - a generation that was replaced goes on answering for a while, one that is not known is `generation-gone`; a new one
 *   is told, once, to those who listen;
 * - it may be closed twice;
 * - and what the files in `contract/` say of pages, copies, suggestions and how verbs agree.
 */
import assert from 'node:assert/strict'
import type { Test } from 'tap'
import type { Request } from '../../src/engine/engine.js'
import { testAgreement } from './contract/agreement.js'
import { checkSpans, listIn, plain, questions, refuses } from './contract/checks.js'
import { testCopies } from './contract/copies.js'
import type { EngineMaker } from './contract/engine-maker.js'
import { testPages } from './contract/pages.js'
import { testSuggestions } from './contract/suggestions.js'
import { testRelatedArticles } from './related-articles.js'
import { NEWS, QUESTIONS, VERBS } from './questions.js'

export type { EngineMaker }

/** The suite, for one way to make engines. */
export const testEngine = (t: Test, maker: EngineMaker): void => {
  t.test('questions and answers are plain JSON, and equal ones go together', async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const [verb, question] of questions()) {
      const answer = await engine.ask(verb, question)
      const about = `${verb} ${JSON.stringify(question)}`
      assert.deepEqual(structuredClone(answer), answer, `${about}: it can be sent to a thread`)
      assert.deepEqual(plain(answer), answer, `${about}: it is JSON`)
      assert.deepEqual(await engine.ask(verb, plain(question)), answer, `${about}: asked again`)
      const list = listIn(answer)
      t.ok(list.length > 0, about)
    }
    await engine.close()
  })

  testPages(t, maker)

  testCopies(t, maker)

  t.test('offsets are into the text', async (t) => {
    const engine = await maker.make(NEWS, t)
    const text = async (id: string): Promise<string> => (await engine.ask('article', { id })).text
    for (const [verb, question] of questions()) {
      const answer = await engine.ask(verb, question)
      if (verb === 'analyze') checkSpans((question as Request<'analyze'>).text.normalize('NFC'), answer)
      else if ('hits' in answer)
        for (const { id, snippets } of answer.hits) checkSpans(await text(id), snippets)
      else if ('items' in answer)
        for (const item of answer.items) {
          if ('articleId' in item) checkSpans(await text(item.articleId), item)
          else if (verb === 'articleSnippets' || verb === 'articleEntities')
            checkSpans(await text((question as Request<'article'>).id), item)
        }
      else if (verb === 'article') checkSpans(await text((question as Request<'article'>).id), answer)
    }
    await engine.close()
  })

  testAgreement(t, maker)

  testRelatedArticles(t, maker)

  testSuggestions(t, maker)

  t.test("an id that is nobody's", async (t) => {
    const engine = await maker.make(NEWS, t)
    for (const id of [
      'nope',
      '',
      '__proto__',
      'constructor',
      '\0',
      'person:ingen',
      'person:',
      'place:toString'
    ]) {
      for (const verb of OF_ARTICLES)
        await refuses(engine, verb, { ...QUESTIONS[verb][0]!, id }, { code: 'article-not-found' })
      for (const verb of OF_ENTITIES)
        await refuses(engine, verb, { ...QUESTIONS[verb][0]!, id }, { code: 'entity-not-found' })
    }
    await engine.close()
  })

  t.test('generations', async (t) => {
    const engine = await maker.make(NEWS, t)
    const first = engine.generation!
    const [question] = QUESTIONS.search
    const before = await engine.ask('search', question!)
    t.same(await engine.ask('search', question!, first), before, 'the newest one by name')
    for (const verb of VERBS)
      await refuses(engine, verb, QUESTIONS[verb][0]!, { code: 'generation-gone', at: 'unknown' })

    const told: string[] = []
    const end = engine.onChange((generation) => told.push(generation))
    await maker.replace(engine, NEWS.slice(1), t)
    const second = engine.generation!
    t.not(second, first, 'other articles, another name')
    t.strictSame(told, [second])
    t.equal(engine.status.articles, NEWS.length - 1)
    t.same(await engine.ask('search', question!, first), before, 'the one before goes on answering alike')
    end()
    await maker.replace(engine, NEWS, t)
    t.strictSame(told, [second], 'who has ended listening is told nothing')
    t.equal(engine.generation, first, 'the same articles, the same name')
    await engine.close()
  })

  t.test('it may be closed twice', async (t) => {
    const engine = await maker.make(NEWS, t)
    await engine.close()
    await t.resolves(engine.close())
  })
}

const OF_ARTICLES = ['article', 'articleSnippets', 'articleEntities', 'articleQuotes'] as const
const OF_ENTITIES = ['entity', 'entityArticles', 'mentions', 'related', 'entityQuotes'] as const
