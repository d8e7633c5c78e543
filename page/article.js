import { el } from './dom.js'
import { about, afterTitle } from './lists.js'

/** Quotes that are listed beside the text. */
const LISTED = 24

/** Words and names that are told of an article about the same. */
const LISTED_TIES = 3

/**
 * One article whole, with its names as links and what matches marked.
 *
 * @param article as `/v1/articles/{id}` gives it
 * @param marks ranges of the text to mark, UTF-16 code units
 * @param related articles about the same, as `/v1/articles/{id}/related` gives them
 * @param names the entities that it names most: id, name and count of mentions
 */
export const articleView = ({ article, marks, quotes, related, names }, context) => {
  const { href, texts, formats, state } = context
  const said = quotes.filter(({ speaker }) => speaker?.name !== undefined).slice(0, LISTED)
  return [
    backLink(context),
    el(
      'article',
      { class: 'whole', lang: article.language === 'und' ? undefined : article.language },
      el('h2', { id: 'headline', tabindex: '-1' }, ...headline(article, marks, href)),
      el(
        'p',
        { class: 'about' },
        [about(article, formats), texts.words(formats.number(article.wordCount))].filter(Boolean).join(' · '),
        article.url === undefined
          ? undefined
          : el('a', { href: article.url, rel: 'noopener' }, ` ${texts.open}`)
      ),
      ...paragraphs(article, marks, href)
    ),
    el(
      'aside',
      { class: 'beside' },
      ...section(
        texts.people,
        names.map(({ id, name, count }) =>
          el(
            'a',
            {
              href: href({ article: '', entity: [...new Set([...state.entity, id])] }),
              class: id.split(':')[0]
            },
            el('span', {}, name),
            el('small', {}, formats.number(count))
          )
        )
      ),
      ...section(
        texts.saidHere,
        said.map((quote) =>
          el(
            'a',
            { href: href({ article: '', view: 'quotes', speaker: quote.speaker.entity }) },
            `${quote.speaker.name}: ${asSaid(quote)}`,
            quote.denied ? el('small', {}, texts.denied) : undefined
          )
        )
      ),
      ...section(
        texts.related,
        related.map((other) =>
          el(
            'a',
            { class: 'related', href: href({ article: other.id }) },
            el('span', {}, shortened(other.title)),
            el('small', {}, tiesOf(other).join(', '))
          )
        )
      )
    )
  ]
}

/** The way from an article to the list that it was opened from. */
export const backLink = ({ href, texts }) =>
  el('p', {}, el('a', { class: 'back', href: href({ article: '' }) }, `← ${texts.back}`))

/** What ties two articles most, by what it is called. */
const tiesOf = ({ ties: { terms, entities } }) =>
  [...terms.map(({ text, share }) => ({ name: text, share })), ...entities]
    .sort((a, b) => b.share - a.share)
    .slice(0, LISTED_TIES)
    .map(({ name }) => name)

const section = (title, items) =>
  items.length === 0
    ? []
    : [
        el(
          'section',
          {},
          el('h3', { class: 'quiet' }, title),
          el('ul', {}, ...items.map((item) => el('li', {}, item)))
        )
      ]

/** Quotation marks are for what was said word for word. */
const asSaid = ({ kind, text }) => (kind === 'direct' ? `«${shortened(text)}»` : shortened(text))

const shortened = (text) => (text.length > 90 ? `${text.slice(0, 88).replace(/\s+\S*$/, '')} …` : text)

/** The title, with marks and names where the text begins with it. */
const headline = ({ title, text, entities = [] }, marks, href) =>
  afterTitle(text, title) === 0
    ? [title]
    : spans(text, { start: 0, end: title.length }, { entities, marks, href })

/** The text with names and marks, paragraph by paragraph; without the title that it begins with. */
const paragraphs = ({ title, text, entities = [] }, marks, href) => {
  const from = afterTitle(text, title)
  const parts = []
  for (const { index, 0: line } of text.slice(from).matchAll(/[^\n]+/g)) {
    if (line.trim() === '') continue
    const start = from + index
    parts.push(el('p', {}, ...spans(text, { start, end: start + line.length }, { entities, marks, href })))
  }
  return parts
}

/** A piece of the text: plain, marked, or the link of a name. */
const spans = (text, { start, end }, { entities, marks, href }) => {
  const inside = (span) => span.start >= start && span.end <= end
  const names = entities.filter(inside)
  const highlights = marks.filter(inside)
  const edges = [...names, ...highlights].flatMap((span) => [span.start, span.end])
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b)
  const nodes = []
  let link
  cuts.slice(0, -1).forEach((from, at) => {
    const piece = text.slice(from, cuts[at + 1])
    const isMarked = highlights.some((span) => span.start <= from && span.end > from)
    const node = isMarked ? el('mark', {}, piece) : piece
    const name = names.find((span) => span.start <= from && span.end > from)
    if (name === undefined) {
      nodes.push(node)
      link = undefined
    } else if (link?.name === name) link.element.append(node)
    else {
      const address = href({ article: '', entity: [name.entity] })
      link = { name, element: el('a', { href: address, class: `name ${name.type}` }, node) }
      nodes.push(link.element)
    }
  })
  return nodes
}
