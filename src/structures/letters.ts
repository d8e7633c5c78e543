/**
 * The nearest ASCII letters of the small letters, of Norwegian, Sámi and our neighbours, that Unicode does not
 * decompose into a base letter and a mark. (`å` is `a` and a ring; `æ` is a letter of its own.)
 */
export const ASCII_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ŋ: 'n',
  ŧ: 't',
  ł: 'l'
}
