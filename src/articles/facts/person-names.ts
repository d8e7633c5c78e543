/** A word of a name: a capital first, or what joins names: `de`, `von`. */
const NAME = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|den|der|van|von|af|av|du|la)$/u
const CAPITAL = /^\p{Lu}/u
/** `NTB`, `NRK`. */
const ABBREVIATION = /^\p{Lu}{2,6}$/u

/** What somebody has done, alone or with more: `tekst`, `Tekst og foto`. */
const PART = '(?:tekst|foto|fotograf|bilder?|video|illustrasjon|grafikk|text|photos?)'
const PARTS = `${PART}(?:(?:\\s*[,/&+]\\s*|\\s+(?:og|and)\\s+)${PART})*`
/** `Tekst og foto: Kari Moe`, `, foto: Ola Dahl`, ` og foto: Ola Dahl` */
const BEFORE_NAMES = new RegExp(`(?:^|[\\s,;|/–-]+(?:(?:og|and)\\s+)?)${PARTS}\\s*:\\s*`, 'giu')
/** `Ola Dahl (foto)` */
const BEHIND_NAME = new RegExp(`\\s*\\(${PARTS}\\)`, 'giu')

/**
 * The people and agencies that one text names, whether they have written or made the pictures. It is cut only where
 * each part is a full name by itself, or what has no comma within: an abbreviation beside a full name, a word behind a
 * stroke.
 *
 * - `Av Kari Moe og Ola Hansen` → `Kari Moe`, `Ola Hansen`
 * - `Kari Moe, Ola B. Hansen` → two; `Kari Moe; Ola Hansen` → two
 * - `Av Kari Moe, foto: Ola Dahl`, `Kari Moe og Ola Dahl (foto)` → two
 * - `KARI MOE / NTB`, `Kari Moe, NTB` → two
 * - left whole: `Moe, Kari`; `MOE, KARI`; `Direktoratet for forvaltning og økonomi`; `NTB`
 */
export const personNames = (text: string): readonly string[] => {
  const line = text.replace(BEHIND_NAME, '').replace(BEFORE_NAMES, ';')
  const parts = line
    .split(/\s*[;|]\s*/)
    .map((part) => part.replace(BY, '').trim())
    .flatMap((part) => cutWhere(part, /\s*\/\s*/, areByStrokes))
    .flatMap((part) => cutWhere(part, /\s*,\s*|\s+(?:og|and|&)\s+/i, areListed))
  return parts.filter((part) => part !== '')
}

/** `Av Kari Moe`, `Skrevet av: Kari Moe` */
const BY = /^(?:skrevet av|av|by)(?::| (?=\p{Lu}))\s*/iu

const cutWhere = (
  text: string,
  between: RegExp,
  areNames: (parts: readonly string[]) => boolean
): readonly string[] => {
  const parts = text.split(between)
  return parts.length > 1 && areNames(parts) ? parts : [text]
}

/** A full name or a single one each, or a list of them: `Kari Moe/NTB`, `Kari Moe og Ola Dahl / Avisa`. */
const areByStrokes = (parts: readonly string[]): boolean =>
  parts.every((part) => part.split(/,? /).every((word) => NAME.test(word) || /^(?:og|and|&)$/i.test(word)))

/** In capitals alone, a short name looks as an abbreviation does: `MOE, KARI`. */
const areListed = (parts: readonly string[]): boolean =>
  parts.some(isFullName) &&
  parts.every((part) => isFullName(part) || (ABBREVIATION.test(part) && parts.some(hasSmallLetters)))

const hasSmallLetters = (text: string): boolean => /\p{Ll}/u.test(text)

/** `Kari Moe`, not `Moe`, `andre rusmidler`, `Institutt for samfunnsforskning`. */
const isFullName = (text: string): boolean => {
  const names = text.split(' ')
  return (
    names.length >= 2 &&
    names.length <= 5 &&
    names.every((name) => NAME.test(name)) &&
    CAPITAL.test(names[0]!) &&
    CAPITAL.test(names.at(-1)!)
  )
}
