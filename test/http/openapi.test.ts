/*
 * The OpenAPI document:
 * - every operation works as it stands, with the examples of its parameters and the articles that come along;
 * - every operation has a name of its own, and every answer and parameter is described;
 * - is the same as JSON and as YAML, and Swagger UI shows it at /docs;
 * - has no schema that nothing refers to.
 */
import t from 'tap'
import { parse } from 'yaml'
import type { OpenApi, Operation } from './openapi-schema.js'
import { DEMO, startService } from './service.js'

const { ask } = await startService(t, { folder: DEMO })
const document = (await ask('/openapi.json')).json<OpenApi>()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
)

/** The URL that Swagger UI makes where nothing is filled in by hand. */
const exampleUrl = (path: string, { parameters = [] }: Operation): string => {
  const stated = parameters.filter(({ example }) => example !== undefined)
  const examples = (place: string) =>
    stated
      .filter((parameter) => parameter.in === place)
      .map(({ name, example = '' }) => [name, example] as const)
  const filled = examples('path').reduce((url, [name, example]) => url.replace(`{${name}}`, example), path)
  return `${filled}?${new URLSearchParams(Object.fromEntries(examples('query'))).toString()}`
}

t.test('every example works as it stands, and finds something', async (t) => {
  for (const { path, operation } of operations) {
    for (const { name, required, example } of operation.parameters ?? [])
      t.ok(!required || example !== undefined, `${path}: ${name} is required and has an example`)
    const url = exampleUrl(path, operation)
    const answer = await ask(url)
    t.equal(answer.statusCode, 200, url)
    const { total } = String(answer.headers['content-type']).startsWith('application/json')
      ? answer.json<{ total?: number }>()
      : {}
    t.not(total, 0, url)
  }
})

t.test('every operation is named and described', (t) => {
  t.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, operations.length)
  for (const { path, method, operation } of operations) {
    t.equal(method, 'get', path)
    t.ok(operation.summary, path)
    for (const [status, { description }] of Object.entries(operation.responses))
      t.not(description, 'Default Response', `${path} ${status}`)
    for (const parameter of operation.parameters ?? [])
      t.ok('description' in parameter, `${path}: ${parameter.name} is described`)
  }
  t.end()
})

t.test('the document is the same as YAML, and Swagger UI shows it', async (t) => {
  t.strictSame(parse((await ask('/openapi.yaml')).body), document)
  t.strictSame((await ask('/docs/json')).json(), document)
  const page = await ask('/docs')
  t.equal(page.statusCode, 200)
  for (const [, file] of page.body.matchAll(/(?:src|href)="([^"]+)"/g))
    t.equal((await ask(file!)).statusCode, 200, file!)
})

t.test('no schema is left over', (t) => {
  const text = JSON.stringify(document)
  for (const name of Object.keys(document.components.schemas))
    t.ok(text.includes(`"#/components/schemas/${name}"`), name)
  t.end()
})
