/**
 * Normalised pointwise mutual information (Bouma 2009): -1 never in the same article, 0 as often as chance would have
 * it, 1 always together.
 *
 * @param both articles that name both of them; at least one
 */
export const npmi = (both: number, one: number, other: number, all: number): number =>
  both === all ? 1 : Math.log((both * all) / (one * other)) / Math.log(all / both)

/** As it is served; never -0, which JSON does not have. */
export const rounded = (strength: number): number => Math.round(strength * 1000) / 1000 + 0

/** Two that met in a single article may have met by chance (after Pantel and Ravichandran 2004). */
export const discount = (count: number): number => count / (count + 1)
