/*
 * The OpenAPI document:
 * - every operation works as it stands, with the examples of its parameters and the articles that come along;
 * - every operation has a name of its own, and every answer, parameter and property is described and has an example;
 * - no parameter is a union, all lists are given alike, and what is nested has a name;
 * - answers have the headers that it promises;
 * - is the same as JSON and as YAML, and Swagger UI shows it at /docs;
 * - has no schema that nothing refers to.
 */
import t from 'tap'
import { parse } from 'yaml'
import { FACETS } from '../../src/engine/questions.js'
import { schemaOf, type JsonSchema, type OpenApi, type Operation, type Response } from './openapi-schema.js'
import { DEMO, startService } from './service.js'

const { ask } = await startService(t, { folder: DEMO })
const document = (await ask('/openapi.json')).json<OpenApi>()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
)

/** The URL that Swagger UI makes where nothing is filled in by hand. */
const exampleUrl = (path: string, { parameters = [] }: Operation): string => {
  const search = new URLSearchParams()
  let url = path
  for (const { name, in: place, example } of parameters) {
    if (place === 'path') url = url.replace(`{${name}}`, String(example))
    else for (const value of [example ?? []].flat() as (string | number)[]) search.append(name, String(value))
  }
  return `${url}?${search.toString()}`
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
    t.ok(operation.summary && operation.description, path)
    for (const [status, { $ref, description }] of Object.entries(operation.responses))
      t.ok($ref ?? (description && description !== 'Default Response'), `${path} ${status}`)
  }
  t.end()
})

/** Parameters with the schema that says what they may be. */
const parametersOf = ({ parameters = [] }: Operation) =>
  parameters.map((parameter) => ({ ...parameter, item: parameter.schema.items ?? parameter.schema }))

t.test('every parameter is described, has an example that is one, and is of one type', (t) => {
  for (const { path, operation } of operations)
    for (const { name, description, schema, example, style, item } of parametersOf(operation)) {
      const about = `${path}: ${name}`
      t.ok(description, about)
      t.notOk('anyOf' in schema || 'oneOf' in schema || Array.isArray(schema.type), `${about} is no union`)
      const examples = [example ?? schema.examples ?? []].flat()
      t.ok(examples.length > 0, `${about} has an example`)
      const check = schemaOf(document, schema)
      t.ok(check.safeParse(example ?? examples[0]).success, `${about}: the example is one`)
      t.equal(style, schema.type === 'array' ? 'form' : undefined, `${about}: lists have one style`)
      t.ok(item, about)
    }
  t.end()
})

const { schemas, responses, headers } = document.components

t.test('what is nested has a name, what is named is described, and so is each property', (t) => {
  const isInline = ({ type }: JsonSchema): boolean => type === 'object'
  for (const [name, schema] of Object.entries(schemas)) {
    t.ok(schema.description, name)
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      const { description, $ref, items } = property
      t.ok(description ?? $ref, `${name}.${key} is described`)
      t.notOk(isInline(property) || isInline(items ?? {}), `${name}.${key} is named`)
    }
  }
  t.strictSame(Object.keys(schemas.SearchResult?.properties ?? {}).slice(0, 2), ['total', 'hits'])
  t.strictSame(Object.keys(schemas.Facets?.properties ?? {}), [...FACETS], 'facets are typed')
  t.end()
})

t.test('every answer has an example, which its schema allows', (t) => {
  const check = (about: string, { content = {} }: Response): void => {
    for (const [type, { schema, examples }] of Object.entries(content)) {
      if (!/[/+]json$/.test(type)) continue
      t.ok(examples && Object.keys(examples).length > 0, `${about} has an example`)
      for (const { value } of Object.values(examples ?? {}))
        t.ok(schemaOf(document, schema).safeParse(value).success, `${about}: its example is one`)
    }
  }
  for (const { path, operation } of operations) {
    const { 200: success, ...others } = operation.responses
    check(`${path} 200`, success!)
    for (const status of ['406', '431', '500']) t.ok(others[status]?.$ref, `${path} ${status}`)
    for (const name of Object.keys(success?.headers ?? {})) t.ok(headers[name], `${path}: ${name}`)
  }
  for (const [name, response] of Object.entries(responses)) check(name, response)
  t.end()
})

t.test('each answer has the headers that the document promises', async (t) => {
  for (const { path, operation } of operations) {
    const answer = await ask(exampleUrl(path, operation))
    for (const name of Object.keys(operation.responses['200']?.headers ?? {}))
      t.ok(name.toLowerCase() in answer.headers, `${path}: ${name}`)
  }
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
