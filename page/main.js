import { ask, Problem } from './api.js'
import { articleView, backLink } from './article.js'
import { byId, el } from './dom.js'
import { chips, facetLists, FACETS, FACET_SIZE } from './facets.js'
import { formatsIn } from './format.js'
import { drawGraph, namesThatFit } from './graph.js'
import { hitList, noQuotes, orderLinks, quoteList, speakerList, warningList } from './lists.js'
import { readArticle } from './read-article.js'
import { cleared, filterOf, hrefOf, readState } from './state.js'
import { suggestIn } from './suggest.js'
import { textsIn, TONGUES, tongueOf } from './texts.js'
import { timeline } from './timeline.js'

const PAGE = 10
const SPEAKERS = 12
/** Characters of an article's beginning, of which its title may be the first sentence. */
const LEAD = 360
/** Between two tries while the articles are being read, in milliseconds. */
const RETRY = 1500

let state = readState()
let showing = new AbortController()
/** Names of entities that answers have told, by id. */
const names = new Map()

const tongue = () => tongueOf(state.ui)

/** What the parts of the page need beside their data. */
const context = () => ({
  state,
  texts: textsIn(tongue()),
  formats: formatsIn(tongue()),
  href: (change) => hrefOf({ ...state, ...change }),
  onChange: (change) => {
    go({ ...state, ...change })
  }
})

const go = (next) => {
  if (hrefOf(next) === hrefOf(state)) return
  history.pushState(null, '', hrefOf(next))
  void show()
}

/** Draws all that the address asks for. */
const show = async () => {
  const before = state
  state = readState()
  showing.abort()
  showing = new AbortController()
  const { signal } = showing
  drawFrame()
  document.body.classList.add('busy')
  try {
    await (state.article === '' ? showResult(signal) : showArticle(signal))
    if (state.article !== before.article) focusAfter(before)
  } catch (error) {
    if (!signal.aborted) tell(error, signal)
  } finally {
    if (!signal.aborted) document.body.classList.remove('busy')
  }
}

const focusAfter = ({ article }) => {
  if (state.article !== '') byId('headline')?.focus()
  else document.querySelector(`.hit a[href*="article=${CSS.escape(article)}"]`)?.focus()
  if (state.article !== '') scrollTo(0, 0)
}

const nameWindow = (about) => {
  document.title = [about, 'Nyhetssøk'].filter(Boolean).join(' – ')
}

/** What does not depend on an answer. */
const drawFrame = () => {
  const { texts, href } = context()
  document.documentElement.lang = tongue()
  nameWindow(state.q)
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = texts[element.dataset.text]
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', texts[element.dataset.label])
  const input = byId('q')
  input.setAttribute('aria-label', texts.searchIn)
  input.placeholder = texts.searchIn
  byId('suggestions').setAttribute('aria-label', texts.search)
  if (document.activeElement !== input || input.value === '') input.value = state.q
  byId('home').href = hrefOf(cleared(state))
  const link = (label, change, isCurrent) =>
    el('a', { href: href(change), 'aria-current': isCurrent ? 'page' : undefined }, label)
  byId('views').replaceChildren(
    ...['articles', 'quotes', 'names'].map((view) => {
      const value = view === 'articles' ? '' : view
      return link(texts[view], { view: value, article: '' }, state.view === value && state.article === '')
    })
  )
  byId('tongues').replaceChildren(
    ...TONGUES.map((each) => {
      const element = link(textsIn(each).name, { ui: each }, tongue() === each)
      element.lang = each
      return element
    })
  )
  document.body.classList.toggle('reading', state.article !== '')
}

const showResult = async (signal) => {
  const views = { quotes: showQuotes, names: showNames }
  await Promise.all([
    (views[state.view] ?? showHits)(signal),
    showFacets(signal),
    showTimeline(signal),
    ...[...state.entity, state.speaker].filter((id) => id !== '' && !names.has(id)).map(learnName)
  ])
  byId('chips').replaceChildren(...chips(state, names, context()))
}

const learnName = async (id) => {
  const entity = await ask(`/v1/entities/${encodeURIComponent(id)}`).catch(() => undefined)
  if (entity !== undefined) names.set(id, entity.name)
}

const showHits = async (signal) => {
  const { texts, formats } = context()
  const answer = await ask(
    '/v1/search',
    {
      ...filterOf(state),
      sort: state.sort,
      size: PAGE,
      snippets: 1,
      snippetLength: state.q === '' ? LEAD : ''
    },
    signal
  )
  const { query, total } = answer
  byId('summary').replaceChildren(
    texts.found(formats.number(total), state.q),
    query.relaxed || query.didYouMean !== undefined ? '.' : '',
    query.relaxed ? ` ${texts.relaxed}` : '',
    ...correction(query.didYouMean)
  )
  byId('warnings').replaceChildren(...warningList(query, context()))
  byId('results').replaceChildren(
    ...(total === 0 ? [] : [orderLinks(context())]),
    ...pages(answer, 'hits', hitList)
  )
}

const correction = (didYouMean) => {
  if (didYouMean === undefined) return []
  const { texts, href } = context()
  return [` ${texts.didYouMean} `, el('a', { href: href({ q: didYouMean }) }, didYouMean), '?']
}

/** A page of a list, and a button that puts the next one in its place. */
const pages = (answer, key, draw) => {
  const { texts } = context()
  const items = answer[key]
  if (items.length === 0) return [el('p', { class: 'notice' }, texts.nothing)]
  const { next } = answer.links
  if (next === undefined) return draw(items, context())
  const button = el('button', { type: 'button', class: 'more' }, texts.more)
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      const added = pages(await ask(next), key, draw)
      button.replaceWith(...added)
      added[0]?.querySelector('a')?.focus()
    } catch (error) {
      button.disabled = false
      tell(error, showing.signal)
    }
  })
  return [...draw(items, context()), button]
}

const showQuotes = async (signal) => {
  const { texts, formats } = context()
  const filter = filterOf(state)
  const [quotes, speakers] = await Promise.all([
    ask('/v1/quotes', { ...filter, speaker: state.speaker, size: PAGE }, signal),
    ask('/v1/speakers', { ...filter, size: SPEAKERS }, signal)
  ])
  for (const { id, name } of speakers.items) names.set(id, name)
  byId('summary').replaceChildren(texts.foundQuotes(formats.number(quotes.total), state.q))
  byId('warnings').replaceChildren(...warningList(quotes.query, context()))
  byId('results').replaceChildren(
    ...speakerList(speakers.items, state, context()),
    ...(quotes.total === 0 && state.q !== '' ? noQuotes(context()) : pages(quotes, 'items', quoteList))
  )
}

const showNames = async (signal) => {
  const { texts, formats } = context()
  const graph = await ask('/v1/graph', { ...filterOf(state), size: namesThatFit() }, signal)
  for (const { id, name } of graph.nodes) names.set(id, name)
  byId('summary').replaceChildren(texts.found(formats.number(graph.total), state.q))
  byId('warnings').replaceChildren(...warningList(graph.query, context()))
  byId('results').replaceChildren(...drawGraph(graph, context()))
}

/** Names may not be read yet, when articles are searched already: then the counts are those without names. */
const showFacets = async (signal) => {
  const askFor = (facets) =>
    ask('/v1/search', { ...filterOf(state), facets, facetSize: FACET_SIZE, size: 1, snippets: 0 }, signal)
  const known = Object.keys(FACETS)
  const answer = await askFor(known).catch((error) => {
    if (!(error instanceof Problem && error.status === 503)) throw error
    return askFor(known.filter((facet) => FACETS[facet] !== 'entity'))
  })
  for (const values of Object.values(answer.facets))
    for (const { value, label } of values) if (label !== undefined) names.set(value, label)
  byId('facets').hidden = answer.total === 0 && state.from === '' && state.to === ''
  byId('facet-lists').replaceChildren(...facetLists(answer.facets, state, context()))
}

/**
 * Of all times, so that what is chosen stands among the rest. The most frequent first, as in the order of time those
 * without articles count among the thousand that are answered at most.
 */
const showTimeline = async (signal) => {
  const { from, to, ...others } = filterOf(state)
  const answer = await ask(
    '/v1/search',
    { ...others, facets: 'year,month', facetSize: 1000, size: 1, snippets: 0 },
    signal
  )
  const { year: years, month: months } = answer.facets
  byId('timeline').replaceChildren(...timeline({ years, months }, { from, to }, context()))
}

const showArticle = async (signal) => {
  const read = await readArticle(state, names, signal)
  nameWindow(read.article.title)
  byId('summary').replaceChildren()
  byId('warnings').replaceChildren()
  byId('chips').replaceChildren()
  byId('timeline').replaceChildren()
  byId('results').replaceChildren(...articleView(read, context()))
}

/** What went wrong; while the articles are being read, it is tried again. */
const tell = (error, signal) => {
  const { texts } = context()
  const isWaiting = error instanceof Problem && error.status === 503
  const message = isWaiting ? texts.waiting : (texts.problems[error.code] ?? texts.failed)
  const isReading = state.article !== ''
  if (isReading) nameWindow(message.replace(/\.$/, ''))
  for (const id of isReading ? ['summary', 'warnings', 'chips', 'timeline'] : ['summary', 'warnings'])
    byId(id).replaceChildren()
  byId('results').replaceChildren(
    ...(isReading ? [backLink(context())] : []),
    el('p', { class: 'notice' }, message)
  )
  if (!isWaiting) return
  setTimeout(() => {
    if (!signal.aborted) void show()
  }, RETRY)
}

/** A link within the page changes the state, without another page being loaded. */
const followLinks = (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  const link = event.target.closest('a[href]')
  if (link === null) return
  const address = new URL(link instanceof SVGElement ? link.href.baseVal : link.href, location.href)
  if (address.origin !== location.origin || address.pathname !== '/' || address.hash !== '') return
  event.preventDefault()
  history.pushState(null, '', address)
  void show()
}

const start = () => {
  const input = byId('q')
  byId('search').addEventListener('submit', (event) => {
    event.preventDefault()
    go({ ...state, q: input.value.trim(), article: '' })
  })
  suggestIn(input, byId('suggestions'), (text, entity) => {
    if (entity === undefined) input.value = text
    else input.value = state.q
    const entities = entity === undefined ? state.entity : [...new Set([...state.entity, entity])]
    go({ ...state, article: '', q: input.value, entity: entities })
  })
  document.addEventListener('click', followLinks)
  addEventListener('popstate', () => void show())
  addEventListener('keydown', ({ key, target }) => {
    const isTyping = target instanceof HTMLInputElement
    if (key === '/' && !isTyping) setTimeout(() => input.select())
    else if (key === 'Escape' && !isTyping && state.article !== '') go({ ...state, article: '' })
  })
  byId('facets').open = matchMedia('(min-width: 60rem)').matches
  if (matchMedia('(hover: hover)').matches && state.article === '') input.focus()
  void show()
}

start()
