import fc from 'fast-check'
import type { ArticleEntities } from '../../src/entities/article/article-entities.js'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'
import type { EntityType } from '../../src/entities/entity-type.js'
import type { RecognisedMention } from '../../src/entities/mention.js'

const TYPES: Readonly<Record<string, EntityType>> = {
  P: 'person',
  O: 'organisation',
  L: 'place',
  R: 'product',
  E: 'event'
}

export interface Marked {
  readonly text: string
  readonly mentions: readonly RecognisedMention[]
}

/** A text whose names are marked by hand, as a recogniser would find them: `[P Kari Nordmann] bor i [L Oslo].` */
export const marked = (source: string, confidence = 1): Marked => {
  const mentions: RecognisedMention[] = []
  let text = ''
  for (const [, plain = '', letter, name = ''] of source.matchAll(/([^[]+)|\[([A-Z]) ([^\]]*)\]/g)) {
    text += plain
    const type = TYPES[letter ?? '']
    if (type === undefined) continue
    mentions.push({ type, start: text.length, end: text.length + name.length, confidence })
    text += name
  }
  return { text, mentions }
}

export const resolveMarked = (source: string): ArticleEntities & { readonly text: string } => {
  const { text, mentions } = marked(source)
  return { text, ...resolveArticle(text, mentions) }
}

/** Each entity's slug with what is written for it in the text, in order. */
export const grouped = (source: string): Record<string, string[]> => {
  const { text, entities, mentions } = resolveMarked(source)
  return Object.fromEntries(
    entities.map(({ slug }, i) => [
      slug,
      mentions.filter(({ entity }) => entity === i).map(({ start, end }) => text.slice(start, end))
    ])
  )
}

const NAMES =
  '[P Kari Berg]|[P Berg]|[P Kari Bergs]|[P Ola Berg]|[P Ola Li Vik]|[P Li Vik]|[P Vik]|[P Ole Li Vik]|[L Berg]|[L Bergs]|[L Oslo]|' +
  '[L Oslos]|[L OSLO]|[O Felles kjøp]|[O Felles kjøps]|[O FK]|[O Felles-Kjøp]|[O Nordlys Invest Vest]|[O Nordlys]|[R Nordlys]|' +
  '[O Nordlaget]|[O Nordlag]|[O Felles kjøp FK]|[R Plan]|[R Plan 2020]|[E Plan]|[O constructor]|[P __proto__]|[O «»]'

const anyPiece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NAMES.split('|')) },
  fc.constantFrom(' (', ')', ', ', '. ', ' sa ', ' direktør i ', ' statssekretær ', '\n', ' og ', ' ')
)

/** Texts of few names that often mean each other. */
export const anyMarked: fc.Arbitrary<string> = fc
  .array(anyPiece, { maxLength: 25 })
  .map((pieces) => pieces.join(' '))
