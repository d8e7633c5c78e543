import { loadModels } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import { GenerationBuilder, type BuiltGeneration } from '../segment/generation-builder.js'
import { Slices } from '../structures/slices.js'
import type { BuildingWork } from './building-worker.js'
import { WorkerThread, workerFile } from '../threads/worker-thread.js'

/** Fewer articles, and of less text in UTF-16 code units, are read here sooner than threads start. */
const FEW = { articles: 400, text: 400_000 }
/** A longer one would hold up what else goes on here. */
const LONG = 50_000
/** Articles that are handed over at a time, and text, where they are long. */
const BATCH = { articles: 64, text: 500_000 }
/** Batches on the way: while one is taken, the next is at hand. */
const AHEAD = 2

/** Makes a generation of articles: of few in this thread, letting other work run; of many in threads of their own. */
export class GenerationMaker {
  size = 0
  private waiting: SourceArticle[] = []
  private text = 0
  private thread: WorkerThread<BuildingWork> | undefined
  private readonly taken: Promise<unknown>[] = []

  /** @param progress is told how many articles are indexed */
  constructor(private readonly progress: (indexed: number) => void) {}

  /** Ends when more may come. @throws {Error} where a thread has ended */
  async add(article: SourceArticle): Promise<void> {
    const { length } = article.text
    this.size++
    this.waiting.push(article)
    this.text += length
    if (this.thread === undefined) {
      const isMuch = this.size > FEW.articles || this.text > FEW.text || length > LONG
      if (!isMuch) return
      this.thread = startThread(this.progress)
    } else if (this.waiting.length < BATCH.articles && this.text < BATCH.text) return
    await this.handOver(this.thread)
  }

  /** @throws {Error} where a thread has ended */
  async finish(): Promise<BuiltGeneration> {
    const { thread } = this
    if (thread === undefined) return this.finishHere()
    if (this.waiting.length > 0) await this.handOver(thread)
    const built = await thread.ask({ kind: 'finish' })
    await thread.stop()
    return built!
  }

  /** Stops what is being made; safe at any time. */
  async stop(): Promise<void> {
    await this.thread?.terminate()
  }

  private async handOver(thread: WorkerThread<BuildingWork>): Promise<void> {
    const articles = this.waiting
    this.waiting = []
    this.text = 0
    for (let from = 0; from < articles.length; from += BATCH.articles)
      this.taken.push(thread.ask({ kind: 'add', articles: articles.slice(from, from + BATCH.articles) }))
    while (this.taken.length >= AHEAD) await this.taken.shift()
  }

  private async finishHere(): Promise<BuiltGeneration> {
    const builder = new GenerationBuilder(loadModels())
    const slices = new Slices()
    for (const article of this.waiting) {
      builder.add(article)
      if (slices.isOver) await slices.next()
    }
    return builder.finish(this.progress)
  }
}

const startThread = (progress: (indexed: number) => void): WorkerThread<BuildingWork> => {
  const file = workerFile('building-worker', import.meta.url)
  return new WorkerThread(file, { does: 'makes the index', onNote: progress })
}
