import { join } from 'node:path'
import type { Logger } from 'pino'
import { AlertFiles } from './alerts/alert-files.js'
import { Alerts } from './alerts/alerts.js'
import type { Config } from './config.js'
import type { Engine } from './engine/engine.js'

interface AlertingOptions {
  readonly engine: Engine
  /** Where alerts are kept; absent: there are none. */
  readonly dataDir: string | undefined
  readonly logger: Logger
}

/**
 * The alerts of those who may write, going on where they were; undefined where nobody may, or nothing is kept.
 *
 * @throws the system's error where they cannot be read
 */
export const startAlerts = async (
  { apiKeys, alertsAllowPrivate }: Pick<Config, 'apiKeys' | 'alertsAllowPrivate'>,
  { engine, dataDir, logger }: AlertingOptions
): Promise<Alerts | undefined> => {
  if (apiKeys.length === 0) return undefined
  if (dataDir === undefined) {
    logger.warn('there are no alerts, as nothing is kept for the next start: see DATA_DIR')
    return undefined
  }
  const alerts = new Alerts({
    engine,
    files: new AlertFiles(join(dataDir, 'alerts')),
    allowPrivate: alertsAllowPrivate,
    failed: (err, doing) => {
      logger.warn({ err }, doing)
    }
  })
  await alerts.start()
  return alerts
}
