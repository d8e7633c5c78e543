import type { Ledger } from '../../tools/crash/ledger.js'
import type { KilledService } from './killed-service.js'

/** What is going on when the service is killed. */
export type Work = 'ingest' | 'put' | 'delete' | 'bulk' | 'merging' | 'snapshot' | 'all at once'

export interface Round {
  readonly service: KilledService
  readonly ledger: Ledger
  readonly random: () => number
  /** Words that are in no other text, so that each article can be found by its own. */
  readonly nextWord: () => string
}

/** Articles of one request. */
const BULK = 120
/** So many that runs of postings are joined while they come. */
const MANY = 1500

/** Lets the service work on something, until it does not answer any more. */
export const work = async (kind: Work, round: Round): Promise<void> => {
  await WORKS[kind](round).catch((error: unknown) => {
    // The connection breaks when the service is killed; nothing else may.
    if (!(error instanceof TypeError) && !isBroken(error)) throw error
  })
}

const WORKS: Readonly<Record<Work, (round: Round) => Promise<void>>> = {
  ingest: () => Promise.resolve(),
  put: (round) => inParallel(4, () => put(round)),
  delete: (round) => inParallel(4, () => remove(round)),
  bulk: (round) => inParallel(2, () => bulk(round, BULK)),
  merging: (round) => inParallel(1, () => bulk(round, MANY)),
  snapshot: async (round) => {
    await put(round)
    round.service.askToStop()
  },
  'all at once': async (round) => {
    await Promise.all([
      inParallel(2, () => put(round)),
      inParallel(1, () => remove(round)),
      inParallel(1, () => bulk(round, BULK))
    ])
  }
}

const isBroken = (error: unknown): boolean =>
  error instanceof Error && /terminated|aborted|socket|ECONN/i.test(`${error.message} ${String(error.cause)}`)

const inParallel = async (count: number, one: () => Promise<void>): Promise<void> => {
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (;;) await one()
    })
  )
}

const textOf = ({ nextWord, random }: Round): string =>
  `${nextWord()} ${'En vei til byen. Kari Nordli kom. '.repeat(1 + Math.floor(random() * 40))}`

/** One that is there, or a new one. */
const anyId = ({ ledger, random, nextWord }: Round): string => {
  const known = random() < 0.5 ? pick(ledger.ids, random) : undefined
  return known !== undefined && ledger.isFree(known) ? known : nextWord()
}

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)]

const put = async (round: Round): Promise<void> => {
  const { service, ledger } = round
  const [id, text] = [anyId(round), textOf(round)]
  ledger.send(id, text)
  if (await service.put(id, text)) ledger.acknowledge(id)
  else throw new Error(`PUT of ${id} was refused.`)
}

const remove = async (round: Round): Promise<void> => {
  const { service, ledger, random } = round
  const id = pick(ledger.ids, random)
  if (id === undefined || !ledger.isFree(id)) {
    await put(round)
    return
  }
  ledger.send(id, undefined)
  if (await service.delete(id)) ledger.acknowledge(id)
  else throw new Error(`DELETE of ${id} was refused.`)
}

const bulk = async (round: Round, count: number): Promise<void> => {
  const { service, ledger } = round
  const articles = Array.from({ length: count }, (): readonly [string, string] => {
    const [id, text] = [anyId(round), textOf(round)]
    ledger.send(id, text)
    return [id, text]
  })
  for await (const id of service.writeMany(articles)) ledger.acknowledge(id)
}
