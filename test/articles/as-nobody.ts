/** The superuser may read everything, so it does this as a user who may not; everyone else as who they are. */
export const asNobody = async <T>(work: () => Promise<T>): Promise<T> => {
  const user = process.geteuid?.()
  if (user !== 0) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(user)
  }
}
