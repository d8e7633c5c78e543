import type { FormClass } from './context-features.js'
import type { FormFacts } from './form-facts.js'
import { shapeOf } from './form-shape.js'
import { STATISTICS } from './name-facts.js'

const CAPITAL_SHARE = STATISTICS.indexOf('capitalShare')

export const classOf = (form: string, facts: FormFacts | undefined): FormClass => ({
  shape: form === '' ? 0 : shapeOf(form),
  cluster: facts?.clusters[0] === undefined ? 0 : facts.clusters[0] + 1,
  fine: facts?.clusters[1] === undefined ? 0 : facts.clusters[1] + 1,
  capitals: facts?.statistics[CAPITAL_SHARE] ?? 8
})
