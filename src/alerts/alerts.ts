import { randomBytes } from 'node:crypto'
import { notReady, withoutNames } from '../engine/engine.js'
import type { Alert, AlertQuery, AlertState, FoundArticle, Webhook } from './alert.js'
import type { AlertFiles } from './alert-files.js'
import { deliveriesOf } from './deliveries.js'
import { Deliverer, type DelivererOptions } from './deliverer.js'
import { findNewest, readHit, type Newest } from './find-hits.js'
import { compare, followFrom } from './follow.js'
import { LookSchedule, type LookScheduleOptions } from './look-schedule.js'
import { newSecret } from './signature.js'
import { checkWebhookUrl } from './webhook-url.js'

/** Each is looked at whenever a generation begins to serve. */
const MOST_ALERTS = 100

/** Of a query that finds more, the newest are followed. */
const MOST_FOLLOWED = 10_000

/** Hits that the feed of an alert has. */
const MOST_FOUND = 100

/** There are as many alerts as there may be. */
export class TooManyAlertsError extends Error {
  override readonly name = 'TooManyAlertsError'
}

export interface AlertsOptions
  extends Omit<DelivererOptions, 'change' | 'get'>, Omit<LookScheduleOptions, 'lookAtAll'> {
  readonly files: AlertFiles
  /** Articles that an alert follows: the newest that its query finds. */
  readonly mostFollowed?: number
}

/** What an alert is made of; a missing secret is made. */
export interface NewAlert {
  readonly name: string
  readonly query: AlertQuery
  readonly webhook: Pick<Webhook, 'url'> & { readonly secret?: string | undefined }
}

/**
 * Queries that are asked of each generation when it begins to serve: what they find that they had not found before, or
 * in another version, is posted to their webhooks. A hit is noted, with the body that tells of it, before it is posted:
 * no crash loses one, or posts it under two ids. What became of an attempt is noted after it: a crash in between posts
 * the same body once more, under the same id.
 */
export class Alerts {
  private readonly states = new Map<string, AlertState>()
  /** By alert: ends when what was last changed is on disk. */
  private readonly changing = new Map<string, Promise<unknown>>()
  private readonly deliverer: Deliverer
  private readonly mostFollowed: number
  /** Alerts that are being made. */
  private making = 0
  private readonly schedule: LookSchedule

  constructor(private readonly options: AlertsOptions) {
    this.mostFollowed = options.mostFollowed ?? MOST_FOLLOWED
    this.deliverer = new Deliverer({
      ...options,
      get: (id) => this.states.get(id),
      change: (id, make) => this.change(id, make)
    })
    this.schedule = new LookSchedule({
      ...options,
      lookAtAll: (generation) => this.lookAtAll(generation)
    })
  }

  /** Reads the alerts that there are, and goes on with them. @throws the system's error where that fails */
  async start(): Promise<void> {
    const { files, failed } = this.options
    const { states, unread } = await files.read()
    for (const { file, error } of unread) failed(error, `the alert in ${file} is left out`)
    for (const state of states) {
      this.states.set(state.alert.id, state)
      this.deliverer.deliver(state)
    }
    this.schedule.start()
  }

  list(): readonly AlertState[] {
    return [...this.states.values()].sort((a, b) => (a.alert.createdAt < b.alert.createdAt ? -1 : 1))
  }

  get(id: string): AlertState | undefined {
    return this.states.get(id)
  }

  /**
   * What the query finds now is not posted; what it finds from now on is. Ends when the alert is on disk.
   *
   * @throws {WebhookUrlError | TooManyAlertsError | EngineError} or the system's error where the disk refuses it.
   *   Without names a query may find less than it does later: `names-not-ready`, `names-failed`
   */
  async create(made: NewAlert): Promise<AlertState> {
    const url = checkWebhookUrl(made.webhook.url, this.options.allowPrivate).href
    if (this.states.size + this.making >= MOST_ALERTS)
      throw new TooManyAlertsError(`There may be ${MOST_ALERTS} alerts at most; delete one.`)
    this.making++
    try {
      return await this.make(made, url)
    } finally {
      this.making--
    }
  }

  private async make({ name, query, webhook }: NewAlert, url: string): Promise<AlertState> {
    const { engine, files } = this.options
    const { generation, status } = engine
    if (generation === undefined) throw notReady(status)
    if (status.names !== 'ready') throw withoutNames(status)
    const alert: Alert = {
      id: randomBytes(16).toString('hex'),
      name,
      query,
      webhook: { url, secret: webhook.secret ?? newSecret() },
      createdAt: new Date().toISOString()
    }
    const findings = { ...followFrom(await this.findNewest(query, generation)), found: [] }
    const counts = { delivered: 0, failed: 0 }
    const state: AlertState = { alert, findings, pending: [], counts, isGone: false }
    await this.inTurn(alert.id, async () => {
      try {
        await files.write(state)
      } catch (error) {
        // No alert that nobody was told of is there at the next start.
        await files.remove(alert.id).catch(() => undefined)
        throw error
      }
      this.states.set(alert.id, state)
    })
    // What began to serve meanwhile did so without this alert.
    if (engine.generation !== generation) this.schedule.look()
    return state
  }

  /**
   * Ends when it is gone from disk and nothing of it is being posted.
   *
   * @returns was there one?
   * @throws the system's error where the disk refuses it; it goes on then
   */
  async remove(id: string): Promise<boolean> {
    const wasThere = await this.inTurn(id, async () => {
      if (!this.states.has(id)) return false
      await this.options.files.remove(id)
      return this.states.delete(id)
    })
    await this.deliverer.stop(id)
    return wasThere
  }

  /** Ends when what was found has been noted; for who waits for it. */
  settled(): Promise<void> {
    return this.schedule.settled()
  }

  /** Ends when what an alert has found has been posted, or given up. */
  delivered(id: string): Promise<void> {
    return this.deliverer.delivered(id)
  }

  /**
   * Stops. What is not posted yet is when it starts again; a body whose receiver was answering is posted once more.
   * Safe at any time.
   */
  async close(): Promise<void> {
    await Promise.all([this.schedule.close(), this.deliverer.close()])
    await Promise.all(this.changing.values())
  }

  private async lookAtAll(generation: string): Promise<boolean> {
    let isDone = true
    for (const { alert } of this.list()) {
      if (this.schedule.isClosed) return false
      if (!(await this.lookAt(alert, generation))) isDone = false
    }
    return isDone
  }

  /** @returns false where that failed */
  private async lookAt({ id, name, query }: Alert, generation: string): Promise<boolean> {
    try {
      const newest = await this.findNewest(query, generation)
      const before = this.states.get(id)?.findings
      if (before === undefined) return true
      const { fresh, followed } = compare(before, newest, this.mostFollowed)
      if (followed === before) return true
      const hits: FoundArticle[] = []
      for (const one of fresh) {
        if (this.schedule.isClosed) return false
        hits.push(await readHit(this.options.engine, query, one, generation))
      }
      const foundAt = new Date().toISOString()
      const found = [...hits.map((hit) => ({ ...hit, foundAt })), ...before.found].slice(0, MOST_FOUND)
      const changed = await this.change(id, (state) => ({
        ...state,
        findings: { ...followed, found },
        pending: state.isGone ? [] : [...state.pending, ...deliveriesOf({ id, name }, hits)]
      }))
      if (changed !== undefined) this.deliverer.deliver(changed)
      return true
    } catch (error) {
      this.options.failed(error, 'an alert could not be looked at, and is again in a minute')
      return false
    }
  }

  private findNewest(query: AlertQuery, generation: string): Promise<Newest> {
    return findNewest(this.options.engine, query, { generation, most: this.mostFollowed })
  }

  /** @returns undefined where the alert was deleted. @throws the system's error where the disk refuses it */
  private change(id: string, make: (state: AlertState) => AlertState): Promise<AlertState | undefined> {
    return this.inTurn(id, async () => {
      const before = this.states.get(id)
      if (before === undefined) return undefined
      const state = make(before)
      await this.options.files.write(state)
      this.states.set(id, state)
      return state
    })
  }

  private inTurn<T>(id: string, task: () => Promise<T>): Promise<T> {
    const done = (this.changing.get(id) ?? Promise.resolve()).then(task)
    const ended = done
      .catch(() => undefined)
      .then(() => {
        if (this.changing.get(id) === ended) this.changing.delete(id)
      })
    this.changing.set(id, ended)
    return done
  }
}
