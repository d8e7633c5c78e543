import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { lines } from '../shared/lines.js'

/**
 * Words that the dictionary writes in lower case: every form of bokmål, the lemmas of nynorsk.
 *
 * @param data the folder that holds ordbank/
 */
export const dictionaryForms = (data: string): ReadonlySet<string> => {
  const forms = new Set<string>()
  for (const file of ['nb.tsv.gz', 'nn-lemmas.txt.gz'])
    for (const line of lines(gunzipSync(readFileSync(path.join(data, 'ordbank', file))))) {
      const [form = ''] = line.split('\t')
      if (/^\p{Ll}+$/u.test(form)) forms.add(form)
    }
  return forms
}
