/** Does a promise take longer than so many milliseconds? */
export const isLate = (promise: Promise<unknown>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, true)
  })
  return Promise.race([promise.then(() => false), late]).finally(() => {
    clearTimeout(timer)
  })
}
