/*
 * Which articles an alert takes for new or changed:
 * - what it does not know is new, what it knows in another version is changed, whatever the id;
 * - what is older than all that it followed is not new: it only took the place of one that went;
 * - what went is remembered, those that went last, so that it is not new when it comes back as it was.
 */
import t from 'tap'
import { compare, followFrom } from '../../src/alerts/follow.js'
import type { ArticleVersion } from '../../src/engine/questions.js'

const article = (id: string, publishedAt?: string, version = 'v'): ArticleVersion => ({
  id,
  version,
  ...(publishedAt !== undefined && { publishedAt })
})
const all = (...articles: ArticleVersion[]) => ({ articles, isAll: true })
const newestOfMore = (...articles: ArticleVersion[]) => ({ articles, isAll: false })
const MOST = 100

t.test('new and changed', (t) => {
  const before = followFrom(all(article('a'), article('b')))
  const same = compare(before, all(article('a'), article('b')), MOST)
  t.strictSame([same.fresh, same.followed === before], [[], true])
  const { fresh, followed } = compare(
    before,
    all(article('constructor'), article('__proto__'), article('a', undefined, 'w'), article('b')),
    MOST
  )
  t.strictSame(fresh, [
    { id: 'constructor', change: 'new' },
    { id: '__proto__', change: 'new' },
    { id: 'a', change: 'changed' }
  ])
  t.equal(followed.seen.get('a'), 'w')
  t.end()
})

t.test('older than what was followed', (t) => {
  const [mai, mars, b] = [article('mai', '2020-05'), article('mars', '2020-03-01'), article('b')]
  const before = followFrom(newestOfMore(mai, mars))
  const { fresh, followed } = compare(before, newestOfMore(mai, article('feb', '2020-02')), MOST)
  t.strictSame(fresh, [], 'it took the place of one that went')
  t.equal(followed.oldest?.id, 'feb')
  t.strictSame(compare(followed, newestOfMore(mai, article('feb', '2020-02', 'w')), MOST).fresh, [
    { id: 'feb', change: 'changed' }
  ])
  const freshIn = (...articles: ArticleVersion[]): string[] =>
    compare(before, newestOfMore(...articles), MOST).fresh.map(({ id }) => id)
  t.strictSame(freshIn(article('april', '2020-04-01'), mars), ['april'], 'between the others')
  t.strictSame(freshIn(article('april', '2020-04-01')), ['april'], 'where the oldest went too')
  t.strictSame(
    freshIn(article('a', '2020-03-01T00:00:00Z'), mars, article('z', '2020-03-01')),
    ['a'],
    'equal dates by id, as the engine lists them'
  )
  t.strictSame(freshIn(b), [], 'an article without a date is the oldest')
  const undated = followFrom(newestOfMore(mai, b))
  t.strictSame(
    compare(undated, newestOfMore(article('a'), article('c')), MOST).fresh.map(({ id }) => id),
    ['a']
  )
  const whole = compare(before, all(mai), MOST).followed
  t.strictSame(
    compare(whole, all(mai, b), MOST).fresh,
    [{ id: 'b', change: 'new' }],
    'where all are followed'
  )
  t.end()
})

t.test('what went and comes back', (t) => {
  let followed = followFrom(all(article('a'), article('b'), article('c')))
  followed = compare(followed, all(article('b'), article('c')), 2).followed
  t.equal(compare(followed, all(article('a'), article('b'), article('c')), 2).followed.seen.size, 3)
  t.strictSame(compare(followed, all(article('a')), 2).fresh, [], 'as it was')
  t.strictSame(
    compare(followed, all(article('a', undefined, 'w')), 2).fresh,
    [{ id: 'a', change: 'changed' }],
    'otherwise'
  )
  for (const id of ['d', 'e']) followed = compare(followed, all(article(id)), 2).followed
  t.equal(followed.seen.size, 3, 'the one that is found, and two that went')
  t.strictSame(compare(followed, all(article('d')), 2).fresh, [])
  t.strictSame(compare(followed, all(article('a')), 2).fresh, [{ id: 'a', change: 'new' }])
  t.end()
})
