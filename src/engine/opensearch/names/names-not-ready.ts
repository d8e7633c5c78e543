import { EngineError } from '../../engine.js'
import type { Lookup } from '../lookup/lookup.js'
import type { NameLookup } from './name-lookup.js'

/** Answers questions about names while there is no catalogue. */
export const namesNotReady = (): EngineError =>
  new EngineError(
    'names-not-ready',
    'The names of the articles are being resolved: they are known when `nyhetssok index` is done.'
  )

/** @throws {EngineError} `names-not-ready` */
export const namesIn = ({ names }: Lookup): NameLookup => {
  if (names === undefined) throw namesNotReady()
  return names
}
