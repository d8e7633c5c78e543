import type { Notice } from '../article.js'
import { plainKey, STANDARD_NAMES, type FactNames } from './fact-names.js'
import {
  fencedJsonBlock,
  headBlock,
  jsonBlock,
  programBlock,
  tomlBlock,
  yamlBlock,
  type Block
} from './front-matter-blocks.js'
import { parseFacts, type Stated } from './stated-facts.js'
import { wordSet } from '../../structures/word-list.js'

export interface FrontMatter extends Stated {
  /** What follows the closing line; all of the text where there is no front matter. */
  readonly body: string
}

/**
 * Parts a text from the front matter that it may start with, blank lines before it or not: YAML between `---`, TOML
 * between `+++`, one JSON object, another language that is named behind `---`, or lines of known facts without fences.
 *
 *     ---
 *     title: Digital agenda
 *     published: 2019-11-28
 *     ---
 *     The text starts here.
 *
 * News starts with `---` for other reasons too, as a rule or a line of dialogue. It is front matter only where the
 * block's first line reads `key:`, or the block is empty; else the text is all body, `---` and all. Front matter that
 * is broken costs the facts that cannot be read, and never the text.
 *
 * @param text with `\n` line ends
 * @throws {Withheld} where it says that the article is not to be shown, or not now
 */
export const parseFrontMatter = (text: string, names?: FactNames): FrontMatter => {
  const blank = /^(?:[^\S\n]*\n)*/.exec(text)![0]
  const found = findBlock(text.slice(blank.length), names ?? STANDARD_NAMES)
  if (found === undefined) return { facts: {}, unknownKeys: [], notices: [], body: text }
  const { record, lineOf, wrong } = found.block
  const before = blank.split('\n').length - 1
  const inFile = (line: number | undefined): number | undefined =>
    line === undefined ? undefined : before + line
  const stated = parseFacts(record, { lineOf: (key) => inFile(lineOf?.(key)), names })
  const notices = [...found.notices, ...wrong].map((notice) => ({ ...notice, line: inFile(notice.line) }))
  return { ...stated, notices: [...notices, ...stated.notices], body: found.body }
}

interface Found {
  readonly block: Block
  readonly body: string
  readonly notices: readonly Notice[]
}

const findBlock = (text: string, names: FactNames): Found | undefined => {
  const named = /^---[ \t]*(json|toml|ya?ml|js|javascript)[ \t]*\n/i.exec(text)
  if (named) return namedBlock(text.slice(named[0].length), named[1]!.toLowerCase())
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(text)
  if (opening) return fencedBlock(text, opening[0], opening[1] === '---')
  const json = /^\{\s*\n?\s*"/.test(text) ? jsonBlock(text) : undefined
  if (json) return { block: json, body: text.slice(json.length), notices: [] }
  return unfencedBlock(text, names) ?? unopenedBlock(text, names)
}

/** Eleventy and others name the language of the block. */
const namedBlock = (rest: string, language: string): Found | undefined => {
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest)
  if (!closing) return undefined
  return {
    block: (LANGUAGES[language] ?? programBlock)(rest.slice(0, closing.index)),
    body: rest.slice(closing.index + closing[0].length),
    notices: []
  }
}

const LANGUAGES: Readonly<Record<string, (block: string) => Block>> = {
  json: fencedJsonBlock,
  toml: tomlBlock,
  yaml: (block) => yamlBlock(block),
  yml: (block) => yamlBlock(block)
}

/**
 * Lines of keys, two at least, of which one states a fact and the others a fact or what programs state beside it, as
 * Pelican's `Slug: bru`; not `Oslo: Kommunen vedtok` nor a `Kilde: NTB` alone. Where two state facts and few are
 * unknown, those few stay in the text. A heading may come first, as where Notion exports a page: it stays too.
 */
const unfencedBlock = (text: string, names: FactNames): Found | undefined => {
  const heading = /^# [^\n]*\n(?:[^\S\n]*\n)*/.exec(text)?.[0] ?? ''
  const rest = text.slice(heading.length)
  const head = /^(?:[\p{L}_][\p{L} _-]{0,30}:[^\n]*\n){2,30}(?=[^\S\n]*\n)/u.exec(rest)?.[0]
  if (head === undefined) return undefined
  const lines = head.trimEnd().split('\n')
  const facts = lines.filter((line) => statesFact(line, names)).length
  const others = lines.filter((line) => !statesFact(line, names) && !BESIDE.has(keyOf(line)))
  if (facts === 0 || (others.length > 0 && (facts < 2 || others.length >= facts))) return undefined
  const kept = others.map((line) => `${line}\n`).join('')
  // The blank line that ends them is none of the text.
  const body = heading + (kept && `${kept}\n`) + rest.slice(head.length).replace(/^[^\S\n]*\n/, '')
  const block = headBlock(lines, heading.split('\n').length - 1, (line) => !others.includes(line))
  return { block, body, notices: [] }
}

/** Keys of Pelican, MultiMarkdown and others that are no facts, as `plainKey` has them. */
const BESIDE = wordSet(`
  slug summary description excerpt modified updated lastmod template layout saveas status translation image cover
  css series weight comments version copyright side page
`)

const keyOf = (line: string): string => plainKey(line.slice(0, line.indexOf(':')))

/** Does a line start with the key of a fact? */
const statesFact = (line: string, names: FactNames): boolean => {
  const facts = names.get(keyOf(line))?.map(({ fact }) => fact) ?? []
  return facts.some((fact) => fact !== 'text' && fact !== 'lead')
}

/** Hexo's, which leaves the first fence out: lines of keys, two of them known, and `---`. No heading underlined so. */
const unopenedBlock = (text: string, names: FactNames): Found | undefined => {
  const [head = '', block = ''] =
    /^((?:[\p{L}_][\p{L}\p{N}_ -]{0,30}:(?:[ \t][^\n]*)?\n(?:[ \t]*-? [^\n]*\n){0,50}){2,50})---[ \t]*(?:\n|$)/u.exec(
      text
    ) ?? []
  const keys = block.split('\n').filter((line) => /^[^\s-]/.test(line))
  if (keys.filter((line) => statesFact(line, names)).length < 2) return undefined
  return { block: yamlBlock(block, 0), body: text.slice(head.length), notices: [] }
}

const fencedBlock = (text: string, opening: string, isYaml: boolean): Found | undefined => {
  const rest = text.slice(opening.length)
  const closing = (isYaml ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m : /^\+\+\+[ \t]*(?:\n|$)/m).exec(rest)
  const closed = rest.slice(0, closing?.index)
  if (!opensWithKey(closed, isYaml) && !(closing && closed.trim() === '')) return undefined
  const read = isYaml ? yamlBlock : tomlBlock
  const block = closing && read(closed)
  const open = /\n[ \t]*\n|$/.exec(rest)!.index
  const isBroken = block === null || block.wrong.length > 0
  const textAt = isYaml && isBroken ? textIn(block === null ? rest.slice(0, open) : closed) : undefined
  if (block !== null && textAt === undefined)
    return { block, body: rest.slice(closing!.index + closing![0].length), notices: [] }
  const end = textAt ?? open
  return {
    block: read(rest.slice(0, end)),
    body: rest.slice(end).replace(/^[ \t]+---[ \t]*\n/, ''),
    notices: [NEVER_CLOSED]
  }
}

/**
 * Where the text starts in what is no YAML: at a line at the margin that states no key, as where the fence before it
 * has a space, ` ---`.
 */
const textIn = (block: string): number | undefined =>
  /^[ \t]+---[ \t]*\n|^(?![ \t#"'[{\]}-])[^:\n]*\p{L}[^:\n]*$/mu.exec(block)?.index

const NEVER_CLOSED: Notice = {
  kind: 'changed',
  reason:
    'The front matter is never closed, so that it was read to where its keys end: ' +
    'add a line `---` where the text starts',
  line: 1
}

/** `title: Digital agenda` and `# a comment` before it; not `– Nei, sa han`, `Han sa: Nei` or `kl. 12:30`. */
const opensWithKey = (block: string, isYaml: boolean): boolean =>
  isYaml
    ? /^(?:[ \t]*(?:#.*)?\n)*["']?[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_]+)?["']?[ \t]*:(?:\s|$)/u.test(block)
    : /^(?:[ \t]*(?:#.*)?\n)*(?:["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*=|\[)/u.test(block)
