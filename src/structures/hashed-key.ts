/** A key that is given as its hash: `sha256:` and 64 digits. */
export const HASHED = /^sha256:([0-9a-f]{64})$/i
