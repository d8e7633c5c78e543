import { nameToEmoji } from 'gemoji'

const SHORTCODE = /:([a-z0-9_+-]{1,60}):/g
const WORD = /[\p{L}\p{N}]/u
/** Icons of MkDocs. */
const ICON = /^(?:material|octicons|fontawesome|simple)-/

/**
 * A text with the emoji that GitHub's shortcodes stand for, and without icons of MkDocs.
 *
 * - `Hurra :tada:` → `Hurra 🎉`; `:material-map:` → nothing
 * - left alone: `kl. 10:30:45`, `:nei:`
 */
export const withEmoji = (text: string): string =>
  text.replace(SHORTCODE, (code, name: string, at: number) => {
    if (ICON.test(name)) return ''
    const isInside = WORD.test(text.charAt(at - 1)) || WORD.test(text.charAt(at + code.length))
    return isInside || !Object.hasOwn(nameToEmoji, name) ? code : nameToEmoji[name]!
  })
