// - an introduced abbreviation has letters of the long name in order, from its first on
// - initials are evident without an introduction: every word's first letter is among them
// - a town has none: in parentheses behind it stands who writes from there
// - one letter says too little; letters of another name are no abbreviation
// - what every reader knows by two letters is told by an article that has only the long name

import t from 'tap'
import { areInitials, mayAbbreviate } from '../../src/entities/article/short-names.js'
import { grouped, resolveMarked } from './marked.js'

const DEPARTMENT = 'Kommunal- og moderniseringsdepartementet'

t.test('introduced', (t) => {
  t.ok(mayAbbreviate('KMD', DEPARTMENT))
  t.ok(mayAbbreviate('Difi', 'Direktoratet for forvaltning og IKT'))
  t.ok(mayAbbreviate('NAV', 'Ny arbeids- og velferdsforvaltning'))
  t.notOk(mayAbbreviate('H', 'Høyre'))
  t.notOk(mayAbbreviate('KMD', 'Finansdepartementet'))
  t.notOk(mayAbbreviate('DMK', DEPARTMENT), 'the order counts')
  t.notOk(mayAbbreviate('Oslo', 'Oslo by'), 'too long for what it shortens')
  t.end()
})

t.test('initials', (t) => {
  t.ok(areInitials('KMD', DEPARTMENT))
  t.ok(areInitials('NRK', 'Norsk rikskringkasting'))
  t.ok(areInitials('LOF', 'Landsforeningen for oppgang og fall'), 'small words are passed over')
  t.notOk(areInitials('KMD', 'Kunnskapsdepartementet'), 'one word')
  t.notOk(areInitials('NRK', 'Norges rare lag'), 'the last word has no letter')
  t.notOk(areInitials('Kmd', DEPARTMENT), 'not in capitals')
  t.notOk(areInitials('KS', 'Kari Sunde'), 'two letters happen')
  t.end()
})

t.test('who writes from a town', (t) => {
  t.same(resolveMarked('[L Rjukan] (RA): Det regner.').abbreviations, [])
  t.same(resolveMarked('[L De forente emirater] (DFE) er varmt.').abbreviations, [
    { short: 'DFE', long: 'De forente emirater' }
  ])
  t.end()
})

t.test('known to everybody', (t) => {
  t.same(resolveMarked('[O De forente nasjoner] møtes.').abbreviations, [
    { short: 'FN', long: 'De forente nasjoner' }
  ])
  t.same(grouped('[O Den europeiske union] møtes, og [O EU] svarer [O FN].'), {
    'den-europeiske-union': ['Den europeiske union', 'EU'],
    fn: ['FN']
  })
  t.same(resolveMarked('[O Den europeiske romfartsorganisasjonen] og [O EU]').abbreviations, [])
  t.end()
})
