import { nameToEmoji } from 'gemoji'

const SHORTCODE = /(?<![\p{L}\p{N}]):([a-z0-9_+-]{1,40}):(?![\p{L}\p{N}])/gu

/**
 * A text with the emoji that GitHub's shortcodes stand for.
 *
 * - `Hurra :tada:` → `Hurra 🎉`
 * - left alone: `kl. 10:30:45`, `:nei:`
 */
export const withEmoji = (text: string): string =>
  text.includes(':')
    ? text.replace(SHORTCODE, (code, name: string) =>
        Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name]! : code
      )
    : text
