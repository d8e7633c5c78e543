/*
 * Swagger UI at /docs, with keys for writing, over the five articles, in a browser on a phone:
 * - it has our title and icon, the operations in the document's order, and no part of it is wider than the screen;
 * - its files are kept by the browser;
 * - every operation that is expanded and executed as it stands succeeds;
 * - nothing is asked of another host, and nothing is refused by the content security policy.
 */
import { cpSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import t from 'tap'
import { createApp } from '../../src/app.js'
import { Collection } from '../../src/collection/collection.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { ApiKeys } from '../../src/api-keys.js'
import { DEMO } from '../http/service.js'
import { CHROMIUM, WITHOUT_CHROMIUM } from './chromium.js'

const KEY = 'a-key'

const folder = t.testdir()
cpSync(DEMO, folder, { recursive: true })
const collection = new Collection()
const engine = createMemoryEngine(collection)
const app = await createApp({ engine, keys: new ApiKeys([KEY]) })
t.teardown(async () => {
  await app.close()
  await engine.close()
})

t.test('its files are kept', async (t) => {
  const { headers } = await app.inject('/docs/static/swagger-ui-bundle.js')
  t.match(headers, { 'cache-control': /max-age=\d{5}/, etag: /./ })
  const known = { 'if-none-match': String(headers.etag) }
  t.equal((await app.inject({ url: '/docs/static/swagger-ui-bundle.js', headers: known })).statusCode, 304)
})

/**
 * Runs in the page, as a click of a driver takes a second each: expands an operation, waits until Swagger UI has read
 * it, executes it, and returns the status of its answer.
 */
const EXECUTE = `async ({ id, path, method }) => {
  const block = document.getElementById(id)
  const until = async (find) => {
    for (let tries = 0; tries < 2000; tries++) {
      const found = find()
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(id + ' shows nothing: ' + find)
  }
  block.querySelector('.opblock-summary-control').click()
  await until(() => ui.specSelectors.specResolvedSubtree(['paths', path, method]))
  const button = await until(() => block.querySelector('.execute'))
  button.click()
  const status = await until(() => block.querySelector('.live-responses-table tbody .response-col_status'))
  block.querySelector('.opblock-summary-control').click()
  return status.textContent
}`

t.test('in a browser', { skip: WITHOUT_CHROMIUM }, async (t) => {
  await collection.load(folder)
  while ((await app.inject('/v1/entities')).statusCode === 503) await setTimeout(50)
  await app.listen({ port: 0 })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] })
  t.teardown(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true })
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => request.url().startsWith(origin) || wrong.push(request.url()))
  await page.goto(`${origin}/docs`)
  await page.locator('.opblock').last().waitFor()

  t.match(await page.title(), /Nyhetssøk/)
  t.match(await page.locator('.masthead img').getAttribute('src'), 'icon.svg')
  const backgroundOf = (element: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.${element}).backgroundColor`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark-mode').waitFor()
  t.equal(await backgroundOf('body'), await backgroundOf('documentElement'), 'as dark as Swagger UI')
  await page.emulateMedia({ colorScheme: 'light' })
  const documented = (await app.inject('/openapi.json')).json<{
    paths: Record<string, Record<string, { tags: string[]; operationId: string }>>
  }>()
  const operations = Object.entries(documented.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([
        method,
        {
          tags: [tag],
          operationId
        }
      ]) => ({
        id: `operations-${tag}-${operationId}`,
        path,
        method
      })
    )
  )
  const tags = await page.evaluate<string[]>(
    "[...document.querySelectorAll('.opblock-tag')].map((tag) => tag.dataset.tag)"
  )
  t.strictSame(tags.slice(0, 3), ['Search', 'Snippets', 'Articles'])

  await page.getByRole('button', { name: 'Authorize' }).first().click()
  await page.locator('.auth-container input').fill(KEY)
  await page.locator('.auth-btn-wrapper .authorize').click()
  await page.locator('.auth-btn-wrapper .btn-done').click()

  const blocks = await page.evaluate<string[]>(
    "[...document.querySelectorAll('.opblock')].map(({ id }) => id)"
  )
  t.strictSame(blocks.sort(), operations.map(({ id }) => id).sort())
  // What is written is deleted last.
  const isDelete = ({ method }: { readonly method: string }): boolean => method === 'delete'
  for (const operation of operations.sort((a, b) => Number(isDelete(a)) - Number(isDelete(b)))) {
    const status = await page.evaluate<string>(`(${EXECUTE})(${JSON.stringify(operation)})`)
    t.match(status, isDelete(operation) ? /^204/ : /^20[01]/, operation.id)
  }
  t.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, 'it fits')
  t.strictSame(wrong, [])
})
