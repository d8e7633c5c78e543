import fc from 'fast-check'

const pieces = [
  'a b z A Æ ø å E. J.K. é e\u0301 ß 中 ℝ 1 12 100 000 2014 1,7 18.30 9:05 ½ ² % § & @ # kl. f.eks bl.a. osv. mv. no. Dr. digi.no',
  "www.vg.no H&M O'Brien e-post 17-åring IKT\u2011Norge stor\u00adting . , : ; ! ? … ... - – — • * « » “ ” \" ' ’ ( ) [ ] 😀 \ud83d"
].flatMap((line) => line.split(' '))
const spaces = [' ', '\u00a0', '\u2009', '\u202f', '\n', '\n\n', ' \n ', '\t', '\r\n', '\u2028']

/** Text that is dense in what is hard: stops, digits, hyphens, quotation marks, white space. */
const hardText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...spaces)), { maxLength: 40 })
  .map((parts) => parts.join(''))

/** A unit so often that the limit of 255 is passed. */
const longText = fc
  .tuple(fc.constantFrom('a', '1', '1.', '000 ', ' 000', 'a-', 'a.', '-', "a'", 'A&', '\u0301'), hardText)
  .map(([unit, rest]) => unit.repeat(300) + rest)

/** Any UTF-16 at all, lone surrogates too. */
const anyUnits = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit))
})

export const anyText = fc.oneof(
  { weight: 6, arbitrary: hardText },
  longText,
  anyUnits,
  fc.string({ unit: 'binary' })
)

/** 100 000 times what makes a careless pattern slow. */
export const hardRepeats = [
  '.',
  '-',
  ' ',
  '\n',
  'a.',
  'a-',
  '. ',
  '.\n',
  '!',
  '."',
  '"',
  'a',
  '1',
  '1.',
  '1 ',
  '000 ',
  "a'",
  ' \n',
  'A. ',
  'a\n'
].map((unit) => unit.repeat(100_000))
