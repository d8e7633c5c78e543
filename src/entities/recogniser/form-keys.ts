/** Digits are alike: `2016` → `0000`. */
export const alike = (form: string): string => (hasDigit(form) ? form.replace(/\d/g, '0') : form)

/** Most forms have none, and every form is asked for many times. */
const hasDigit = (form: string): boolean => {
  for (let at = 0; at < form.length; at++) {
    const code = form.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) return true
  }
  return false
}

/** The form without the ending of the genitive, if it may have one: `Norges` → Norge, `NRKs` → NRK, `Moss'` → Moss. */
export const possibleNominative = (form: string): string | undefined => {
  const mark = form.endsWith('s') ? form.length - 2 : form.length - 1
  if (form[mark] === "'" || form[mark] === '’') return form.slice(0, mark)
  return form.length > 3 && form.endsWith('s') ? form.slice(0, -1) : undefined
}

/** `ARBEIDERPARTIET` → Arbeiderpartiet, `SØR-NORGE` → Sør-Norge; undefined for what has no word in capitals. */
export const titleCased = (form: string): string | undefined => {
  if (form.length < 3 || !/^[\p{Lu}-]+$/u.test(form)) return undefined
  const title = form.replace(/\p{L}+/gu, (word) => word[0]! + word.slice(1).toLowerCase())
  return title === form ? undefined : title
}

export interface HyphenParts {
  readonly front: string
  /** After the last hyphen. */
  readonly head: string
}

/** `NRK-sjefen` → NRK + sjefen; undefined without an inner hyphen. */
export const hyphenParts = (form: string): HyphenParts | undefined => {
  const at = form.lastIndexOf('-')
  if (at <= 0 || at === form.length - 1) return undefined
  return { front: form.slice(0, at), head: form.slice(at + 1) }
}
