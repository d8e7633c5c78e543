/* global module */
// The way of the data. A folder of src/ imports itself and the folders before it, never one after it.
const WAY = [
  'structures',
  'threads',
  'articles',
  'analysis',
  'entities',
  'quotes',
  'segment',
  'query',
  'ranking',
  'snippets',
  'ingest',
  'collection',
  'engine',
  'alerts',
  'http'
]

// Files beside the folders, below all but `structures`.
const FIELDS = '(fields|package-file|user-error)[.]ts$'

const START =
  '^src/(index|cli|openapi-document|articles/file-worker|collection/(annotator|collection)-worker|engine/threads/search-worker|ingest/annotation-worker)[.]ts$'
const AROUND_HTTP = '^src/(http/|(app|server|serve-cluster|listening|cli|openapi-document)[.]ts$)'
const ABOVE_THE_PORT = '^src/(http/|(app|server|serve-cluster|cli)[.]ts$)'
const BENCH_MAY =
  '^src/(engine|collection|analysis|entities|quotes|articles|structures)/|^src/(app|server|serve-cluster|cli|config|version|package-file)[.]ts$'
const FASTIFY = 'node_modules/(fastify|@fastify)/'

const below = WAY.slice(0, -1).map((folder, at) => ({
  name: `${folder}-imports-only-what-comes-before`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: `^src/((${WAY.slice(0, at + 1).join('|')})/${folder === 'structures' ? '' : `|${FIELDS}`})`
  }
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...below,
    {
      name: 'fields-import-nothing-above',
      comment:
        'The table of fields, where the package lies and what users can mend are read by every folder.',
      severity: 'error',
      from: { path: `^src/${FIELDS}` },
      to: { path: '^src/', pathNot: '^src/structures/' }
    },
    {
      name: 'every-folder-has-its-place',
      comment: 'A new folder of src/ is named in WAY, at the top of .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${WAY.join('|')})/` },
      to: {}
    },
    {
      name: 'only-the-app-imports-http',
      comment: 'the engine answers without a server.',
      severity: 'error',
      from: { path: '^src/', pathNot: AROUND_HTTP },
      to: { path: '^src/http/' }
    },
    {
      name: 'http-does-not-know-the-process',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/(app|server|serve-cluster|cli|openapi-document)[.]ts$' }
    },
    {
      name: 'http-knows-only-the-port',
      comment: 'Another engine takes the place of the one in memory by answering the same questions.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(http|structures|alerts)/|^src/engine/[^/]+[.]ts$|^src/(fields|version|package-file|api-keys)[.]ts$'
      }
    },
    {
      name: 'cluster-connection-knows-only-the-port',
      severity: 'error',
      from: { path: '^src/engine/opensearch/connection/' },
      to: { path: '^src/', pathNot: '^src/(structures/|engine/[^/]+[.]ts$|engine/opensearch/connection/)' }
    },
    {
      name: 'cluster-plans-before-it-searches',
      comment: 'Verbs, in searching/, names/ and copies/, use what plans queries, never the other way.',
      severity: 'error',
      from: { path: '^src/engine/opensearch/(layout|queries|lookup|planning|reading)/' },
      to: { path: '^src/engine/opensearch/(searching/|verbs[.]ts|opensearch-engine[.]ts)' }
    },
    {
      name: 'cluster-answers-without-writing',
      severity: 'error',
      from: {
        path: '^src/engine/opensearch/',
        pathNot: '^src/engine/opensearch/(writing/|opensearch-engine[.]ts$)'
      },
      to: { path: '^src/engine/opensearch/writing/' }
    },
    {
      name: 'the-port-and-the-cluster-know-no-folder',
      comment: 'Another engine has its articles elsewhere.',
      severity: 'error',
      from: { path: '^src/engine/([^/]+[.]ts$|opensearch/)' },
      to: { path: '^src/collection/' }
    },
    {
      name: 'alerts-know-only-the-port',
      comment: 'Another engine takes the place of the one in memory by answering the same questions.',
      severity: 'error',
      from: { path: '^src/alerts/' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(alerts|structures)/|^src/engine/[^/]+[.]ts$|^src/collection/(atomic-file|sync-folder)[.]ts$'
      }
    },
    {
      name: 'fastify-only-around-http',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(http/|(app|listening)[.]ts$)' },
      to: { path: FASTIFY }
    },
    {
      name: 'mcp-only-in-http',
      comment: 'The Model Context Protocol is one way to ask over HTTP.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/http/' },
      to: { path: 'node_modules/@modelcontextprotocol/' }
    },
    {
      name: 'one-file-imports-flexsearch',
      severity: 'error',
      from: { pathNot: '^src/segment/postings/flexsearch-postings[.]ts$' },
      to: { path: 'node_modules/flexsearch/' }
    },
    {
      name: 'one-file-imports-opensearch',
      severity: 'error',
      from: { pathNot: '^src/engine/opensearch/connection/cluster[.]ts$' },
      to: { path: 'node_modules/@opensearch-project/' }
    },
    {
      name: 'bench-and-train-share-tools-only',
      severity: 'error',
      from: { path: '^(bench|train)/' },
      to: { path: '^(bench|train)/', pathNot: '^$1/' }
    },
    {
      name: 'tools-come-before-bench-and-train',
      severity: 'error',
      from: { path: '^tools/' },
      to: { path: '^(src|bench|train|test)/', pathNot: '^src/(structures|analysis|entities)/' }
    },
    {
      name: 'bench-asks-the-port',
      comment: 'A benchmark measures what users get, through the engine that answers them.',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^src/', pathNot: BENCH_MAY }
    },
    {
      name: 'nothing-above-the-port-knows-segments',
      comment: 'Another engine takes the place of the one in memory by answering the same questions.',
      severity: 'error',
      from: { path: ABOVE_THE_PORT },
      to: { path: '^src/(segment|query|ranking|snippets)/' }
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unused-files',
      comment:
        'Nothing that the command line, the OpenAPI document or the annotating thread starts reaches this file.',
      severity: 'error',
      from: { path: START },
      to: { path: '^src/', pathNot: START, reachable: false }
    },
    {
      name: 'src-stands-alone',
      comment: 'Tests, benchmarks and scripts import src/, never the other way.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|train|tools|scripts|dist)/' }
    },
    {
      name: 'only-packages-that-users-get',
      comment: 'Not in "dependencies": it is missing where npm installs without --include=dev.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] }
    },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // an `import type` counts too
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types']
    }
  }
}
