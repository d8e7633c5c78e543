import type { Logger } from 'pino'
import { AlertFiles } from './alerts/alert-files.js'
import { Alerts } from './alerts/alerts.js'
import type { Config } from './config.js'
import { alertsDirOf } from './data-dir.js'
import type { Engine } from './engine/engine.js'

interface AlertingOptions {
  readonly engine: Engine
  /** Does this process alone write what is kept? Alerts that two processes follow would be posted twice. */
  readonly isAlone: boolean
  readonly logger: Logger
}

/**
 * The alerts of those who may write, going on where they were; undefined where nobody may, or nothing is kept.
 *
 * @throws the system's error where they cannot be read
 */
export const startAlerts = async (
  config: Pick<Config, 'apiKeys' | 'alertsAllowPrivate' | 'dataDir' | 'articlesDir'>,
  { engine, isAlone, logger }: AlertingOptions
): Promise<Alerts | undefined> => {
  if (config.apiKeys.length === 0) return undefined
  const folder = isAlone ? alertsDirOf(config) : undefined
  if (folder === undefined) {
    logger.warn('there are no alerts, as nothing is kept for the next start: see DATA_DIR')
    return undefined
  }
  const alerts = new Alerts({
    engine,
    files: new AlertFiles(folder),
    allowPrivate: config.alertsAllowPrivate,
    failed: (err, doing) => {
      logger.warn({ err }, doing)
    }
  })
  await alerts.start()
  return alerts
}
