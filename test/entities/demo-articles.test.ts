// The articles that come with the service, read by the recogniser that it serves with
// - one id each for the people and organisations that several articles name, however they are written there
// - what the articles say that people are, and where

import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { annotationsOf } from '../../src/segment/annotations/annotations.js'
import { DEMO } from '../http/service.js'

const { entities } = annotationsOf(await new Collection().load(DEMO))

const found = (id: string) => {
  const entity = entities.find(id)
  return entity === undefined
    ? undefined
    : {
        id: entities.id(entity),
        aliases: entities.aliases(entity),
        articles: entities.articles(entity).length,
        roles: entities.roles(entity).map(({ text }) => text)
      }
}

t.test('one id each', (t) => {
  t.match(found('person:paul-chaffey'), { aliases: ['Chaffey'], articles: 4, roles: ['statssekretær'] })
  t.same(found('person:chaffey'), found('person:paul-chaffey'))
  t.match(found('organisation:kmd'), {
    id: 'organisation:kommunal-og-moderniseringsdepartementet',
    articles: 4
  })
  t.match(found('person:torgeir-tvedt-solberg'), { id: 'person:torstein-tvedt-solberg' }, 'a misspelling')
  t.match(found('organisation:ikt-norge'), { articles: 4 })
  t.same(entities.articles(entities.find('organisation:den-norske-dataforeningen')!).length, 2)
  t.end()
})

t.test('roles', (t) => {
  t.same(found('person:jan-tore-sanner')?.roles, ['kommunal- og moderniseringsminister'])
  t.same(found('person:steffen-sutorius')?.roles, ['direktør i Difi'])
  t.same(found('person:trude-andresen')?.roles, ['områdedirektør'])
  t.end()
})
