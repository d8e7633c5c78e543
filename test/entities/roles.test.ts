// - the title before a name or after it, with what belongs to it; `text.slice(start, end)` is where it stands
// - where it is held is part of it as far as that is a name
// - the title of the person before is not the next one's; other words are no titles

import t from 'tap'
import { roleText } from '../../src/entities/article/roles.js'
import { resolveMarked } from './marked.js'

const roles = (source: string): (string | undefined)[] => {
  const { text, mentions } = resolveMarked(source)
  return mentions.filter(({ type }) => type === 'person').map(({ role }) => role && roleText(text, role))
}

t.test('a verb is no role', (t) => {
  t.same(resolveMarked('– Nei, seier [P Kari Sara].').mentions[0]!.role, undefined)
  t.same(resolveMarked('[P Kari Sara], seier og takk.').mentions[0]!.role, undefined)
  t.end()
})

t.test('before the name', (t) => {
  t.same(roles('Det sa statssekretær [P Kari Li] i går.'), ['statssekretær'])
  t.same(roles('Statsråd [P Kari Li] kom.'), ['statsråd'])
  t.same(roles('IT-direktør [P Kari Li] kom.'), ['IT-direktør'])
  t.same(roles('skog- og landbruksminister [P Kari Li]'), ['skog- og landbruksminister'])
  t.same(roles('administrerende direktør [P Kari Li]'), ['administrerende direktør'])
  t.same(roles('leiar for kor, song og dans i [O Songlaget], [P Kari Li]'), [
    'leiar for kor, song og dans i Songlaget'
  ])
  t.same(roles('Molde-spiss [P Kari Li] og revisor [P Ola Vik]'), ['Molde-spiss', 'revisor'])
  t.same(roles('Spissen på [P Kari Li]'), [undefined])
  t.same(roles('Han så [P Kari Li], og de ledet [P Ola Vik].'), [undefined, undefined])
  t.end()
})

t.test('after the name', (t) => {
  t.same(roles('[P Kari Li], statssekretær i [O Veidepartementet], kom.'), [
    'statssekretær i Veidepartementet'
  ])
  t.same(roles('[P Kari Li] (42), leder av nytt råd i [O Veilaget] i [L Oslo].'), [
    'leder av nytt råd i Veilaget i Oslo'
  ])
  t.same(roles('[P Kari Li] er professor ved universitetet.'), ['professor'])
  t.same(roles('[P Kari Li], direktør i [O Difo], [P Ola Vik], sjef.'), ['direktør i Difo', 'sjef'])
  t.same(roles('[P Kari Li], ledere flest og professoratet.'), [undefined])
  t.same(roles('[P Kari Li], direktør. I [O Difo] er det stille.'), ['direktør'])
  t.end()
})
