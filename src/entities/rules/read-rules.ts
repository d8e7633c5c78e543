import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RULES_FILE } from '../../articles/folder/article-file.js'
import { decodeText } from '../../articles/text/article-text.js'
import type { ArticleProblem } from '../../articles/article.js'
import { readFailure } from '../../articles/folder/read-failure.js'
import { Refusal } from '../../articles/refusal.js'
import { NO_RULES, type EntityRules } from './entity-rules.js'
import { parseRules } from './parse-rules.js'

interface ReadRules {
  readonly rules: EntityRules
  readonly problems: readonly ArticleProblem[]
}

/** Reads the rules beside the articles, if there are any. A rule that is wrong is a problem, and is left out. */
export const readRules = async (folder: string): Promise<ReadRules> => {
  // A folder that cannot be listed is reported where its articles are read.
  const names = await readdir(folder).catch((): string[] => [])
  const misnamed = names.filter((name) => LIKELY_NAME.test(name) && name !== RULES_FILE).map(misnamedFile)
  // By the list: a broken link is there, and its reader then says why it cannot be read.
  const { rules, problems } = names.includes(RULES_FILE) ? await readRulesFile(folder) : NO_FILE
  return {
    rules,
    problems: [...problems, ...misnamed].map((problem) => ({ ...problem, kind: 'setting' }))
  }
}

const NO_FILE: ReadRules = { rules: NO_RULES, problems: [] }

const LIKELY_NAME = /^entities\.ya?ml$/i

const misnamedFile = (file: string): ArticleProblem => ({
  file,
  reason: `Rules for entities are read from ${RULES_FILE} alone: name the file ${RULES_FILE}, or move its rules there`
})

const readRulesFile = async (folder: string): Promise<ReadRules> => {
  try {
    const { rules, problems } = await readText(join(folder, RULES_FILE)).then(parseRules)
    return { rules, problems: problems.map((problem) => ({ file: RULES_FILE, ...problem })) }
  } catch (error) {
    const problem =
      error instanceof Refusal
        ? { reason: error.reason, ...(error.line !== undefined && { line: error.line }) }
        : { reason: readFailure(error, 'file') }
    return { rules: NO_RULES, problems: [{ file: RULES_FILE, ...problem }] }
  }
}

/** Reading a longer file would hold up a start for seconds, and no newsroom writes so many rules. In bytes. */
const LARGEST = 4_000_000

/** @throws {Refusal} for what is no text in UTF-8, and for too much of it */
const readText = async (path: string): Promise<string> => {
  const file = await stat(path)
  // To read a pipe might never end.
  if (!file.isFile()) throw new Refusal(`${RULES_FILE} is no file: put the rules in a file of that name`)
  if (file.size > LARGEST)
    throw new Refusal(
      `${RULES_FILE} is larger than ${LARGEST / 1e6} MB, and none of its rules is read: take out rules until it is smaller`
    )
  return decodeText(await readFile(path))
}
