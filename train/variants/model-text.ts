import { learnCorrespondences, LEARNING } from './learn-correspondences.js'
import type { CorrespondenceTable } from './learn-correspondences.js'
import { sameWords, variantTable } from './variant-table.js'
import type { PairCounts } from './word-alignment.js'
import type { UsedIn } from '../../src/analysis/variants/variant-model.js'
import { flipped, wordPairs } from './word-pairs.js'

/** The model as `VariantModel` reads it, and how many lines each section has. */
export interface ModelText {
  readonly text: string
  readonly sizes: Readonly<Record<'unchanged' | 'words' | 'standards' | 'toNynorsk' | 'toBokmål', number>>
}

const stretchLines = (stretches: CorrespondenceTable): string[] =>
  [...stretches]
    .map(([stretch, list]) =>
      [stretch, ...list.flatMap(({ to, score }) => [to, Math.round(-100 * score)])].join(' ')
    )
    .sort()

/** The file is Latin-1, which is read fastest; words with other letters (`čáhppes`) are left out. */
const inLatin1 = (line: string): boolean => /^[\0-\u00ff]*$/.test(line)

/** What the model is made of. */
export interface ModelSources {
  readonly counts: PairCounts
  readonly names: ReadonlySet<string>
  readonly standards: ReadonlyMap<string, UsedIn>
  /** See `readCounterparts`; those that both standards use are left out. */
  readonly listed: readonly (readonly [bokmål: string, nynorsk: string])[]
}

export const modelText = (
  { counts, names, standards, listed }: ModelSources,
  learning = LEARNING
): ModelText => {
  const toNn = wordPairs(counts)
  const toNb = wordPairs(flipped(counts))
  const table = variantTable(
    [...toNn, ...toNb],
    names,
    listed.filter((pair) => pair.some((word) => standards.get(word) !== 'bn'))
  )
  const same = new Set(sameWords(toNb))
  const unchanged = [...new Set([...names, ...sameWords(toNn).filter((word) => same.has(word))])].sort()
  const words = [...table].map(([word, list]) =>
    [word, ...list.flatMap((variant) => [variant.word, Math.round(100 * variant.weight)])].join(' ')
  )
  const standardLines = [...standards].map(([word, usedIn]) => `${word} ${usedIn}`)
  const toNynorsk = stretchLines(learnCorrespondences(toNn, learning))
  const toBokmål = stretchLines(learnCorrespondences(toNb, learning))
  return {
    text: [unchanged, words, standardLines, toNynorsk, toBokmål]
      .map((lines) => lines.filter(inLatin1).join('\n'))
      .join('\n\n'),
    sizes: {
      unchanged: unchanged.length,
      words: words.length,
      standards: standardLines.length,
      toNynorsk: toNynorsk.length,
      toBokmål: toBokmål.length
    }
  }
}
