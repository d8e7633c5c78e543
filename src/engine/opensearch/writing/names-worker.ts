import { answerQuestions } from '../../../threads/answering.js'
import { Cluster, type ClusterOptions } from '../connection/cluster.js'
import { publish } from '../generations.js'
import { indicesNow } from '../layout/indices.js'
import type { Layout } from '../layout/layout.js'
import { resolveNames, type ResolveOptions } from '../names/resolve-names.js'

// The thread that `names-follower.ts` starts: it resolves the names of all articles, and lets them be searched.

/** What it is started with. */
export interface ResolvingData {
  readonly connection: ClusterOptions
  readonly layout: Layout
  readonly options: ResolveOptions
}

export interface ResolvingWork {
  readonly question: null
  readonly answer: null
  readonly data: ResolvingData
}

answerQuestions<ResolvingWork>(({ connection, layout, options }) => {
  const cluster = new Cluster(connection)
  return async () => {
    await publish(cluster, layout, indicesNow(layout), (opened, known) =>
      resolveNames(cluster, layout, opened, { ...options, known })
    )
    return null
  }
})
