import { ask } from './api.js'
import { byId, el } from './dom.js'

/** How long nothing is typed before completions are asked for, in milliseconds. */
const PAUSE = 90
const SIZE = 7

/**
 * Completions below the search box, as an ARIA combobox: arrows choose, Enter takes, Escape closes.
 *
 * @param {(text: string, entity: string | undefined) => void} take is given what was chosen
 */
export const suggestIn = (input, list, take) => {
  let items = []
  let chosen = -1
  let timer
  let asking = new AbortController()

  const close = () => {
    asking.abort()
    clearTimeout(timer)
    items = []
    chosen = -1
    list.hidden = true
    list.replaceChildren()
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  const choose = (index) => {
    chosen = index
    ;[...list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)))
    if (index < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `suggestion-${index}`)
  }

  const accept = (index) => {
    const { text, entity } = items[index]
    close()
    take(text, entity)
  }

  const show = (found) => {
    items = found
    if (found.length === 0) {
      close()
      return
    }
    list.replaceChildren(
      ...found.map(({ text, kind }, index) =>
        el(
          'li',
          {
            id: `suggestion-${index}`,
            role: 'option',
            class: kind,
            'aria-selected': 'false',
            // Before the box loses the focus.
            pointerdown: (event) => {
              event.preventDefault()
              accept(index)
            }
          },
          el('span', {}, text)
        )
      )
    )
    choose(-1)
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
  }

  const complete = async () => {
    asking = new AbortController()
    const prefix = input.value.trim()
    if (prefix === '') {
      close()
      return
    }
    try {
      const { items: found } = await ask(
        '/v1/suggest',
        { prefix: prefix.slice(0, 100), size: SIZE },
        asking.signal
      )
      if (document.activeElement === input) show(eachOnce(found))
    } catch {
      close()
    }
  }

  input.addEventListener('input', () => {
    asking.abort()
    clearTimeout(timer)
    timer = setTimeout(complete, PAUSE)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const { key } = event
    const last = items.length - 1
    if (key === 'ArrowDown') choose(chosen === last ? -1 : chosen + 1)
    else if (key === 'ArrowUp') choose(chosen === -1 ? last : chosen - 1)
    else if (key === 'Escape') close()
    else if (key === 'Enter' && chosen >= 0) accept(chosen)
    else return
    event.preventDefault()
  })
  byId('search').addEventListener('submit', close)
}

/** Without words that are the name of an entity beside them: `stortinget`, *Stortinget* */
const eachOnce = (found) => {
  const names = new Set(found.flatMap(({ kind, text }) => (kind === 'entity' ? text.toLowerCase() : [])))
  return found.filter(({ kind, text }) => kind !== 'word' || !names.has(text.toLowerCase()))
}
