// - the title before a name or after it, with what belongs to it; `text.slice(start, end)` is where it stands
// - where it is held is part of it as far as that is a name
// - nynorsk's `-ar`, *emeritus* and letters in parentheses are known in titles
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
  t.same(roles('[P Kari Li] spiller [P Thor Vik], og [P Ola Moe] trener [P Siri Vik].'), [
    undefined,
    undefined,
    undefined,
    undefined
  ])
  t.end()
})

t.test('titles in nynorsk, of the retired, and where they are held', (t) => {
  t.same(roles('Ja, sa skippar [P Kari Li]. Der var seminar [P Ola Vik].'), ['skippar', undefined])
  t.same(roles('Professor emeritus [P Kari Li] kom.'), ['professor emeritus'])
  t.same(roles('Tillitsvalgt i [O Norsk Sykepleierforbund] ([O NSF]), [P Kari Li], kom.'), [
    'tillitsvalgt i Norsk Sykepleierforbund (NSF)'
  ])
  t.same(roles('[P Kari Li], viseminister i [L Russlands] landbruksdepartement, kom.'), [
    'viseminister i Russlands landbruksdepartement'
  ])
  const text = 'Sudans hærsjef kom.'
  const role = { start: 0, end: 'Sudans hærsjef'.length }
  t.equal(roleText(text, role, true), 'Sudans hærsjef', 'a name begins it')
  t.equal(roleText(text, { start: 0, end: 6 }), 'sudans')
  t.end()
})

t.test('what somebody says of others is no role', (t) => {
  t.same(roles('[P Kari Li] kom. Den unge hovedpersonen er glad.'), ['hovedpersonen'])
  t.same(roles('[P Kari Li] skrev. Hun mener at «den unge hovedpersonen er glad».'), [undefined])
  t.end()
})

t.test('before the name', (t) => {
  t.same(roles('Det sa statssekretær [P Kari Li] i går.'), ['statssekretær'])
  t.same(roles('Statsråd [P Kari Li] kom.'), ['statsråd'])
  t.same(roles('IT-direktør [P Kari Li] kom.'), ['IT-direktør'])
  t.same(roles('[O Bayern Nord]-spissen [P Kari Li] kom.'), ['Bayern Nord-spissen'])
  t.same(roles('Fjord1-sjef [P Kari Li] kom.'), ['Fjord1-sjef'])
  t.same(roles('skog- og landbruksminister [P Kari Li]'), ['skog- og landbruksminister'])
  t.same(roles('administrerende direktør [P Kari Li]'), ['administrerende direktør'])
  t.same(roles('leiar for kor, song og dans i [O Songlaget], [P Kari Li]'), [
    'leiar for kor, song og dans i Songlaget'
  ])
  t.same(roles('Daglig leder [P Kari Li] og leder [P Siri Vik] kom.'), ['daglig leder', 'leder'])
  t.same(roles('Høyre-topp [P Kari Li] og statsviter [P Ola Vik]'), ['Høyre-topp', 'statsviter'])
  t.same(roles('Molde-spiss [P Kari Li] og revisor [P Ola Vik]'), ['Molde-spiss', 'revisor'])
  t.same(roles('Spissen på [P Kari Li]'), [undefined])
  t.same(roles('Han så [P Kari Li], og de ledet [P Ola Vik].'), [undefined, undefined])
  t.end()
})

t.test('before the name, in the definite form, in the plural, or with where it is held', (t) => {
  t.same(roles('fagdirektøren [P Kari Li] og den tidligere britiske offiseren [P Ola Vik]'), [
    'fagdirektøren',
    'tidligere britiske offiseren'
  ])
  t.same(roles('Her kom trenerne [P Kari Li] og [P Ola Vik].'), ['trenerne', 'trenerne'])
  t.same(roles('artister som [P Kari Li]'), ['artister'])
  t.same(roles('skriver leder i [O Veilaget] [P Kari Li] i dag'), ['leder i Veilaget'])
  t.same(roles('Hennes trener, tyske [P Ola Vik], kom.'), ['trener'])
  t.same(roles('Mannens forsvarer, advokat [P Ola Vik]'), ['mannens forsvarer, advokat'])
  t.same(roles('Hun leder [P Kari Li] hjem.'), [undefined], 'a verb')
  t.end()
})

t.test('in another clause', (t) => {
  t.same(roles('[P Kari Li], som er forsvarer, kom.'), ['forsvarer'])
  t.same(roles('[P Kari Li] kom i går. Hun er rektor ved skolen.'), ['rektor'])
  t.same(roles('[P Kari Li] bør få gå på som partileder.'), ['partileder'])
  t.same(roles('[P Kari Li] vant. Den tidligere statsråden lo.'), ['statsråden'])
  t.same(roles('Hun slo [P Kari Li]. Han ble slått av vinneren.'), [undefined], 'somebody else')
  t.same(roles('De kalte [P Kari Li] som «løgner».'), [undefined])
  t.same(roles('[P Kari Li] ler. Den svenske journalisten, forfatteren og kritikeren [P Ola Vik] lo.'), [
    undefined,
    'svenske journalisten, forfatteren og kritikeren'
  ])
  t.same(roles('[P Kari Li] viser et stoff som beskytter hjernen.'), [undefined], 'a verb')
  t.same(roles('XXL-sjef [P Ola Vik] bor her. [P Kari Li] også. XXL-sjefen ler.'), ['XXL-sjef', undefined])
  t.same(roles('[P Kari Li] vant. Treneren lo.'), [undefined], 'who may be somebody else')
  t.same(roles('[P Kari Li] er styreleder og forfatter.'), ['styreleder og forfatter'])
  t.end()
})

t.test('what later sentences, captions and successors tell', (t) => {
  t.same(roles('[P Kari Li] vant. Publikum hyllet tysklandsproffen.'), ['tysklandsproffen'])
  t.same(roles('[P Kari Li] møtte tysklandsproffen.'), [undefined], 'somebody else in the same sentence')
  t.same(roles('Han tar over som president i [O Veilaget] etter franske [P Kari Li].'), [
    'president i Veilaget'
  ])
  t.same(roles('Hun kom hjem etter [P Kari Li].'), [undefined])
  t.same(roles('EKSPERT: [P Kari Li].'), ['EKSPERT'])
  t.same(roles('Ministeren: [P Kari Li] kommer'), [undefined], 'whose words these are')
  t.same(roles('[P Kari Li] kom. Han ble utnevnt til ridder.'), ['ridder'])
  t.same(roles('[P Kari Li] sier hun er rektor.'), ['rektor'])
  t.same(roles('[P Kari Li] og [P Ola Vik] er skippere.'), ['skippere', 'skippere'])
  t.same(roles('Her er pappa og trener [P Kari Li]'), ['trener'])
  t.same(roles('[P Kari Li] (forfatter) kom'), ['forfatter'])
  t.end()
})

t.test('a verb behind som', (t) => {
  t.same(roles('[P Kari Li] kom. Ho, som arbeider på ein skule, er glad.'), [undefined])
  t.same(roles('[P Kari Li], som målar i Oslo, er glad.'), [undefined])
  t.same(roles('[P Kari Li] har jobbet som målar i mange år.'), ['målar'])
  t.end()
})

t.test('words that end like a role', (t) => {
  t.same(roles('[P Kari Li] ble utvist.'), [undefined])
  for (const word of ['observert', 'snarveier', 'gjennom', 'presist', 'beseier', 'helt'])
    t.same(roles(`Det er ${word} [P Kari Li]`), [undefined], word)
  for (const word of ['økonom', 'flyvert', 'aktivist', 'huseier', 'komponist', 'kinostyrar'])
    t.same(roles(`Det er ${word} [P Kari Li]`), [word])
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
