import { readFile, stat } from 'node:fs/promises'
import type { ArticleEvent, SourceArticle } from './article.js'
import type { ArticleFile } from './article-file.js'
import { MAX_ARTICLE_BYTES, tooLarge } from './article-size.js'
import { articleText } from './article-text.js'
import { byteStream } from './byte-stream.js'
import { parseFrontMatter } from './front-matter.js'
import { plainText } from './markdown.js'
import { readFailure } from './read-failure.js'
import { problem, Refusal } from './refusal.js'
import { sourceArticle } from './source-article.js'
import type { StatedFacts } from './stated-facts.js'
import { decodeUtf8 } from './utf8.js'

/** Reads a `.txt` or `.md` file, also as `.gz`, which is one article. Never rejects for what is wrong with the file. */
export async function readTextFile(path: string, file: ArticleFile): Promise<ArticleEvent> {
  try {
    return parseTextFile(await readBytes(path, file), file)
  } catch (error) {
    if (error instanceof Refusal) return problem(file.path, error.reason, error.line)
    return problem(file.path, readFailure(error, 'file'))
  }
}

/** Unzipped; no more is held than an article may have. */
async function readBytes(path: string, { gzipped }: ArticleFile): Promise<Uint8Array> {
  if ((await stat(path)).size > MAX_ARTICLE_BYTES) throw tooLarge()
  if (!gzipped) return readFile(path)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of byteStream(path, gzipped)) {
    size += chunk.length
    if (size > MAX_ARTICLE_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** @throws {Refusal} with the line of the file that is wrong, where it is one line */
function parseTextFile(bytes: Uint8Array, { path, name, form }: ArticleFile): ArticleEvent {
  const { facts, unknownKeys, body } = parseFrontMatter(articleText(decodeUtf8(bytes)))
  const article = form === 'text' ? sourceArticle(name, facts, body) : markdownArticle(name, facts, body)
  return { kind: 'article', article, file: path, unknownKeys }
}

function markdownArticle(name: string, facts: StatedFacts, body: string): SourceArticle {
  const { text, ...heading } = plainText(body)
  // What Markdown writes as `&#769;` is a character only now.
  return sourceArticle(name, { ...heading, ...facts }, articleText(text))
}
