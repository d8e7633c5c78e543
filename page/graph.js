import { el, svg } from './dom.js'
import { layOut } from './graph-layout.js'

/** Of the picture: on a screen, and on a phone. `letter` is how wide a letter of a name is. */
const WIDE = { width: 900, height: 580, letter: 7.4 }
const NARROW = { width: 400, height: 520, letter: 7.4 }

/** Names that fit. */
export const namesThatFit = () => (innerWidth < 600 ? 14 : 32)

/** Between two lines of a name. */
const LINE = 16

/** Pairs that are named below the picture. */
const PAIRS = 10
/** Ties that are drawn: the strongest, with all that are as strong as the last one, and of each name the strongest. */
const TIES = 90
/** A line of a name, in characters; a longer word stands whole. */
const LONGEST = 22

/**
 * Who is named with whom: a picture, in which a link filters by its name, and the strongest pairs as a list.
 *
 * @param {{ nodes: { id: string, type: string, name: string, articles: number }[],
 *   edges: { source: string, target: string, articles: number, strength: number }[] }} graph
 */
export const drawGraph = ({ nodes, edges }, { href, texts, formats }) => {
  if (nodes.length === 0) return []
  const shape = innerWidth < 600 ? NARROW : WIDE
  const named = nodes.map((node) => ({ ...node, lines: linesOf(node.name) }))
  const ordered = [...edges].sort((a, b) => weightOf(b) - weightOf(a))
  const drawn = strongest(ordered, nodes)
  const most = Math.max(...drawn.map(weightOf), 1e-9)
  const ties = drawn.map((edge) => ({ ...edge, strength: 0.15 + (0.85 * weightOf(edge)) / most }))
  const places = layOut(named, ties, shape)
  return [
    el(
      'figure',
      { class: 'graph' },
      svg(
        'svg',
        { viewBox: `0 0 ${shape.width} ${shape.height}`, role: 'group', 'aria-label': texts.names },
        ...ties.map((tie) => line(tie, places)),
        ...named.map((node) => link(node, { places, nodes, href, formats }))
      ),
      el(
        'figcaption',
        {},
        texts.picture,
        drawn.length < edges.length
          ? ` ${texts.drawn(formats.number(drawn.length), formats.number(edges.length))}`
          : undefined
      )
    ),
    pairList(ordered.slice(0, PAIRS), nodes, { href, texts, formats })
  ]
}

const weightOf = ({ articles, strength }) => articles * Math.max(0.05, strength + 0.2)

const strongest = (ordered, nodes) => {
  const best = nodes.map(({ id }) => ordered.find(({ source, target }) => source === id || target === id))
  const least = ordered.length > TIES ? weightOf(ordered[TIES - 1]) : 0
  const most = ordered.filter((edge) => weightOf(edge) >= least)
  return [...new Set([...most, ...best])].filter((edge) => edge !== undefined)
}

/** `Kommunal- og moderniseringsdepartementet` → `Kommunal- og `, `moderniseringsdepartementet` */
const linesOf = (name) => {
  const lines = ['']
  for (const word of name.match(/\S+\s*/g) ?? [])
    if (lines.at(-1) === '' || (lines.at(-1) + word).length <= LONGEST) lines.push(lines.pop() + word)
    else lines.push(word)
  return lines
}

const line = ({ source, target, strength }, places) => {
  const [a, b] = [places.get(source), places.get(target)]
  const [x1, y1, x2, y2] = [a.x, a.y, b.x, b.y].map(Math.round)
  return svg('line', { x1, y1, x2, y2, class: `tie${Math.ceil(4 * strength)}` })
}

const link = ({ id, type, name, lines, articles }, { places, nodes, href, formats }) => {
  const most = Math.max(...nodes.map((node) => node.articles))
  const size = 3.5 + 6.5 * Math.sqrt(articles / most)
  const [x, y] = [places.get(id).x, places.get(id).y].map(Math.round)
  const top = y - size - 5 - (lines.length - 1) * LINE
  return svg(
    'a',
    {
      href: href({ view: '', entity: [id] }),
      class: type,
      'aria-label': `${name}, ${formats.number(articles)}`
    },
    svg('circle', { cx: x, cy: y, r: size.toFixed(1) }),
    svg('text', {}, ...lines.map((text, at) => svg('tspan', { x, y: Math.round(top + at * LINE) }, text)))
  )
}

const pairList = (pairs, nodes, { href, texts, formats }) => {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]))
  const items = pairs.map(({ source, target, articles }) =>
    el(
      'li',
      {},
      el(
        'a',
        { href: href({ view: '', entity: [source, target] }) },
        `${nameOf.get(source)} – ${nameOf.get(target)}`
      ),
      el('small', {}, texts.together(formats.number(articles)))
    )
  )
  return el('section', { class: 'pairs' }, el('h2', { class: 'quiet' }, texts.pairs), el('ol', {}, ...items))
}
