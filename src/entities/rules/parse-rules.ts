import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import type { z } from 'zod'
import { Decisions } from './decisions.js'
import { NO_RULES, type EntityRules, type Heading, type Rule } from './entity-rules.js'
import { RULES } from './rule-schemas.js'

/** What is wrong with a rule, and how to fix it; the others hold. */
export interface RuleProblem {
  /** 1-based. */
  readonly line: number
  readonly reason: string
}

export interface ParsedRules {
  readonly rules: EntityRules
  readonly problems: readonly RuleProblem[]
}

const HEADINGS = Object.keys(RULES) as Heading[]

/**
 * Reads `entities.yaml`; of rules that contradict each other the first holds:
 *
 *     merge:
 *       - into: organisation:kommunesektorens-organisasjon
 *         from: [organisation:kommunenes-sentralforbund]
 *     split:
 *       - from: person:kari-hansen
 *         into: person:kari-hansen-lege
 *         name: Kari Hansen (lege)
 *         articles: [sak-17, sak-18]
 *     separate: [organisation:telenor-norge]
 *     rename:
 *       - { entity: person:kari-hansen, name: Kari Hansen (Ap) }
 *     type:
 *       - { entity: organisation:digifinn, type: product }
 *     hide: [organisation:foto]
 */
export const parseRules = (text: string): ParsedRules => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const lineAt = (offset: number): number => lines.linePos(offset).line
  const problems: RuleProblem[] = []
  const report = (offset: number, reason: string): void => {
    problems.push({ line: lineAt(offset), reason })
  }
  for (const { pos, code, message } of document.errors)
    report(pos[0], code === SECOND ? SECOND_DOCUMENT : `This is not valid YAML (${message}): fix the line`)
  if (document.errors.some(({ code }) => code !== SECOND)) return { rules: NO_RULES, problems }
  const rules = Object.fromEntries(HEADINGS.map((heading) => [heading, [] as unknown[]]))
  const decisions = new Decisions()
  for (const { heading, item } of items(document, report)) {
    const offset = item?.range?.[0] ?? 0
    const parsed: z.ZodSafeParseResult<unknown> = RULES[heading].safeParse(plain(item, document))
    const wrong = parsed.success
      ? (statedTwice(item) ?? decisions.add({ heading, rule: parsed.data } as Rule, lineAt(offset)))
      : parsed.error.issues.map(sentence).join('; ')
    if (wrong === undefined) rules[heading]!.push(parsed.data)
    else report(offset, `${heading}: ${wrong}`)
  }
  return { rules: rules as unknown as EntityRules, problems }
}

const SECOND = 'MULTIPLE_DOCS'
const SECOND_DOCUMENT =
  'A line "---" or "..." ends the rules here, and those after it are not read: take that line away'

interface Item {
  readonly heading: Heading
  readonly item: Node | null
}

function* items(
  { contents }: Document.Parsed,
  report: (offset: number, reason: string) => void
): Generator<Item> {
  if (contents === null) return
  if (!isMap(contents)) {
    report(contents.range[0], `The file must have headings with lists of rules: ${HEADINGS.join(', ')}`)
    return
  }
  for (const { key, value } of contents.items) {
    const heading = isScalar(key) ? String(key.value) : ''
    const offset = isScalar(key) ? key.range[0] : contents.range[0]
    if (!isHeading(heading))
      report(offset, `There is no heading "${heading}": the headings are ${HEADINGS.join(', ')}`)
    else if (isSeq(value)) for (const item of value.items) yield { heading, item }
    else if (value !== null && !(isScalar(value) && value.value === null))
      report(offset, `${heading}: must be a list, each rule on a line that begins with a hyphen`)
  }
}

const isHeading = (text: string): text is Heading => (HEADINGS as string[]).includes(text)

/** An alias may stand for far more than is written; rules have no use for it, and it is read as nothing. */
const plain = (item: Node | null, document: Document): unknown => {
  try {
    return item?.toJS(document, { maxAliasCount: 0 }) ?? null
  } catch {
    return null
  }
}

/** The parser lets keys stand twice, for headings may. */
const statedTwice = (item: Node | null): string | undefined => {
  const seen = new Set<unknown>()
  for (const { key } of isMap(item) ? item.items : []) {
    const name = isScalar(key) ? key.value : undefined
    if (seen.has(name)) return `${String(name)} is stated twice: keep one of the two`
    seen.add(name)
  }
  return undefined
}

const sentence = ({ path, message }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.join('.')} ${message}`
