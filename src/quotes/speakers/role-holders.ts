import type { Name } from './names.js'
import type { Prose } from '../prose.js'
import { isRole, roleOf } from '../../entities/role-nouns.js'

/** How far before a name its role stands, and how far after: `direktør i KS, Kari Moe`, `Kari Moe, direktør`. */
const BEFORE = 6
const AFTER = 3
/** More roles are not looked through, and more holders of one are as good as none. */
const MOST = 200
const FEW = 8

const SCHOLAR =
  /(?:[eoa]log|professor|stipendiat|fysiker|fysikar|kjemiker|kjemikar|viter|vitar|historiker|historikar)$/

/** What takes up holders of another title. */
const SAME = new Map([
  ['statsråd', /minister$/],
  ['minister', /statsråd$/],
  ['forsker', SCHOLAR],
  ['forskar', SCHOLAR]
])

/** The persons of a text by the role that stands beside their name. */
export class RoleHolders {
  private readonly holders = new Map<string, Map<string, Name>>()

  constructor(prose: Prose, persons: readonly Name[]) {
    for (const person of persons) {
      const noun = roleOf(prose.word(person.from - 1)) // `til ordføreren, | Kari Moe`
      if (noun !== undefined && /^,?\s+$/.test(prose.gap(person.from)) && this.add(noun, person)) continue
      for (let at = person.from - 1; at >= person.from - BEFORE && /^,?\s+$/.test(prose.gap(at + 1)); at--)
        if (this.add(prose.word(at), person)) break
      for (
        let at = person.to;
        at < person.to + AFTER && /^(?:\s\(\p{Lu}+\))?,?\s+$/u.test(prose.gap(at));
        at++
      )
        if (prose.gap(person.to).includes(',') && this.add(prose.word(at), person)) break
    }
  }

  /**
   * Who has been called so before a token, or by a compound with it, or by its last part, or by what means the same:
   * `minister` finds the `utenriksminister`, `partileder` the `SV-leder`, `statsråd` the `forsvarsminister`.
   */
  of(role: string, before: number): Name[] {
    const exact = [...(this.holders.get(role)?.values() ?? [])].filter(({ from }) => from < before)
    if (exact.length > 0) return exact
    const longer = this.where((title) => title.endsWith(role) || SAME.get(role)?.test(title) === true, before)
    return longer.length > 0
      ? longer
      : this.where((title) => role.endsWith(title.slice(title.lastIndexOf('-') + 1)), before)
  }

  private where(isMeant: (title: string) => boolean, before: number): Name[] {
    const found = new Map<string, Name>()
    for (const [title, holders] of this.holders)
      if (isMeant(title)) for (const [key, name] of holders) if (name.from < before) found.set(key, name)
    return [...found.values()]
  }

  private add(word: string, person: Name): boolean {
    if (!isRole(word) || this.holders.size > MOST) return false
    const holders = this.holders.get(word) ?? new Map<string, Name>()
    if (!holders.has(person.key) && holders.size < FEW)
      this.holders.set(word, holders.set(person.key, person))
    return true
  }
}
