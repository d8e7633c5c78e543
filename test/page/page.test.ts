/*
 * The page at `/`, in a browser, over the five articles:
 * - a browser gets the page, others the index of links in JSON; all its files are at most 60 kB, compressed;
 * - what is typed is completed and searched; hits have what matches marked, and their address leads back to them;
 * - facets, the timeline, speakers and names of the picture filter, and a chip takes a filter away;
 * - a title stands once where the text begins with it; a passage that is cut shows `…`, paragraphs are lines;
 * - a word longer than the screen breaks; where nothing is found, there is nothing to sort or narrow;
 * - a timeline of months names months; one of a long time has few bars, however old an article is, and each filters;
 * - what the query was not read as is told; a completion has no number beside it, as each kind counts something else;
 * - an article opens by its title and closes by Escape, with the keyboard alone, and going back goes back;
 * - axe finds nothing: in each view, light and dark, on a phone, in each language;
 * - nothing is asked of another host, and nothing is refused by the content security policy.
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { demoArticles } from '../../src/flags.js'
import { startService } from '../http/service.js'
import { CHROMIUM, WITHOUT_CHROMIUM } from './chromium.js'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

t.test('its files are small', (t) => {
  const folder = new URL('../../page/', import.meta.url)
  const sizes = readdirSync(folder).map((name) => gzipSync(readFileSync(new URL(name, folder))).length)
  t.ok(sizes.reduce((sum, size) => sum + size, 0) <= 60_000)
  t.end()
})

t.test('who gets it', async (t) => {
  const { ask } = await startService(t)
  const browser = await ask('/', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
  t.match(browser.headers['content-type'], 'text/html')
  t.match(browser.headers['content-security-policy'], "default-src 'none'")
  t.notMatch(browser.body, /<style|<script>|\son\w+=|style=/, 'nothing inline')
  t.match((await ask('/')).json(), { name: 'Nyhetssøk', links: { docs: '/docs' } })
  t.equal((await ask('/page/nope.js')).statusCode, 404)
})

t.test('in a browser', { skip: WITHOUT_CHROMIUM }, async (t) => {
  const { app, ask } = await startService(t, { folder: demoArticles(), collection: new Collection() })
  while ((await ask('/v1/entities')).statusCode === 503) await setTimeout(50)
  await app.listen({ port: 0 })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] })
  t.teardown(() => browser.close())
  const wrong: string[] = []
  const open = async (path: string, options: Parameters<typeof browser.newPage>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ locale: 'nb-NO', ...options })
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('request', (request) => request.url().startsWith(origin) || wrong.push(request.url()))
    await page.goto(origin + path)
    await settled(page)
    return page
  }
  const queryOf = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)

  await t.test('search', async (t) => {
    const page = await open('/')
    t.equal(await page.locator('.hit').count(), 5)
    await page.keyboard.type('digitaliseringsstr')
    await page.getByRole('option').first().waitFor()
    for (const option of await page.getByRole('option').allTextContents()) t.notMatch(option, /\d/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=digitaliseringsstrategi/)
    await settled(page)
    t.equal(await page.locator('.hit').count(), 3)
    t.match(await page.locator('.hit mark').first().textContent(), /strategi/i)
    await page.reload()
    await settled(page)
    t.equal(await page.locator('.hit').count(), 3, 'the address leads back')
    t.match(await page.getByRole('status').textContent(), '3 artikler om «digitaliseringsstrategi')
    await page.close()
  })

  await t.test('filters', async (t) => {
    const page = await open('/')
    await page.getByRole('button', { name: /^digi\.no/ }).click()
    await settled(page)
    t.strictSame(queryOf(page), { source: 'digi.no' })
    t.equal(await page.locator('.hit').count(), 2)
    await page.getByRole('button', { name: '2018: 1' }).click()
    await settled(page)
    t.strictSame(queryOf(page), { source: 'digi.no', from: '2018-01-01', to: '2018-12-31' })
    t.equal(await page.locator('.hit').count(), 1)
    await page.getByRole('button', { name: 'Ta bort digi.no' }).click()
    await settled(page)
    t.equal(await page.locator('.hit').count(), 1)
    await page.goBack()
    await settled(page)
    t.strictSame(queryOf(page).source, 'digi.no')
    await page.close()
  })

  await t.test('who says what, who with whom', async (t) => {
    const page = await open('/?view=quotes')
    await page.locator('.speakers a', { hasText: 'Nikolai Astrup' }).click()
    await settled(page)
    t.equal(queryOf(page).speaker, 'person:nikolai-astrup')
    for (const who of await page.locator('.quote .who').allTextContents()) t.equal(who, 'Nikolai Astrup')
    await page.goto(`${origin}/?view=names`)
    await settled(page)
    await page.locator('.graph a', { hasText: 'Heidi Austlid' }).click()
    await settled(page)
    t.strictSame(queryOf(page), { entity: 'person:heidi-austlid' })
    t.equal(await page.locator('.hit').count(), 2)
    await page.close()
  })

  await t.test('what is not there is told, in the language of the page', async (t) => {
    const page = await open('/?q=finnesikkeher&view=quotes&ui=nn')
    t.match(await page.locator('#results').textContent(), 'Ingen sitat har orda i «finnesikkeher».')
    await page.locator('.notice a').click()
    await settled(page)
    t.ok((await page.locator('.quote').count()) > 0)
    await page.goto(`${origin}/?article=nope&ui=nn`)
    await settled(page)
    t.match(await page.locator('#results').textContent(), 'Det er ingen slik artikkel her')
    t.match(await page.title(), /^Det er ingen slik artikkel/)
    await page.locator('.back').click()
    await settled(page)
    t.ok((await page.locator('.hit').count()) > 0)
    wrong.splice(0, wrong.length, ...wrong.filter((text) => !text.includes('404')))
    await page.close()
  })

  await t.test('titles and passages', async (t) => {
    const page = await open('/')
    const titles = await page.locator('.hit h2').allTextContents()
    const leads = await page.locator('.hit').locator('.snippet').allTextContents()
    t.equal(leads.length, titles.length, 'each has a beginning')
    for (const title of titles)
      t.notOk(
        leads.some((lead) => lead.startsWith(`${title} `)),
        title
      )
    await page.goto(`${origin}/?q=digitaliseringsstrategi`)
    await settled(page)
    const passages = await page.locator('.snippet').allTextContents()
    t.match(passages[0], /^Nødvendig samarbeid mellom stat og kommune\nDigitaliseringsstrategien /)
    t.match(passages[2], /^… .* …$/)
    await page.goto(`${origin}/?article=001_7e20df3f18f34ccd&q=strategi`)
    await settled(page)
    t.equal(await page.locator('#headline mark').textContent(), 'strategi')
    t.match(await page.locator('.whole > p:not(.about)').first().textContent(), /^Lederen for /)
    const names = await page.locator('.beside section').first().locator('span').allTextContents()
    t.ok(names.includes('Oslo') && !names.includes('OSLO'), 'names as they are called elsewhere')
    await page.close()
  })

  await t.test('months on a timeline', async (t) => {
    const page = await open('/')
    const labels = await page.evaluate(`import('/page/timeline.js').then(async ({ timeline }) => {
      const { formatsIn } = await import('/page/format.js')
      const months = Array.from({ length: 14 }, (_, i) => new Date(Date.UTC(2025, 10 + i)))
        .map((month) => ({ value: month.toISOString().slice(0, 7), count: 1 }))
      const years = [2025, 2026].map((value, i) => ({ value: String(value), count: [2, 12][i] }))
      const context = { texts: { period: () => '' }, formats: formatsIn('en') }
      const [, bars] = timeline({ years, months }, { from: '', to: '' }, context)
      return [...bars.querySelectorAll('.when')].map(({ innerHTML }) => innerHTML).filter(Boolean)
    })`)
    t.strictSame(labels, ['Nov<br>2025', 'Feb<br>2026', 'May', 'Aug', 'Nov'])
    await page.close()
  })

  await t.test('a long time on a timeline', async (t) => {
    const page = await open('/')
    const drawn = (years: number[], at: number): Promise<{ bars: number; name: string; range: unknown }> =>
      page.evaluate(`import('/page/timeline.js').then(async ({ timeline }) => {
        const { formatsIn } = await import('/page/format.js')
        let range
        const values = ${JSON.stringify(years)}.map((year) => String(year).padStart(4, '0'))
        const years = values.map((value) => ({ value, count: 1 }))
        const months = values.map((value) => ({ value: value + '-02', count: 1 }))
        const onChange = (change) => { range = change }
        const context = { texts: { period: (period) => period }, formats: formatsIn('en'), onChange }
        const [, bars] = timeline({ years, months }, { from: '', to: '' }, context)
        const button = [...bars.querySelectorAll('button')].at(${at})
        button.click()
        return { bars: bars.children.length, name: button.title, range }
      })`)
    t.strictSame(await drawn([2020, 1999], -1), {
      bars: 22,
      name: '2020',
      range: { from: '2020-01-01', to: '2020-12-31' }
    })
    t.strictSame(await drawn([2019, 1814, 2024], 0), {
      bars: 22,
      name: '1810–1819',
      range: { from: '1810-01-01', to: '1819-12-31' }
    })
    t.strictSame(await drawn([1, 2024], 0), {
      bars: 21,
      name: '1–99',
      range: { from: '0001-01-01', to: '0099-12-31' }
    })
    t.strictSame(await drawn([1, 9999], -1), {
      bars: 10,
      name: '9000–9999',
      range: { from: '9000-01-01', to: '9999-12-31' }
    })
    t.match(await drawn([1], 0), {
      bars: 1,
      name: 'February 1',
      range: { from: '0001-02-01', to: '0001-02-28' }
    })
    await page.close()
  })

  await t.test('an old article among the others', async (t) => {
    const published = ['0001-01-01', '2018-05-17', '2024-03-02']
    const old = published.map((day, i) => JSON.stringify({ id: `sak-${i}`, text: 'En bro.', published: day }))
    const { app } = await startService(t, { folder: t.testdir({ 'a.jsonl': old.join('\n') }) })
    await app.listen({ port: 0 })
    const { port } = app.server.address() as AddressInfo
    for (const width of [375, 800, 1400]) {
      const page = await browser.newPage({ locale: 'nb-NO', viewport: { width, height: 700 } })
      await page.goto(`http://127.0.0.1:${port}/?q=bro`)
      await settled(page)
      t.equal(
        await page.evaluate('document.documentElement.scrollWidth > innerWidth'),
        false,
        `${width} fits`
      )
      await page.getByRole('button', { name: '2000–2099: 2' }).click()
      await settled(page)
      t.strictSame(queryOf(page), { q: 'bro', from: '2000-01-01', to: '2099-12-31' })
      t.equal(await page.locator('.hit').count(), 2)
      t.equal(await page.locator('.bars [aria-pressed=true]').count(), 1)
      await page.close()
    }
  })

  await t.test('what the query was not read as', async (t) => {
    const page = await open('/?q=foo:kommune')
    const texts: Record<string, RegExp> = { nb: /^Noe ble lest/, nn: /^Noko vart lese/, en: /^Something was/ }
    for (const [tongue, text] of Object.entries(texts))
      for (const view of ['', 'quotes', 'names']) {
        await page.goto(`${origin}/?q=foo:kommune&ui=${tongue}&view=${view}`)
        await settled(page)
        t.match(await page.locator('#warnings').textContent(), text)
        t.match(await page.locator('#warnings li').textContent(), /^There is no field called “foo”/)
      }
    await page.locator('#home').click()
    await settled(page)
    t.equal(await page.locator('#warnings').textContent(), '')
    await page.close()
  })

  await t.test('an article, with the keyboard', async (t) => {
    const page = await open('/?q=strategi')
    await page.locator('.hit a').first().focus()
    await page.keyboard.press('Enter')
    await settled(page)
    const { article } = queryOf(page)
    t.ok(article)
    t.equal(await page.evaluate('document.activeElement.id'), 'headline')
    t.ok((await page.locator('.whole mark').count()) > 1)
    const headline = await page.locator('#headline').textContent()
    t.equal(await page.title(), `${headline} – Nyhetssøk`)
    const { items } = (await ask(`/v1/articles/${article}/quotes?size=100`)).json<{
      items: { kind: string; text: string; speaker?: { name?: string } }[]
    }>()
    const said = await page.locator('.beside a', { hasText: ': ' }).allTextContents()
    const direct = items.filter(({ kind, speaker }) => kind === 'direct' && speaker?.name !== undefined)
    t.equal(said.filter((text) => text.includes(': «')).length, direct.length, 'marks are for direct speech')
    t.ok((await page.locator('.whole a.name').count()) > 5)
    await page.locator('.beside a.related').first().click()
    await settled(page)
    t.not(queryOf(page).article, article, 'an article about the same')
    await page.goBack()
    await settled(page)
    await page.keyboard.press('Escape')
    await settled(page)
    t.strictSame(queryOf(page), { q: 'strategi' })
    await page.keyboard.press('/')
    await page.locator('#q:focus').waitFor()
    await page.close()
  })

  await t.test('axe finds nothing', async (t) => {
    const phone = { width: 390, height: 844 }
    const cases: [path: string, options: Parameters<typeof browser.newPage>[0]][] = [
      ['/?q=kommune', {}],
      ['/?view=quotes&ui=nn', { colorScheme: 'dark' }],
      ['/?view=names&ui=en', { colorScheme: 'dark', viewport: phone }],
      ['/?view=names', {}],
      ['/?view=names&ui=nb', { viewport: { width: 360, height: 740 } }],
      ['/?q=strategi&article=001_7e20df3f18f34ccd', { viewport: phone }],
      [
        '/?q=strategi&source=digi.no&from=2018-01-01&article=001_7e20df3f18f34ccd&ui=en',
        { colorScheme: 'dark' }
      ],
      ['/?q=finnesikkeher', { viewport: phone }],
      ['/?q=%22skole+foo:bar', { viewport: phone }],
      ['/?q=%22skole+foo:bar&ui=en', { colorScheme: 'dark' }],
      [`/?q=${'a'.repeat(80)}`, { viewport: phone }]
    ]
    for (const [path, options] of cases) {
      const page = await open(path, options)
      await page.evaluate(AXE)
      const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        'axe.run()'
      )
      t.strictSame(
        found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
        path
      )
      t.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, `${path} fits`)
      await page.close()
    }
  })

  t.strictSame(wrong, [])
})

/** Until all that the page asks for has been answered and drawn. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('body:not(.busy)').waitFor()
  await page.waitForLoadState('networkidle')
}
