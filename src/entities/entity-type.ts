import type { RecognisedType } from './recogniser/labels.js'

/** The types that the service knows. */
export const ENTITY_TYPES = ['person', 'organisation', 'place', 'product', 'event'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

export const isEntityType = (text: string): text is EntityType =>
  (ENTITY_TYPES as readonly string[]).includes(text)

/**
 * What the service calls the types that the recogniser tells apart. Geopolitical names are places, also where they act
 * (GPE_ORG: *USA krever …*). Derivations (DRV: *Oslo-basert*) are recognised so as not to be taken for names, and not
 * served.
 */
const SERVED: Readonly<Record<RecognisedType, EntityType | undefined>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  GPE_LOC: 'place',
  GPE_ORG: 'place',
  PROD: 'product',
  EVT: 'event',
  DRV: undefined
}

/** Undefined: recognised, but not served. */
export const servedType = (type: RecognisedType): EntityType | undefined => SERVED[type]
