/** A setting: an environment variable, a flag and a line of help. `config.ts` has what it may be, and the default. */
export interface SettingHelp {
  readonly env: string
  readonly flag: string
  /** One letter for the flag. */
  readonly short?: string
  /** What the flag takes; a flag that takes nothing is true when given. */
  readonly value?: string
  readonly help: string
}

const settings = {
  host: { env: 'HOST', flag: 'host', value: 'ADDRESS', help: 'address to listen on; 0.0.0.0 for all' },
  port: {
    env: 'PORT',
    flag: 'port',
    short: 'p',
    value: 'NUMBER',
    help: 'port to listen on, 0 for any free one'
  },
  articlesDir: {
    env: 'ARTICLES_DIR',
    flag: 'articles-dir',
    value: 'DIR',
    help: 'folder of article files, read recursively'
  },
  dataDir: {
    env: 'DATA_DIR',
    flag: 'data-dir',
    value: 'DIR',
    help: 'keeps the index for the next start; auto: in the cache, none: nowhere'
  },
  threads: {
    env: 'THREADS',
    flag: 'threads',
    value: 'NUMBER',
    help: 'threads that search; auto: as many as there are cores'
  },
  watch: { env: 'WATCH', flag: 'watch', value: 'BOOLEAN', help: 'follow what changes in the folder' },
  corsOrigin: {
    env: 'CORS_ORIGIN',
    flag: 'cors-origin',
    value: 'ORIGINS',
    help: 'origins whose pages may read answers: *, none or a list'
  },
  trustProxy: {
    env: 'TRUST_PROXY',
    flag: 'trust-proxy',
    value: 'PROXIES',
    help: 'whose X-Forwarded-* is believed: addresses or hops'
  },
  rateLimit: {
    env: 'RATE_LIMIT',
    flag: 'rate-limit',
    value: 'NUMBER',
    help: 'requests a minute for each key or address; 0 for any number'
  },
  maxDelay: {
    env: 'MAX_DELAY',
    flag: 'max-delay',
    value: 'MS',
    help: 'answers 503 while requests wait so long; 0 for never'
  },
  logLevel: {
    env: 'LOG_LEVEL',
    flag: 'log-level',
    value: 'LEVEL',
    help: 'fatal, error, warn, info, debug, trace or silent'
  },
  logFormat: {
    env: 'LOG_FORMAT',
    flag: 'log-format',
    value: 'FORMAT',
    help: 'json, pretty or auto: pretty on a terminal'
  },
  apiKeys: {
    env: 'API_KEYS',
    flag: 'api-keys',
    value: 'KEYS',
    help: 'who may write: keys, or their hashes, with commas between'
  },
  alertsAllowPrivate: {
    env: 'ALERTS_ALLOW_PRIVATE',
    flag: 'alerts-allow-private',
    help: 'alerts may be posted to private addresses, and over http'
  },
  strict: { env: 'STRICT', flag: 'strict', help: 'stop if any article file has a problem' },
  engine: {
    env: 'ENGINE',
    flag: 'engine',
    value: 'ENGINE',
    help: 'embedded, or opensearch: the articles are in a cluster'
  },
  openSearchUrl: {
    env: 'OPENSEARCH_URL',
    flag: 'opensearch-url',
    value: 'URLS',
    help: 'the cluster; several nodes with commas between'
  },
  openSearchUser: {
    env: 'OPENSEARCH_USER',
    flag: 'opensearch-user',
    value: 'NAME',
    help: 'user name at the cluster; empty for none'
  },
  openSearchPassword: {
    env: 'OPENSEARCH_PASSWORD',
    flag: 'opensearch-password',
    value: 'PASSWORD',
    help: 'its password; a file is safer'
  },
  openSearchPasswordFile: {
    env: 'OPENSEARCH_PASSWORD_FILE',
    flag: 'opensearch-password-file',
    value: 'FILE',
    help: 'file that has the password'
  },
  openSearchCaFile: {
    env: 'OPENSEARCH_CA_FILE',
    flag: 'opensearch-ca-file',
    value: 'FILE',
    help: 'file with the CA certificate of the cluster (PEM)'
  },
  openSearchPrefix: {
    env: 'OPENSEARCH_PREFIX',
    flag: 'opensearch-prefix',
    value: 'NAME',
    help: 'prefix of the names of its indices'
  },
  openSearchShards: {
    env: 'OPENSEARCH_SHARDS',
    flag: 'opensearch-shards',
    value: 'NUMBER',
    help: 'primary shards of a new index'
  },
  openSearchReplicas: {
    env: 'OPENSEARCH_REPLICAS',
    flag: 'opensearch-replicas',
    value: 'NUMBER',
    help: 'copies of each shard of a new index'
  },
  openSearchMemoryMB: {
    env: 'OPENSEARCH_MEMORY_MB',
    flag: 'opensearch-memory-mb',
    value: 'MB',
    help: 'memory for articles that were read lately'
  },
  share: {
    env: 'SHARE',
    flag: 'share',
    value: 'PART/OF',
    help: 'of several `index` processes, which one it is'
  }
} satisfies Record<string, SettingHelp>

export type Setting = keyof typeof settings

export const SETTINGS = Object.keys(settings) as Setting[]

export const helpOf = (name: Setting): SettingHelp => settings[name]
