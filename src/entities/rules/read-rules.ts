import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RULES_FILE } from '../../articles/article-file.js'
import type { ArticleProblem } from '../../articles/article.js'
import { NO_RULES, type EntityRules } from './entity-rules.js'
import { parseRules } from './parse-rules.js'

/** Reads the rules beside the articles, if there are any. A rule that is wrong is a problem, and is left out. */
export const readRules = async (
  folder: string
): Promise<{ rules: EntityRules; problems: readonly ArticleProblem[] }> => {
  const text = await readFile(join(folder, RULES_FILE), 'utf8').catch(
    (error: unknown) => error as NodeJS.ErrnoException
  )
  if (typeof text === 'string') {
    const { rules, problems } = parseRules(text)
    return { rules, problems: problems.map((problem) => ({ file: RULES_FILE, ...problem })) }
  }
  if (text.code === 'ENOENT' || text.code === 'ENOTDIR') return { rules: NO_RULES, problems: [] }
  const reason = `The rules for entities cannot be read (${text.message}): mend the file or take it away`
  return { rules: NO_RULES, problems: [{ file: RULES_FILE, reason }] }
}
