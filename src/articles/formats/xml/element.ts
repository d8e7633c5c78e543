/** An element of XML with what is in it; comments and processing instructions are left out. */
export interface XmlElement {
  /** As it is written, with its prefix: `content:encoded`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** Where its tag starts, 1-based. */
  readonly line: number
}

/** `nitf:body` → `body` */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The elements in it that are called so, by their local names. */
export const childrenOf = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(localName(child.name))
  )

/** The first element along a path of local names. */
export const childOf = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element)

/** The first child with this prefix and name: `dc:creator` and no other `creator`. */
export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)

/** All elements inside that are called so, in the order of the document. */
export const descendantsOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(localName(child.name) === name ? [child] : []), ...descendantsOf(child, name)]
  )

/** All text in it, one kind of white space between words; undefined where there is none. */
export const wordsOf = (element: XmlElement | undefined): string | undefined =>
  element === undefined ? undefined : rawText(element).replace(/\s+/g, ' ').trim() || undefined

/** All text in it, as it is written. */
export const rawText = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')

/**
 * What is in it as HTML without attributes.
 *
 * @param tagOf the tag of HTML that an element is like, by its local name
 */
export const innerHtml = (
  { children }: XmlElement,
  tagOf: (name: string) => string = (name) => name
): string =>
  children
    .map((child) => {
      if (typeof child === 'string') return escaped(child)
      const tag = tagOf(localName(child.name))
      return tag === 'br' ? '<br>' : `<${tag}>${innerHtml(child, tagOf)}</${tag}>`
    })
    .join('')

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
