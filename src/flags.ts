import { packageFile } from './package-file.js'

/** What flags of the command line state, by their names without `--`; a flag that takes no value states `true`. */
export type Flags = Readonly<Record<string, string>>

/** The folder of the articles that come with the package: what `--demo` reads. @throws {Error} where it was left out */
export const demoArticles = (): string => packageFile('articles')
