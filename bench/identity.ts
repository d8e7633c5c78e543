import { parseArgs } from 'node:util'
import { readText } from '../src/analysis/text/reading.js'
import { resolveArticle } from '../src/entities/article/resolve-article.js'
import { EntityCatalogue } from '../src/entities/catalogue/entity-catalogue.js'
import { identify } from '../src/entities/catalogue/identities.js'
import { formAt, isCreditAt, mentionCount, nameAt } from '../src/entities/catalogue/stored-article.js'
import { ENTITY_TYPES } from '../src/entities/entity-type.js'
import { formatId, slugOf } from '../src/entities/name-key.js'
import { norwegianNames } from '../src/entities/norwegian-names.js'
import { slug } from '../src/entities/slug.js'
import { share } from '../tools/random.js'
import { readJsonl } from '../tools/records.js'

// A sample of the names that are taken for another name of the same thing, to be checked by a person:
//
//     npm run bench:identity -- --data FILE.jsonl [--size 200] [--seed 1]
//
// FILE has a line {id, text} for each article. A line of the sample is an id, what is written there, and the text
// around it. Names that differ by case, hyphens or the genitive only are no merges, nor are the surnames of people whom
// the article names in full, but for every tenth of them.
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    size: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' }
  }
})
if (values.data === undefined) throw new Error('Give the articles as --data FILE.jsonl.')

const AROUND = 60

const catalogue = new EntityCatalogue()
const texts = new Map<string, string>()
for await (const { id, text } of readJsonl<{ id: string; text: string }>(values.data)) {
  texts.set(id, text)
  catalogue.set(id, text, resolveArticle(text, norwegianNames(text, readText(text))))
}
const { heads, types } = identify(catalogue)
const { texts: names } = catalogue.evidence

/** By id and what is written: the first place. */
const merges = new Map<string, string>()
for (const [article, text] of texts) {
  const { mentions } = catalogue.get(article)!
  for (let i = 0; i < mentionCount(mentions); i++) {
    const head = heads[nameAt(mentions, i)]!
    if (head < 0 || isCreditAt(mentions, i)) continue
    const written = names.text(formAt(mentions, i))
    const main = slugOf(names.text(head))
    const isSame = slug(written) === main || slug(written).replace(/-?s$/, '') === main
    const id = formatId(types[head]!, names.text(head))
    const key = `${id}\t${written}`
    const isSurname = ENTITY_TYPES[types[head]!] === 'person' && main.endsWith(`-${slug(written)}`)
    if (isSame || merges.has(key) || (isSurname && share(`surname ${key}`) > 0.1)) continue
    const start = mentions[i * 4]!
    const around = text.slice(Math.max(0, start - AROUND), start + written.length + AROUND)
    merges.set(key, `${article}\t${around.replace(/\s+/g, ' ')}`)
  }
}
const sample = [...merges]
  .map(([key, place]) => ({ key, place, at: share(`${values.seed} ${key}`) }))
  .sort((a, b) => a.at - b.at)
  .slice(0, Number(values.size))
for (const { key, place } of sample) console.log(`${key}\t${place}`)
console.log(JSON.stringify({ articles: texts.size, merges: merges.size, sample: sample.length }))
