import { el } from './dom.js'
import { toggled } from './state.js'

/** Facets that are asked for, and the filter that each value sets. */
export const FACETS = {
  source: 'source',
  person: 'entity',
  organisation: 'entity',
  place: 'entity',
  event: 'entity',
  author: 'author',
  tag: 'tag',
  language: 'lang'
}

/** Values a facet. */
export const FACET_SIZE = 8

/** The counts of a result, each value a button that filters by it. */
export const facetLists = (facets, state, { texts, formats, onChange }) => {
  const lists = Object.entries(FACETS).flatMap(([name, filter]) => {
    const values = facets[name] ?? []
    // One value that all have tells nothing; a name does.
    if (values.length === 0 || (name === 'language' && values.length === 1)) return []
    const label = ({ value, label: named }) => (filter === 'lang' ? texts.languages[value] : (named ?? value))
    const title = texts.facets[filter === 'entity' ? name : filter]
    const buttons = values.map((each) =>
      el(
        'li',
        {},
        el(
          'button',
          {
            type: 'button',
            'aria-pressed': String(state[filter].includes(each.value)),
            click: () => {
              onChange({ [filter]: toggled(state[filter], each.value) })
            }
          },
          el('span', {}, label(each)),
          el('small', {}, formats.number(each.count))
        )
      )
    )
    return [el('section', { class: 'facet' }, el('h2', {}, title), el('ul', {}, ...buttons))]
  })
  return [...lists, dates(state, texts, onChange)]
}

const dates = (state, texts, onChange) =>
  el(
    'section',
    { class: 'facet' },
    el('h2', {}, texts.facets.dates),
    ...['from', 'to'].map((name) =>
      el(
        'label',
        {},
        texts[name],
        el('input', {
          type: 'date',
          value: state[name].slice(0, 10),
          change: (event) => {
            onChange({ [name]: event.target.value })
          }
        })
      )
    )
  )

/** Each filter that holds, as a button that takes it away. @param {Map<string, string>} names of entities, by id */
export const chips = (state, names, { texts, formats, onChange }) => {
  const chip = (label, change) =>
    el(
      'button',
      {
        type: 'button',
        'aria-label': texts.remove(label),
        click: () => {
          onChange(change)
        }
      },
      label,
      el('span', { 'aria-hidden': 'true' }, '×')
    )
  const listed = ['source', 'author', 'tag', 'lang', 'entity'].flatMap((filter) =>
    state[filter].map((value) => {
      const label = filter === 'lang' ? texts.languages[value] : names.get(value)
      return chip(label ?? value, { [filter]: toggled(state[filter], value) })
    })
  )
  const { from, to, speaker } = state
  if (speaker !== '') listed.push(chip(`– ${names.get(speaker) ?? speaker}`, { speaker: '' }))
  if (from !== '' || to !== '') {
    const [first, last] = [from, to].map((day) => (day === '' ? '' : formats.date(day)))
    listed.push(chip(`${first} – ${last}`, { from: '', to: '' }))
  }
  return listed
}
