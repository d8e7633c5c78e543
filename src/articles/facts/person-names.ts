/** A word of a name: a capital first, or what joins names: `de`, `von`. */
const NAME = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|den|der|van|von|af|av|du|la)$/u
const CAPITAL = /^\p{Lu}/u

/**
 * The people that one text names. It is cut only where each part is a full name by itself.
 *
 * - `Av Kari Moe og Ola Hansen` → `Kari Moe`, `Ola Hansen`
 * - `Kari Moe, Ola B. Hansen` → two; `Kari Moe; Ola Hansen` → two
 * - left whole: `Moe, Kari`; `Direktoratet for forvaltning og økonomi`; `NTB`
 */
export const personNames = (text: string): readonly string[] => {
  const line = text.replace(/^(?:Av|By)(?::| (?=\p{Lu}))\s*/u, '')
  const parts = line.split(/\s*[;|]\s*/).flatMap((part) => {
    const names = part.split(/\s*,\s*|\s+(?:og|and|&)\s+/)
    return names.length > 1 && names.every(isFullName) ? names : [part]
  })
  return parts.filter((part) => part !== '')
}

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
