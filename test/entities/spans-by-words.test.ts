// - who owns or employs somebody, a title and a common noun are no part of the name beside them
// - what stands before or behind a name that was cut belongs to it: an institute's field, an office's seat, a school
// - names of regular form that the recogniser passed over are found; common abbreviations before a role are none
// - the names of a dateline with a slash are two; what a review is of is a work
// - the ending of the genitive is none of the name where what follows can only be owned; an `s` of its own stays

import t from 'tap'
import { marked, resolveMarked } from './marked.js'
import { resolveArticle } from '../../src/entities/article/resolve-article.js'

const found = (source: string, confidence = 1): string[] => {
  const { text, mentions } = marked(source, confidence)
  return resolveArticle(text, mentions).mentions.map(
    ({ type, start, end }) => `${type} ${text.slice(start, end)}`
  )
}

t.test('owners and titles', (t) => {
  t.same(found('Sagene [O Aps Kjetil Moe-Dahl] kom.'), ['organisation Aps', 'person Kjetil Moe-Dahl'])
  t.same(found('[P Jegerforbundets Webjørn Moe-Lie] kom.'), [
    'organisation Jegerforbundets',
    'person Webjørn Moe-Lie'
  ])
  t.same(found('De så [R Filmpolitiets Adam Moe-film].'), ['product Filmpolitiets Adam Moe-film'])
  t.same(found('Siden [O Herbjørg Wassmos Tora] kom.'), ['person Herbjørg Wassmos', 'person Tora'])
  t.same(found('Ifølge [O Trønder-Avisas utsendte] kom de.'), ['organisation Trønder-Avisas'])
  t.same(found('[O Regjeringens Norgespris] kom.'), ['organisation Norgespris'])
  t.same(found('[P Havforskar Xaril Slotte-Berge] kom. [P Imam Xenaid Moe] gikk.'), [
    'person Xaril Slotte-Berge',
    'person Xenaid Moe'
  ])
  t.same(found('[P Baker Hansen] kom.'), ['person Baker Hansen'])
  t.end()
})

t.test('cut names', (t) => {
  t.same(found('Hun er ved [O Institutt for] global helse.'), ['organisation Institutt for global helse'])
  t.same(found('[O Senter for] klima og miljø sier nei.'), ['organisation Senter for klima og miljø'])
  t.same(found('Statsforvaltaren i [L Vestland] sa nei. De bur i [L Vestland].'), [
    'organisation Statsforvaltaren i Vestland',
    'place Vestland'
  ])
  t.same(found('Eksportfinansiering [L Noreg] (Eksfin) betaler. Slik vart [L Noreg] (NO) fritt.'), [
    'organisation Eksportfinansiering Noreg',
    'place Noreg'
  ])
  t.same(found('På [L Majorstuen] skole og [L Jessheim] stasjon ved [L Kvam] bygdemuseum.'), [
    'organisation Majorstuen skole',
    'place Jessheim stasjon',
    'organisation Kvam bygdemuseum'
  ])
  t.end()
})

t.test('names of regular form', (t) => {
  t.same(found('Leger [O Uten Grenser] og Reportarar utan grenser kom.'), [
    'organisation Leger Uten Grenser',
    'organisation Reportarar utan grenser'
  ])
  t.same(found('Norsk Folkehjelp og Kirkens Nødhjelp er på TV 2 og i Se og Hør. Norsk fisk er god.'), [
    'organisation Norsk Folkehjelp',
    'organisation Kirkens Nødhjelp',
    'organisation TV 2',
    'organisation Se og Hør'
  ])
  t.same(found('Det sa han til Chess.com og i [O Dagsnytt] 18. Skriv til post@Firma.no.'), [
    'organisation Chess.com',
    'product Dagsnytt 18'
  ])
  t.same(found('SIPRI-forsker [P Kari Moe] kom. HR-sjef [P Ola Moe] gikk. SIPRI-forsker er hun.'), [
    'organisation SIPRI',
    'person Kari Moe',
    'person Ola Moe'
  ])
  t.same(found('Tittel\n[O Kyiv/Oslo] (NTB): De kom fra [O Bodø/Glimt].'), [
    'place Kyiv',
    'place Oslo',
    'organisation NTB',
    'organisation Bodø/Glimt'
  ])
  t.same(found('BOK: Stillheten\n\nROMAN\n\n[P Marte Moe]: «Alt vi sa»\n\nHun skriver.'), [
    'person Marte Moe',
    'product Alt vi sa'
  ])
  t.same(found('Nei til skatt\n\n[P Marte Moe]: «Alt vi sa»\n\nHun skriver.'), ['person Marte Moe'], 'speech')
  t.end()
})

t.test('genitives', (t) => {
  const name = (source: string): string => resolveMarked(source).entities[0]!.name
  const forms: [string, string][] = [
    ['[P Tone Damlis] advokat sa nei.', 'Tone Damli'],
    ['[L Kremls] talsmann sa nei.', 'Kreml'],
    ['[O Norges Fiskarlags] leder sa nei.', 'Norges Fiskarlag'],
    ['[P Ola Fløttums] strykere spilte.', 'Ola Fløttum'],
    ['[P Zlatko Tripićs] etternavn er feil.', 'Zlatko Tripić'],
    ['[P Karis] mor sa nei.', 'Kari'],
    ['[P Nils] far sa nei.', 'Nils'],
    ['[P Ola Hals] kom.', 'Ola Hals'],
    ['[P Ola Hals] spiller fotball.', 'Ola Hals'],
    ['[P Tom Hanks] mor sa nei.', 'Tom Hanks'],
    ['[P Kari Vågsnes] advokat sa nei.', 'Kari Vågsnes'],
    ['[O Vipers] keeper sa nei.', 'Vipers'],
    ['[L Athens] talsmann sa nei.', 'Athens'],
    ['[P Ola Fløttums] strykere spilte. Der var [P Ola Fløttums].', 'Ola Fløttums'],
    ['[P Roberts] far er [P Craig Roberts].', 'Craig Roberts']
  ]
  for (const [source, expected] of forms) t.equal(name(source), expected, source)
  t.end()
})
