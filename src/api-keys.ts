import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key that is given as its hash: `sha256:` and 64 digits. */
export const HASHED = /^sha256:([0-9a-f]{64})$/i

/** Characters of a key that is not guessed soon, even one of plain letters and digits. */
const SAFE_LENGTH = 16

/** Keys of people who may write. Only their hashes are kept. */
export class ApiKeys {
  private readonly hashes: readonly Buffer[]
  /** How many are so short that they may be guessed. Of those that are given as hashes, nobody knows. */
  readonly short: number

  /** @param keys as they are, or as `sha256:…`, which `nyhetssok key` prints */
  constructor(keys: readonly string[]) {
    this.short = keys.filter((key) => !HASHED.test(key) && key.length < SAFE_LENGTH).length
    this.hashes = keys.map((key) => {
      const hashed = HASHED.exec(key)?.[1]
      return hashed === undefined ? hashOf(key) : Buffer.from(hashed, 'hex')
    })
  }

  get isEmpty(): boolean {
    return this.hashes.length === 0
  }

  /** Takes the same time whatever the key is, and whichever it is like. */
  has(key: string): boolean {
    const hash = hashOf(key)
    return this.hashes.reduce((found, one) => timingSafeEqual(one, hash) || found, false)
  }
}

/** A key that nobody guesses, and what to keep of it. */
export const newKey = (): { readonly key: string; readonly hashed: string } => {
  const key = `nyhetssok_${randomBytes(24).toString('base64url')}`
  return { key, hashed: `sha256:${hashOf(key).toString('hex')}` }
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()
