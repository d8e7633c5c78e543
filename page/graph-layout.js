const ROUNDS = 320

/** Rounds in which names that cover each other move apart. */
const TIDY_ROUNDS = 300

/**
 * Places for names, the same each time: forces push all apart and pull tied ones together (Fruchterman and Reingold),
 * the places are spread over the picture, and names that cover each other move apart.
 *
 * @param {{ width: number, height: number, letter: number }} shape of the picture, and the width of a letter
 * @returns {Map<string, { x: number, y: number }>} by id
 */
export const layOut = (nodes, ties, shape) => {
  const turn = Math.PI * (3 - Math.sqrt(5))
  const points = nodes.map(({ id, lines }, at) => {
    const far = Math.sqrt(at + 0.5)
    const room = Math.max(...lines.map((line) => line.length)) * shape.letter + 14
    const high = shape.letter * (3.6 + 2.2 * lines.length)
    return { id, room, high, x: Math.cos(at * turn) * far, y: Math.sin(at * turn) * far, dx: 0, dy: 0 }
  })
  const byId = new Map(points.map((point) => [point.id, point]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const point of points) {
      point.dx = -0.05 * point.x
      point.dy = -0.05 * point.y
    }
    eachPair(points, push)
    for (const { source, target, strength } of ties) pull(byId.get(source), byId.get(target), strength)
    const reach = 1.2 * (1 - round / ROUNDS) + 0.02
    for (const point of points) move(point, reach)
  }
  spread(points, 'x', shape.width)
  spread(points, 'y', shape.height)
  for (let round = 0; round < TIDY_ROUNDS; round++) {
    eachPair(points, part)
    for (const point of points) keepInside(point, shape)
  }
  return byId
}

const eachPair = (points, act) => {
  points.forEach((a, at) => {
    for (const b of points.slice(at + 1)) act(a, b)
  })
}

const push = (a, b) => {
  const [dx, dy] = [a.x - b.x, a.y - b.y]
  const force = 1.8 / Math.max(0.05, dx * dx + dy * dy)
  a.dx += dx * force
  a.dy += dy * force
  b.dx -= dx * force
  b.dy -= dy * force
}

const pull = (a, b, strength) => {
  const [dx, dy] = [a.x - b.x, a.y - b.y]
  const force = 0.12 * strength * Math.hypot(dx, dy)
  a.dx -= dx * force
  a.dy -= dy * force
  b.dx += dx * force
  b.dy += dy * force
}

const move = (point, reach) => {
  const length = Math.max(1e-6, Math.hypot(point.dx, point.dy))
  const step = Math.min(length, reach) / length
  point.x += point.dx * step
  point.y += point.dy * step
}

/** Half by how far, half by how many are before, so that a few that are far out leave room to the rest. */
const spread = (points, key, size) => {
  const order = [...points].sort((a, b) => a[key] - b[key])
  const [least, most] = [order[0][key], order.at(-1)[key]]
  order.forEach((point, at) => {
    const rank = points.length > 1 ? at / (points.length - 1) : 0.5
    const place = most > least ? (point[key] - least) / (most - least) : 0.5
    point[key] = (0.1 + 0.8 * (rank + place) * 0.5) * size
  })
}

/** Moves two names apart where one covers the other, the shorter way. */
const part = (a, b) => {
  const overlapX = (a.room + b.room) / 2 - Math.abs(a.x - b.x)
  const overlapY = (a.high + b.high) / 2 - Math.abs(a.y - b.y)
  if (overlapX <= 0 || overlapY <= 0) return
  const key = overlapY <= overlapX ? 'y' : 'x'
  const step = (Math.min(overlapX, overlapY) / 4) * (a[key] <= b[key] ? -1 : 1)
  a[key] += step
  b[key] -= step
}

const keepInside = (point, { width, height, letter }) => {
  point.x = Math.min(width - point.room / 2, Math.max(point.room / 2, point.x))
  point.y = Math.min(height - letter * 2.5, Math.max(point.high - letter, point.y))
}
