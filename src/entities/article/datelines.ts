import type { RecognisedMention } from '../mention.js'

/** `MAJORSTUA, OSLO (digi.no):` at the beginning of an article. */
const DATELINE = /^\s*\p{Lu}[\p{Lu} ,./-]{1,60}(?=\([^()\n]{2,30}\))/u

/** The names in capitals with which an article begins say where it was written. */
export const readDateline = (
  text: string,
  mentions: readonly RecognisedMention[]
): readonly RecognisedMention[] => {
  const [dateline = ''] = DATELINE.exec(text) ?? []
  return dateline === ''
    ? mentions
    : mentions.map((mention) => (mention.end <= dateline.length ? { ...mention, type: 'place' } : mention))
}
