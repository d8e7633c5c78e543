import { randomBytes } from 'node:crypto'
import type { Engine } from '../engine/engine.js'
import type { Alert, AlertQuery, AlertState, Delivery, FoundArticle, Webhook } from './alert.js'
import type { AlertFiles } from './alert-files.js'
import { Deliverer, type DelivererOptions } from './deliverer.js'
import { findVersions, readHit } from './find-hits.js'
import { newSecret } from './signature.js'
import { checkWebhookUrl } from './webhook-url.js'

/** Each is looked at whenever a generation begins to serve. */
const MOST_ALERTS = 100

/** Hits that one body tells of. */
const MOST_HITS = 50

/** Hits that the feed of an alert has. */
const MOST_FOUND = 100

/** There are as many alerts as there may be. */
export class TooManyAlertsError extends Error {
  override readonly name = 'TooManyAlertsError'
}

export interface AlertsOptions extends Omit<DelivererOptions, 'change' | 'get'> {
  readonly engine: Engine
  readonly files: AlertFiles
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
 * no crash loses one, or posts it under two ids.
 */
export class Alerts {
  private readonly states = new Map<string, AlertState>()
  /** By alert: ends when what was last changed is on disk. */
  private readonly changing = new Map<string, Promise<unknown>>()
  private readonly deliverer: Deliverer
  private looking: Promise<void> | undefined
  private isDue = false
  private isClosed = false
  private endListening: () => void = () => undefined

  constructor(private readonly options: AlertsOptions) {
    this.deliverer = new Deliverer({
      ...options,
      get: (id) => this.states.get(id),
      change: (id, make) => this.change(id, make)
    })
  }

  /** Reads the alerts that there are, and goes on with them. @throws the system's error where that fails */
  async start(): Promise<void> {
    const { engine, files, failed } = this.options
    const { states, unread } = await files.read()
    for (const { file, error } of unread) failed(error, `the alert in ${file} is left out`)
    for (const state of states) {
      this.states.set(state.alert.id, state)
      this.deliverer.deliver(state)
    }
    this.endListening = engine.onChange(() => {
      this.look()
    })
    this.look()
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
   * @throws {WebhookUrlError | TooManyAlertsError | EngineError} or the system's error where the disk refuses it
   */
  async create({ name, query, webhook }: NewAlert): Promise<AlertState> {
    const { engine, files, allowPrivate } = this.options
    const url = checkWebhookUrl(webhook.url, allowPrivate).href
    if (this.states.size >= MOST_ALERTS)
      throw new TooManyAlertsError(`There may be ${MOST_ALERTS} alerts at most; delete one.`)
    const alert: Alert = {
      id: randomBytes(16).toString('hex'),
      name,
      query,
      webhook: { url, secret: webhook.secret ?? newSecret() },
      createdAt: new Date().toISOString()
    }
    const generation = engine.generation ?? ''
    const seen = Object.fromEntries(await findVersions(engine, query, generation))
    const counts = { delivered: 0, failed: 0 }
    const state: AlertState = { alert, seen, found: [], pending: [], counts, isGone: false }
    await files.write(state)
    this.states.set(alert.id, state)
    // What began to serve meanwhile did so without this alert.
    if (engine.generation !== generation) this.look()
    return state
  }

  /** Ends when it is gone from disk too. @returns was there one? */
  async remove(id: string): Promise<boolean> {
    if (!this.states.has(id)) return false
    this.deliverer.stop(id)
    await this.inTurn(id, async () => {
      await this.options.files.remove(id)
      this.states.delete(id)
    })
    return true
  }

  /** Ends when what was found has been noted; for who waits for it. */
  async settled(): Promise<void> {
    while (this.looking !== undefined) await this.looking
  }

  /** Ends when what an alert has found has been posted, or given up. */
  delivered(id: string): Promise<void> {
    return this.deliverer.delivered(id)
  }

  /** Stops; what is not posted yet is when it starts again. Safe at any time. */
  async close(): Promise<void> {
    this.isClosed = true
    this.endListening()
    await this.deliverer.close()
    await this.settled()
    await Promise.all(this.changing.values())
  }

  /** Looks at all alerts, once more where something changes meanwhile. */
  private look(): void {
    this.isDue = true
    this.looking ??= this.lookWhileDue().finally(() => {
      this.looking = undefined
    })
  }

  private async lookWhileDue(): Promise<void> {
    // Who serves a generation says a moment later whether its names are known.
    await Promise.resolve()
    while (this.isDue && !this.isClosed) {
      this.isDue = false
      const { generation, status } = this.options.engine
      // Without names a query may find less, and it is asked again when they are known.
      if (generation === undefined || status.names === 'waiting' || status.names === 'reading') return
      for (const { alert } of this.list()) await this.lookAt(alert, generation)
    }
  }

  private async lookAt({ id, name, query }: Alert, generation: string): Promise<void> {
    const { engine, failed } = this.options
    try {
      const versions = await findVersions(engine, query, generation)
      const { seen = {} } = this.states.get(id) ?? {}
      const fresh: FoundArticle[] = []
      for (const [article, version] of versions) {
        if (seen[article] === version) continue
        const change = seen[article] === undefined ? 'new' : 'changed'
        fresh.push(await readHit(engine, query, { id: article, change }, generation))
      }
      if (fresh.length === 0) return
      const bodies = deliveriesOf({ id, name }, fresh)
      const foundAt = new Date().toISOString()
      const changed = await this.change(id, (state) => ({
        ...state,
        seen: { ...state.seen, ...Object.fromEntries(versions) },
        found: [...fresh.map((hit) => ({ ...hit, foundAt })), ...state.found].slice(0, MOST_FOUND),
        pending: state.isGone ? [] : [...state.pending, ...bodies]
      }))
      if (changed !== undefined) this.deliverer.deliver(changed)
    } catch (error) {
      failed(error, `an alert could not be looked at, and is when the articles change again`)
    }
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

/** Bodies as https://www.standardwebhooks.com/ has them. */
const deliveriesOf = (alert: Pick<Alert, 'id' | 'name'>, hits: readonly FoundArticle[]): Delivery[] => {
  const timestamp = new Date().toISOString()
  const deliveries: Delivery[] = []
  for (let at = 0; at < hits.length; at += MOST_HITS) {
    const data = { alert, hits: hits.slice(at, at + MOST_HITS) }
    deliveries.push({
      id: `msg_${randomBytes(18).toString('base64url')}`,
      body: JSON.stringify({ type: 'alert.hits', timestamp, data }),
      attempts: 0,
      notBefore: 0
    })
  }
  return deliveries
}
