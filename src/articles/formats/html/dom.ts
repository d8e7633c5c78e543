import { parseHTML } from 'linkedom'

/** As much of the DOM as pages are read with; the compiler knows no browser here. */
export interface PageElement {
  readonly textContent: string
  readonly innerHTML: string
  getAttribute(name: string): string | null
  remove(): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>
}

export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: PageElement
}

/** Runs no script and fetches nothing. */
export const parsePage = (html: string): PageDocument =>
  (parseHTML(/<html[\s>]/i.test(html) ? html : `<html>${html}</html>`) as { readonly document: PageDocument })
    .document
