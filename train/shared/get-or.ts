/** The value of a key, which is made where the map has none. */
export const getOr = <K, V>(map: Map<K, V>, key: K, create: () => V): V => {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = create()))
  return value
}
