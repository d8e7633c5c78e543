import type { SuffixRule } from '../../src/analysis/stems/stem-model.js'

/** The rule that makes the lemma of the form: bøkene, bok → strip økene, add ok. */
const ruleBetween = (form: string, lemma: string): SuffixRule => {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return { strip: form.slice(same), add: lemma.slice(same) }
}

/** The rules that make the lemmas of at least `least` forms, the most frequent first. */
export const collectRules = (lemmas: ReadonlyMap<string, string>, least: number): SuffixRule[] => {
  const counts = new Map<string, { rule: SuffixRule; count: number }>()
  for (const [form, lemma] of lemmas) {
    const rule = ruleBetween(form, lemma)
    if (rule.strip.length === form.length) continue
    const key = `${rule.strip} ${rule.add}`
    const entry = counts.get(key) ?? { rule, count: 0 }
    entry.count++
    counts.set(key, entry)
  }
  return [...counts]
    .filter(([, { count }]) => count >= least)
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .map(([, { rule }]) => rule)
}
