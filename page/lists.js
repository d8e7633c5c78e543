import { el, marked, passage } from './dom.js'

/** What is known of an article, on one line: `digi.no · 2018` */
export const about = ({ source, publishedAt, authors = [] }, formats) => {
  const parts = [source, ...authors, publishedAt === undefined ? undefined : formats.date(publishedAt)]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/** The orders that a list of hits may have. */
export const orderLinks = ({ state, texts, href }) => {
  const usual = state.q === '' ? 'newest' : 'relevance'
  const orders = state.q === '' ? ['newest', 'oldest'] : ['relevance', 'newest', 'oldest']
  return el(
    'p',
    { class: 'orders' },
    ...orders.map((order) =>
      el(
        'a',
        {
          href: href({ sort: order === usual ? '' : order }),
          'aria-current': (state.sort === '' ? usual : state.sort) === order ? 'true' : undefined
        },
        texts[order]
      )
    )
  )
}

/** Hits with their passages. @param {(change: object) => string} href of the state with a change */
export const hitList = (hits, { href, formats }) =>
  hits.map((hit) =>
    el(
      'article',
      { class: 'hit', lang: hit.language === 'und' ? undefined : hit.language },
      el('h2', {}, el('a', { href: href({ article: hit.id }) }, ...marked(hit.title, hit.titleHighlights))),
      el('p', { class: 'about' }, about(hit, formats)),
      ...hit.snippets
        .filter(({ text }) => text.trim() !== hit.title)
        .map((snippet) =>
          el('p', { class: 'snippet' }, ...passage(snippet, afterTitle(snippet.text, hit.title)))
        )
    )
  )

/** Where the text goes on after the title, UTF-16 code units; 0 where it does not begin with it. */
export const afterTitle = (text, title) => {
  const rest = text.startsWith(title) ? text.slice(title.length) : undefined
  return rest === undefined || /^\S/.test(rest) ? 0 : text.length - rest.trimStart().length
}

/** Who said what, and where. */
export const quoteList = (quotes, { href, texts, formats }) =>
  quotes.map((quote) => {
    const { speaker, kind, articleId } = quote
    const who =
      speaker?.entity === undefined
        ? el('span', { class: 'who' }, speaker?.text ?? texts.unnamed)
        : el('a', { class: 'who', href: href({ speaker: speaker.entity }) }, speaker.name ?? speaker.text)
    return el(
      'figure',
      { class: `quote ${kind}` },
      el('blockquote', {}, el('p', {}, quote.text)),
      el(
        'figcaption',
        {},
        who,
        kind === 'reported'
          ? el('small', {}, ` (${quote.denied ? texts.denied : texts.reported})`)
          : undefined,
        el('span', { class: 'about' }, [' ', about(quote, formats)].join(' ')),
        el('a', { class: 'where', href: href({ article: articleId }) }, quote.title)
      )
    )
  })

/** Who is quoted most, each one a link to what they say. */
export const speakerList = (speakers, state, { href, texts, formats }) => {
  if (speakers.length === 0) return []
  const items = speakers.map(({ id, name, quotes }) =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: href({ speaker: state.speaker === id ? '' : id }),
          'aria-current': state.speaker === id ? 'true' : undefined
        },
        el('span', {}, name),
        el('small', {}, formats.number(quotes))
      )
    )
  )
  return [
    el(
      'section',
      { class: 'speakers' },
      el('h2', { class: 'quiet' }, texts.speakers(state.q)),
      el('ul', {}, ...items)
    )
  ]
}

/** No quote has the words of the query, though articles with them may quote somebody. */
export const noQuotes = ({ state, texts, href }) => [
  el(
    'p',
    { class: 'notice' },
    `${texts.noQuotes(state.q)} `,
    el('a', { href: href({ q: '' }) }, texts.allQuotes)
  )
]

/** What the query was not read as; the API says it in English. */
export const warningList = ({ warnings }, { texts }) =>
  warnings.length === 0
    ? []
    : [el('p', {}, texts.warnings), el('ul', { lang: 'en' }, ...warnings.map((each) => el('li', {}, each)))]
