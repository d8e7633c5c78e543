const LISTS = ['source', 'author', 'tag', 'lang', 'entity']
const TEXTS = ['q', 'view', 'article', 'sort', 'from', 'to', 'speaker', 'ui']

/**
 * What the page shows, all of it in its address, so that a link leads to just this.
 *
 * @typedef {Record<'source' | 'author' | 'tag' | 'lang' | 'entity', string[]> &
 *   Record<'q' | 'view' | 'article' | 'sort' | 'from' | 'to' | 'speaker' | 'ui', string>} State
 */

/** @returns {State} */
export const readState = () => {
  const query = new URLSearchParams(location.search)
  return Object.fromEntries([
    ...TEXTS.map((name) => [name, query.get(name) ?? '']),
    ...LISTS.map((name) => [name, query.getAll(name)])
  ])
}

/** The address of a state. @param {State} state */
export const hrefOf = (state) => {
  const query = new URLSearchParams()
  for (const name of [...TEXTS, ...LISTS])
    for (const value of [state[name]].flat()) if (value !== '') query.append(name, value)
  return query.size === 0 ? '/' : `/?${query}`
}

/** The parameters that every list of the result takes. @param {State} state */
export const filterOf = ({ q, source, author, tag, lang, entity, from, to }) => ({
  q,
  source,
  author,
  tag,
  lang,
  entity,
  from,
  to
})

/** Without a value if it is in the list, else with it. */
export const toggled = (list, value) =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]

/** A state without anything but the language of the page. @param {State} state */
export const cleared = ({ ui }) => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, ''])),
  ...Object.fromEntries(LISTS.map((name) => [name, []])),
  ui
})
