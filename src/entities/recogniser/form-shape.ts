/** How a form is written. */
export const SHAPES = [
  'none', 'lower', 'capital', 'capitals', 'letter', 'initial', 'mixed', 'capital-lower', 'capital-capital',
  'capitals-lower', 'number', 'number-word', 'lower-lower', 'lower-capital', 'dotted', 'abbreviation', 'quote',
  'open-quote', 'close-quote', 'comma', 'stop', 'open', 'close', 'dash', 'colon', 'question', 'sign',
  'capital-number', 'cut'
] as const // prettier-ignore

const shape = (name: (typeof SHAPES)[number]): number => SHAPES.indexOf(name)

const SIGNS: Readonly<Record<string, number>> = {
  '"': shape('quote'), "'": shape('quote'), '«': shape('open-quote'), '»': shape('close-quote'), ',': shape('comma'),
  '.': shape('stop'), '(': shape('open'), '[': shape('open'), ')': shape('close'), ']': shape('close'),
  '-': shape('dash'), ':': shape('colon'), ';': shape('colon'), '?': shape('question'), '!': shape('question')
} // prettier-ignore

/** Before and after a sentence. */
export const NO_SHAPE = 0

/** In order: the first that fits. */
const PATTERNS: readonly (readonly [RegExp, number])[] = [
  [/^\p{Ll}+$/u, shape('lower')],
  [/^\p{Lu}\p{Ll}[\p{Ll}'’]*$/u, shape('capital')],
  [/^[^\p{L}\p{N}]+$/u, shape('sign')],
  [/^\p{Lu}$/u, shape('letter')],
  [/^(\p{Lu}\.)+$/u, shape('initial')],
  [/^\p{Lu}[\p{Lu}&]+$/u, shape('capitals')],
  [/^[\d.,:/]+$/u, shape('number')],
  [/^.*[^-]-$/u, shape('cut')],
  [/^\d.*$/u, shape('number-word')],
  [/^\p{Ll}[\p{Ll}.]*\.$/u, shape('abbreviation')],
  [/^[^-]+\.[^-.]+.*$/u, shape('dotted')],
  [/^\p{Lu}[\p{Lu}\d&./]*-\p{Ll}.*$/u, shape('capitals-lower')],
  [/^\p{Lu}.*-\p{Ll}[^-]*$/u, shape('capital-lower')],
  [/^\p{Lu}.*-[\p{Lu}\d].*$/u, shape('capital-capital')],
  [/^\p{Ll}.*-\p{Ll}[^-]*$/u, shape('lower-lower')],
  [/^\p{Ll}.*-.*$/u, shape('lower-capital')],
  [/^\p{Lu}\P{N}*\d+$/u, shape('capital-number')],
  [/^.*\p{Lu}.*$/u, shape('mixed')]
]

/** `Oslo` → capital, `NRK` → capitals, `NRK-sjefen` → capitals-lower; a number below `SHAPES.length`. */
export const shapeOf = (form: string): number => {
  if (form === '') return NO_SHAPE
  const sign = form.length === 1 ? SIGNS[form] : undefined
  return sign ?? PATTERNS.find(([pattern]) => pattern.test(form))?.[1] ?? shape('lower')
}

export const LOWER = shape('lower')
const NAME_LIKE_SHAPES = [
  'capital', 'capitals', 'letter', 'initial', 'mixed', 'capital-lower', 'capital-capital', 'capitals-lower',
  'lower-capital', 'dotted', 'capital-number', 'cut'
] as const // prettier-ignore
const NAME_LIKE = Uint8Array.from(SHAPES, (name) =>
  Number((NAME_LIKE_SHAPES as readonly string[]).includes(name))
)
/** Has a capital, or is a domain name. */
export const isNameLike = (shape: number): boolean => NAME_LIKE[shape] === 1
