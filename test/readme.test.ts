/*
 * README.md, against a service that serves articles/:
 * - each command that asks with curl and jq prints the answer that stands below it, to the letter;
 * - a command that asks with curl alone gets an answer;
 * - its programs in JavaScript and Python print what the service answers.
 */
import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { build, run } from './http/installed-service.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FENCE = /^(`{3,}|~{3,})[ \t]*([^\n]*)\n([\s\S]*?)^\1[ \t]*$/gm
const SHELL = /^(?:sh|bash|shell|console)\b/
const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/g

interface Example {
  readonly command: string
  /** The block that follows, if it is no command. */
  readonly answer: string | undefined
}

/** The shell blocks that ask the service, each with the block that follows in the same section. */
const examples = (markdown: string): Example[] =>
  markdown.split(/^#+ /m).flatMap((section) => {
    const blocks = [...section.matchAll(FENCE)].map(([, , language = '', text = '']) => ({ language, text }))
    return blocks.flatMap(({ language, text }, i) => {
      if (!SHELL.test(language) || !/^\s*(?:\$ )?curl /m.test(text)) return []
      const next = blocks[i + 1]
      const answer = next === undefined || SHELL.test(next.language) ? undefined : next.text
      return [{ command: text.replace(/^\$ /gm, ''), answer }]
    })
  })

/** The blocks in a language that ask the service. */
const programs = (markdown: string, wanted: string): string[] =>
  [...markdown.matchAll(FENCE)].flatMap(([, , language, text = '']) =>
    language === wanted && text.search(ADDRESS) >= 0 ? [text] : []
  )

const INTERPRETERS: readonly [language: string, command: string, ...options: string[]][] = [
  ['js', process.execPath, '--input-type=module', '--eval'],
  ['python', 'python3', '-c']
]

const shell = async (command: string): Promise<string> =>
  (
    await promisify(execFile)('sh', ['-ec', command], {
      env: { PATH: process.env.PATH, NO_PROXY: '*', LC_ALL: 'C.UTF-8' }
    })
  ).stdout

const isMissing = (program: string): boolean => spawnSync(program, ['--version']).error !== undefined
const missing = ['curl', 'jq'].filter(isMissing)
const skip = missing.length > 0 && `needs ${missing.join(' and ')}`

const README = readFileSync(`${ROOT}README.md`, 'utf8')

t.test("README's answers", { skip }, async (t) => {
  build()
  const service = run(`${ROOT}dist/cli.js`, ['serve', 'articles', '--port', '0'])
  t.teardown(() => service.child.kill('SIGKILL'))
  const address = `http://127.0.0.1:${await service.ready()}`
  await service.printed(/"entities":\d+/)
  const all = examples(README)
  const asked = all.filter(({ command }) => /\| *jq\b/.test(command))
  t.ok(asked.length >= 5, 'the examples are found')
  for (const { command, answer } of all) {
    const printed = await shell(command.replace(ADDRESS, address))
    if (/\| *jq\b/.test(command)) t.equal(printed.trimEnd(), answer?.trimEnd(), command)
    else t.type(JSON.parse(printed), 'object', command)
  }
  interface Found {
    readonly hits: readonly {
      readonly title: string
      readonly snippets: readonly { readonly text: string }[]
    }[]
  }
  const { hits } = (await (
    await fetch(`${address}/v1/search?q=digitaliseringsstrategi&size=3`)
  ).json()) as Found
  const expected = hits.map(({ title, snippets: [snippet] }) => `${title} ${snippet?.text ?? ''}\n`).join('')
  for (const [language, command, ...options] of INTERPRETERS)
    await t.test(language, { skip: isMissing(command) && `needs ${command}` }, async (t) => {
      const [program, ...others] = programs(README, language)
      t.strictSame([typeof program, others.length], ['string', 0], 'there is one')
      const { stdout } = await promisify(execFile)(
        command,
        [...options, program!.replace(ADDRESS, address)],
        { env: { PATH: process.env.PATH, NO_PROXY: '*', PYTHONIOENCODING: 'utf-8' } }
      )
      t.equal(stdout.replaceAll('\r\n', '\n'), expected)
    })
})
