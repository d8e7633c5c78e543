import { fileURLToPath } from 'node:url'

/** What flags of the command line state, by their names without `--`; a flag that takes no value states `true`. */
export type Flags = Readonly<Record<string, string>>

/** The articles that come with the package: what `--demo` reads. */
export const DEMO_ARTICLES = fileURLToPath(new URL('../articles', import.meta.url))
