/**
 * Makes an element. Values of `props` are attributes; functions are listeners, `true` is an empty attribute, `false`
 * and `undefined` are none. Text is always text, never HTML.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [props]
 * @param {...(Node | string | undefined)} children
 */
export const el = (name, props = {}, ...children) => fill(document.createElement(name), props, children)

const SVG = 'http://www.w3.org/2000/svg'

/** As `el`, in SVG. */
export const svg = (name, props = {}, ...children) =>
  fill(document.createElementNS(SVG, name), props, children)

const fill = (element, props, children) => {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** Text with what matches marked. `highlights` are ranges of UTF-16 code units into `text`, in order. */
export const marked = (text, highlights = []) => {
  const parts = []
  let at = 0
  for (const { start, end } of highlights) {
    parts.push(text.slice(at, start), el('mark', {}, text.slice(start, end)))
    at = end
  }
  parts.push(text.slice(at))
  return parts
}

/**
 * A passage as it is shown: what matches marked, `…` where it is cut inside a sentence, and each paragraph on a line
 * of its own (in `white-space: pre-line`).
 *
 * @param {number} [from] shows it from here on, UTF-16 code units into its text; what is before is left out unmarked
 */
export const passage = ({ text, highlights, html }, from = 0) => {
  const { before, after } = cutsOf(text, html)
  const moved = highlights.map(({ start, end }) => ({ start: start - from, end: end - from }))
  const rest = marked(
    text.slice(from),
    moved.filter(({ start }) => start >= 0)
  )
  return [from === 0 ? before : '', ...rest, after].map((node) =>
    typeof node === 'string' ? node.replace(/\s*\n\s*/g, '\n') : node
  )
}

/** What `html` has before and after the text, which is in it escaped: `… ` and ` …`, or nothing. */
const cutsOf = (text, html) => {
  const shown = new DOMParser().parseFromString(html, 'text/html').body.textContent
  const start = shown.lastIndexOf(text)
  return { before: shown.slice(0, start), after: shown.slice(start + text.length) }
}

/** The element of the page with this id. */
export const byId = (id) => document.getElementById(id)
