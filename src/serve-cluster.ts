import closeWithGrace from 'close-with-grace'
import { loadModels } from './analysis/models.js'
import { createApp } from './app.js'
import { clusterOptions } from './cluster-options.js'
import type { Config } from './config.js'
import { readRules } from './entities/rules/read-rules.js'
import { OpenSearchEngine } from './engine/opensearch/opensearch-engine.js'
import { ApiKeys } from './api-keys.js'
import { addressOf, GRACE, listen, logLines } from './listening.js'
import { createLogger, warnOfShortKeys } from './logging.js'
import { banner, Terminal } from './terminal.js'

/** Listens whether or not the cluster can be asked; `/health/ready` tells. */
export const serveCluster = async (config: Config): Promise<void> => {
  const options = clusterOptions(config)
  loadModels()
  const terminal = process.stdout.isTTY ? new Terminal(process.stdout) : undefined
  const logger = createLogger(config.logLevel, logLines(config, terminal))
  const { rules } = await readRules(config.articlesDir)
  const engine = await OpenSearchEngine.start({
    ...options,
    ...(config.apiKeys.length > 0 && {
      writing: { shards: config.openSearchShards, replicas: config.openSearchReplicas, rules }
    }),
    changed: (fault) => {
      if (fault === undefined) logger.info({ generation: engine.generation }, 'the cluster answers')
      else logger.error({ fault }, 'the cluster does not answer; it is asked again every second')
    },
    failed: (work, err) => {
      logger.error({ err }, `${work} failed; it is tried again`)
    }
  })
  const keys = new ApiKeys(config.apiKeys)
  warnOfShortKeys(keys, logger)
  const app = await createApp({ engine, logger, settings: config, keys })
  closeWithGrace({ delay: GRACE, logger, skip: ['beforeExit', 'SIGHUP'] }, async ({ signal, err }) => {
    if (err) logger.fatal({ err }, 'stopping after an error')
    else logger.info({ signal }, 'stopping')
    await app.close()
    await engine.close()
  })
  await listen(app, config)
  terminal?.print(banner({ address: addressOf(app), folder: config.openSearchUrl.join(', ') }))
}
