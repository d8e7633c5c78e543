import { existsSync } from 'node:fs'
import process from 'node:process'

/** A Chromium of this machine; undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path)
)

const reason = (): string | false => {
  if (process.env.BROWSER_TESTS !== 'true') return 'npm run test:browser tests it'
  return CHROMIUM === undefined && 'needs Chromium: CHROMIUM_PATH, or apt-get install chromium'
}

/** For the tests that need a browser, which take most of a minute: why they are left out, or false. */
export const WITHOUT_CHROMIUM = reason()
