/** In UTF-16 code units: a tag or an expression that is longer is taken for text. */
const LONGEST = 5000

/** A component that is closed, or an import: only MDX has them. */
const SIGN =
  /<\/[A-Z][a-z][\w.]*>|<[A-Z][a-z][\w.]*(?:\s[^<>]{0,500})?\/>|^import\s[^\n]*["'][^"'\n]+["'];?[ \t]*$|^\} from ["']/m

/** Modules that are imported, also over several lines; and what is exported, up to a blank line outside of brackets. */
const IMPORT = /^import\s+(?:[\w*{][^;"'`]{0,2000}?\sfrom\s*)?["'][^"'\n]+["'];?[ \t]*$/gm
const EXPORT = /^export\s+(?:default|const|let|var|function|async|class)\s/gm

/**
 * A document of MDX without what is no text: imports, exports, tags of components and expressions. What stands between
 * the tags stays, and so does a document that is plain Markdown.
 *
 * - `<Card onClick={() => { f() }}>Tekst</Card>` → `Tekst`; `{props.antall}` → nothing; `{'{'}` → `{`
 * - left alone: `import av mat fra Norge`, `<p>`, `5 < 7`
 */
export const withoutMdx = (text: string): string => {
  if (!SIGN.test(text)) return text
  return withoutTagsAndExpressions(withoutExports(text.replace(IMPORT, '')))
}

const withoutExports = (text: string): string => {
  let shown = ''
  let done = 0
  for (const { index } of text.matchAll(EXPORT)) {
    if (index < done) continue
    shown += text.slice(done, index)
    done = exportEnd(text, index)
  }
  return shown + text.slice(done)
}

const exportEnd = (text: string, start: number): number => {
  let depth = 0
  const limit = Math.min(text.length, start + LONGEST)
  for (let at = start; at < limit; at++) {
    const character = text[at]!
    if ('{[('.includes(character)) depth++
    else if ('}])'.includes(character)) depth--
    else if (character === '\n' && depth <= 0 && /^[ \t]*(?:\n|$)/.test(text.slice(at + 1, at + 200)))
      return at
  }
  return limit === text.length && depth <= 0 ? limit : (text.indexOf('\n', start) + 1 || limit) - 1
}

const withoutTagsAndExpressions = (text: string): string => {
  const parts: string[] = []
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character !== '<' && character !== '{') continue
    const isTag = character === '<'
    if (isTag && !/^<(?:\/?[A-Z][\w.]*[\s/>]|\/?>)/.test(text.slice(at, at + 80))) continue
    const end = balancedEnd(text, at, isTag)
    if (end === undefined) continue
    const inside = text.slice(at + 1, end - 1)
    parts.push(text.slice(done, at), isTag ? titleIn(inside) : literalIn(inside))
    done = end
    at = end - 1
  }
  return parts.join('') + text.slice(done)
}

/** Where a tag ends, outside of its strings and braces, or an expression. */
const balancedEnd = (text: string, start: number, isTag: boolean): number | undefined => {
  let depth = 0
  const limit = Math.min(text.length, start + LONGEST)
  for (let at = start; at < limit; at++) {
    const character = text[at]!
    if (character === '{') depth++
    else if (character === '}') {
      depth--
      if (depth === 0 && !isTag) return at + 1
    } else if (character === '>' && depth === 0) return at + 1
    else if (isQuote(character) && (depth > 0 || text[at - 1] === '=')) at = stringEnd(text, at, limit)
  }
  return undefined
}

const isQuote = (character: string): boolean => character === '"' || character === "'" || character === '`'

/** The mark that closes a string; where there is none on its line, the one that opens it: an apostrophe. */
const stringEnd = (text: string, start: number, limit: number): number => {
  const quote = text[start]!
  for (let at = start + 1; at < limit; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === quote) return at
    else if (text[at] === '\n' && quote === "'") return start
  }
  return start
}

/** What a component states above or below what is in it; `<Video title="…" />` shows nothing of it. */
const titleIn = (tag: string): string => {
  const names = tag.endsWith('/') ? 'caption' : 'caption|title|summary'
  const stated = new RegExp(`\\s(?:${names})=(?:"([^"]+)"|'([^']+)')`).exec(tag)
  return stated === null ? '' : `\n\n${stated[1] ?? stated[2]!}\n\n`
}

/** `'{'` and `" "` are shown, `props.antall` is not known. */
const literalIn = (expression: string): string => /^\s*(["'`])([^$\n]*)\1\s*$/.exec(expression)?.[2] ?? ''
