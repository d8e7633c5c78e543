/**
 * The first index in [`low`, `high`) where `holds` is true, or `high` where it is true of none. `holds` must stay true
 * once it is: false … false true … true.
 */
export const bisect = (low: number, high: number, holds: (index: number) => boolean): number => {
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
