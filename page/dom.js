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

/** The element of the page with this id. */
export const byId = (id) => document.getElementById(id)
