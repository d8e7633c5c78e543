/** An answer that is a problem document. */
export class Problem extends Error {
  /** @param {{ code?: string, detail?: string, title?: string, status?: number }} document */
  constructor(document) {
    super(document.detail ?? document.title ?? '')
    this.code = document.code
    this.status = document.status
  }
}

/**
 * Asks the service. Lists in `parameters` are repeated; what is empty is left out.
 *
 * @throws {Problem} where it answers with one
 */
export const ask = async (path, parameters = {}, signal = undefined) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    for (const each of [value].flat()) if (each !== undefined && each !== '') query.append(name, each)
  const answer = await fetch(query.size === 0 ? path : `${path}?${query}`, {
    headers: { accept: 'application/json' },
    signal
  })
  const body = await answer.json()
  if (!answer.ok) throw new Problem(body)
  return body
}
