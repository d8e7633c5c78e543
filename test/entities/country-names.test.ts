// - countries are known under their names in both standards, and nothing is that Unicode lists beside them: unions, the
//   United Nations, an unknown region

import t from 'tap'
import { COUNTRIES } from '../../src/entities/country-names.js'

t.test('countries', (t) => {
  for (const name of ['Norge', 'Noreg', 'Elfenbenskysten', 'Elfenbeinskysten'])
    t.ok(COUNTRIES.has(name), name)
  const others = /^(?:FN|SN|EU)$|europe|euroso|ukjen[dt]|pseudo/u
  t.strictSame(
    [...COUNTRIES].filter((name) => others.test(name)),
    []
  )
  t.end()
})
