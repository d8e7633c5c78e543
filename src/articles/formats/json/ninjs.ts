export type JsonObject = Readonly<Record<string, unknown>>

/**
 * An item of the IPTC's ninjs under the keys that records have: versions 2 and 3 list their bodies and headlines,
 * each with a role. Version 1, and what is no ninjs, stays as it is. https://iptc.org/standards/ninjs/
 */
export const ninjsRecord = (item: JsonObject): JsonObject => {
  const { headlines, bodies, subjects, infosources, infoSources = infosources, by, ...others } = item
  if (!isListOfValues(bodies)) return item
  return {
    ...others,
    ...(isListOfValues(headlines) && { headline: inRole(headlines, ['main', 'headline']) }),
    ...(by !== undefined && { byline: by }),
    ...(Array.isArray(subjects) && { subject: subjects as unknown }),
    ...(item.provider === undefined && Array.isArray(infoSources) && { provider: infoSources[0] as unknown }),
    body: inRole(bodies, ['main', 'body'])
  }
}

interface Value {
  readonly role?: unknown
  readonly value: string
}

const isListOfValues = (list: unknown): list is readonly Value[] =>
  Array.isArray(list) &&
  list.length > 0 &&
  list.every((each: unknown) => typeof (each as Partial<Value> | null)?.value === 'string')

/** The value in one of these roles, or else the first one. */
const inRole = (values: readonly Value[], roles: readonly string[]): string =>
  (values.find(({ role }) => roles.includes(String(role))) ?? values[0]!).value
