import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const KEY = 'the-key-of-this-benchmark'
/** So long a start may take, in milliseconds; longer, and something is stuck. */
const LONGEST_START_MS = 2 * 60_000
/** The service says `overloaded` on a machine that is busy with other things. */
const ASK_AGAIN_MS = 200
/** Articles asked for at once. */
const PAGE = 100

interface Page {
  readonly total: number
  readonly items: readonly { readonly id: string; readonly text: string }[]
  readonly links: { readonly next?: string }
}

/** The service in a process of its own, which is killed without a warning. */
export class KilledService {
  private readonly process
  private readonly ended: Promise<unknown>
  /** What it has logged of faults. */
  readonly complaints: string[] = []
  /** All that it has logged. */
  private readonly log: string[] = []
  private readonly ready: Promise<void>
  private base = ''

  /** @param folders of the articles, and of the index */
  constructor(folders: { readonly articles: string; readonly data: string }) {
    const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url))
    this.process = spawn(process.execPath, [cli, 'serve', folders.articles, '--port', '0'], {
      env: { ...process.env, DATA_DIR: folders.data, API_KEYS: KEY, THREADS: '1' },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    this.ended = once(this.process, 'exit')
    const kill = (): void => void this.process.kill('SIGKILL')
    process.on('exit', kill)
    this.process.on('exit', () => process.off('exit', kill))
    this.process.stderr.setEncoding('utf8').on('data', (text: string) => this.complaints.push(text))
    this.ready = new Promise((resolve) => {
      createInterface({ input: this.process.stdout }).on('line', (line) => {
        this.log.push(line)
        this.base =
          /http:\/\/[\d.]+:\d+/.exec(line.includes('Server listening') ? line : '')?.[0] ?? this.base
        if (/"level":[456]0/.test(line)) this.complaints.push(line)
        if (line.includes('"msg":"ready"')) resolve()
      })
    })
  }

  /** Ends when the articles are served. @throws {Error} where that takes too long, or it ends before */
  async untilReady(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, LONGEST_START_MS, 'is not ready')
    })
    const outcome = await Promise.race([this.ready, late, this.ended.then(() => 'has ended')])
    clearTimeout(timer)
    if (typeof outcome === 'string')
      throw new Error(`The service ${outcome} by itself: ${this.log.join('\n')}`)
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.ended
  }

  /** Asks it to stop, and does not wait. */
  askToStop(): void {
    this.process.kill('SIGTERM')
  }

  async put(id: string, text: string): Promise<boolean> {
    const { ok } = await this.send('PUT', `/v1/articles/${id}`, {
      body: JSON.stringify({ text }),
      headers: { 'content-type': 'application/json' }
    })
    return ok
  }

  async delete(id: string): Promise<boolean> {
    return (await this.send('DELETE', `/v1/articles/${id}`)).ok
  }

  /** Writes many; yields the id of each as it is acknowledged. */
  async *writeMany(articles: readonly (readonly [id: string, text: string])[]): AsyncGenerator<string> {
    const answer = await this.send('POST', '/v1/articles', {
      body: articles.map(([id, text]) => JSON.stringify({ id, text })).join('\n'),
      headers: { 'content-type': 'application/x-ndjson' }
    })
    let rest = ''
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      for (const line of lines) {
        const { id, status } = JSON.parse(line) as { id: string; status: number }
        if (status < 300) yield id
      }
    }
  }

  /** All that it serves, by id. */
  async articles(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (let next: string | undefined = `/v1/articles?size=${PAGE}`; next !== undefined;) {
      const answer = await this.send('GET', next)
      if (!answer.ok) throw new Error(`GET ${next} is answered: ${await answer.text()}`)
      const page = (await answer.json()) as Page
      for (const { id, text } of page.items) found.set(id, text)
      next = page.links.next
    }
    return found
  }

  /** Ids of the articles that a word finds. */
  async find(word: string): Promise<readonly string[]> {
    const answer = await this.send('GET', `/v1/search?size=100&fuzzy=false&q=${word}`)
    return ((await answer.json()) as { hits: { id: string }[] }).hits.map(({ id }) => id)
  }

  /** In the format of Prometheus. */
  async metrics(): Promise<string> {
    return (await this.send('GET', '/metrics')).text()
  }

  /** Asks again where the service has too much to do, as a client does. */
  private async send(method: string, path: string, rest: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${KEY}`, ...(rest.headers as Record<string, string>) }
    for (;;) {
      const answer = await fetch(new URL(path, this.base), { method, ...rest, headers })
      if (answer.status !== 503) return answer
      await answer.body?.cancel()
      await sleep(ASK_AGAIN_MS)
    }
  }
}
