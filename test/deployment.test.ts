/*
 * What stands beside the code:
 * - compose.yaml and the unit of systemd set only what the service has as a setting, and the unit what the image sets
 *   for the C library;
 * - the API processes of compose.cluster.yaml ask the nodes that it has;
 * - the folders that compose.yaml mounts are those that the image reads and writes;
 * - the files and headings that documents link to are there.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parse } from 'yaml'
import { SETTING_FLAGS } from '../src/config.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

const settings = new Set([
  'NODE_ENV',
  ...SETTING_FLAGS.map(({ flag }) => flag.replace(/^--/, '').replaceAll('-', '_').toUpperCase())
])

interface Compose {
  readonly services: {
    readonly nyhetssok: {
      readonly volumes: readonly string[]
      readonly environment: Record<string, string>
    }
  }
}

t.test('settings', (t) => {
  const { volumes, environment } = (parse(read('compose.yaml')) as Compose).services.nyhetssok
  const set = [...read('deploy/nyhetssok.service').matchAll(/^Environment=((\w+)=.*)/gm)]
  const unit = set.map(([, , name]) => name!).filter((name) => !name.startsWith('MALLOC_'))
  t.ok(unit.length >= 3)
  for (const name of [...Object.keys(environment), ...unit]) t.ok(settings.has(name), name)
  const image = read('Dockerfile')
  const library = set.flatMap(([, setting]) => (setting!.startsWith('MALLOC_') ? setting! : []))
  t.strictSame(image.match(/MALLOC_\w+=\d+/g), library)
  for (const mount of volumes) t.match(image, `_DIR=${/:(\/\w+)/.exec(mount)![1]!}`, mount)
  t.end()
})

interface ClusterCompose {
  readonly services: Readonly<
    Record<string, { readonly image: string; readonly environment?: Readonly<Record<string, string>> }>
  >
}

t.test('the cluster', (t) => {
  const { services } = parse(read('compose.cluster.yaml'), { merge: true }) as ClusterCompose
  const own = Object.entries(services).filter(([, { image }]) => image === 'nyhetssok')
  t.strictSame(
    own.map(([name]) => name),
    ['api-1', 'api-2', 'index']
  )
  for (const [name, { environment = {} }] of own) {
    t.equal(environment.ENGINE, 'opensearch', name)
    for (const variable of Object.keys(environment)) t.ok(settings.has(variable), `${name}: ${variable}`)
    for (const url of environment.OPENSEARCH_URL!.split(','))
      t.ok(Object.hasOwn(services, new URL(url).hostname), url)
  }
  t.end()
})

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'ARCHITECTURE.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
]

/** Anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-')
  )

t.test('links', (t) => {
  let links = 0
  for (const document of DOCUMENTS)
    for (const [, path = '', anchor] of read(document).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      const target = path === '' ? document : join(dirname(document), path)
      links++
      t.ok(existsSync(join(ROOT, target)), `${document}: ${path}`)
      if (anchor !== undefined)
        t.ok(anchorsOf(read(target)).includes(anchor), `${document}: ${path}#${anchor}`)
    }
  t.ok(links > 10)
  t.end()
})
