import { Parser } from 'htmlparser2'
import { Slices } from '../../../structures/slices.js'
import { Refusal } from '../../refusal.js'
import { MAX_ARTICLE_BYTES, tooLargeToGoOn } from '../format.js'
import { localName, type XmlElement } from './element.js'

/** An element that holds an article, as the document comes by. */
export interface XmlRecord {
  readonly element: XmlElement
  /** The elements that it is in, the root first, with what came before it but other records: a feed's title. */
  readonly around: readonly XmlElement[]
  /** Names the element inside that is never closed, or closed in the wrong place, if there is one. */
  readonly unclosed?: string
}

/** Elements inside each other. Documents have some tens; what has more is made to harm. */
const DEEPEST = 500

/**
 * Reads a document as a stream and gives each element that holds an article. One of them is held at a time. What is not
 * well-formed is read as far as sense can be made of it. Nothing outside of the document is ever read, and no entity of
 * its own expanded.
 *
 * @param recordNames local names of those elements, told by the root element
 * @throws {Refusal} for entities of its own, an element that is too large, and elements too deep inside each other
 */
export async function* xmlRecords(
  texts: AsyncIterable<string>,
  recordNames: (root: string) => readonly string[]
): AsyncGenerator<XmlRecord, void> {
  const tree = new RecordTree(recordNames)
  const parser = new Parser(tree, { xmlMode: true, decodeEntities: true })
  const slices = new Slices()
  for await (const text of texts)
    // A line at a time, so that the line of a tag is known.
    for (const line of text.split(/(?<=\n)/)) {
      parser.write(line)
      tree.wrote(line)
      yield* tree.take()
      if (slices.isOver) await slices.next()
    }
  parser.end()
  yield* tree.take()
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** What the parser calls back, gathered into records. */
class RecordTree {
  private readonly open: OpenElement[] = []
  /** Where the record that is being read is in `open`; -1 outside of records. */
  private recordAt = -1
  private names: readonly string[] | undefined
  private line = 1
  private tagLine = 1
  /** Since the record started or ended, in UTF-16 code units. */
  private size = 0
  private unclosed: string | undefined
  /** The element that was opened last, while nothing has come after its tag: `<br/>` closes at once. */
  private latest: OpenElement | undefined
  private found: XmlRecord[] = []

  constructor(private readonly recordNames: (root: string) => readonly string[]) {}

  wrote(text: string): void {
    if (text.endsWith('\n')) this.line++
    this.size += text.length
    if (this.size > MAX_ARTICLE_BYTES) throw tooLargeToGoOn(this.open[Math.max(this.recordAt, 0)]?.line)
  }

  take(): readonly XmlRecord[] {
    const { found } = this
    this.found = []
    return found
  }

  onprocessinginstruction(name: string, declaration: string): void {
    if (name.toLowerCase() === '!entity' || /<!ENTITY/i.test(declaration))
      throw new Refusal(OWN_ENTITIES, this.line)
  }

  onopentagname(): void {
    this.tagLine = this.line
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.open.length === DEEPEST)
      throw new Refusal(
        `More than ${DEEPEST} elements are inside each other: this is no article`,
        this.tagLine
      )
    const element: OpenElement = { name, attributes, children: [], line: this.tagLine }
    this.names ??= this.recordNames(localName(name))
    if (this.recordAt === -1 && this.names.includes(localName(name))) {
      this.recordAt = this.open.length
      this.size = 0
      this.unclosed = undefined
    } else this.open.at(-1)?.children.push(element)
    this.open.push(element)
    this.latest = element
  }

  onclosetag(_name: string, isImplied: boolean): void {
    const element = this.open.pop()!
    if (isImplied && element !== this.latest) this.unclosed ??= element.name
    this.latest = undefined
    if (this.open.length !== this.recordAt) return
    this.recordAt = -1
    this.size = 0
    const { unclosed } = this
    this.found.push({ element, around: [...this.open], ...(unclosed !== undefined && { unclosed }) })
  }

  ontext(text: string): void {
    this.latest = undefined
    this.open.at(-1)?.children.push(text)
  }
}

const OWN_ENTITIES =
  'The XML declares entities of its own, which may expand without end or read other files: ' +
  'write what they stand for, and take the declaration away'
