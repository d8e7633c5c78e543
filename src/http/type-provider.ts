import type {
  FastifyPluginCallback,
  FastifyPluginOptions,
  FastifyTypeProvider,
  RawServerDefault
} from 'fastify'
import type { z } from 'zod'

/** What is sent is not changed on the way, so a handler may answer with what is read-only. */
type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T

/** Requests and answers have the types of their zod schemas. */
export interface ZodTypeProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  readonly serializer: this['schema'] extends z.ZodType ? ReadonlyDeep<z.output<this['schema']>> : unknown
}

/** Routes that belong together. */
export type Routes = FastifyPluginCallback<FastifyPluginOptions, RawServerDefault, ZodTypeProvider>
