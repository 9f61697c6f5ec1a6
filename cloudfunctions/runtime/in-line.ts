/** The last of each line; a line that has been served is forgotten. */
const lines = new Map<string, Promise<unknown>>()

/**
 * Runs what is wanted under one name one after another within this process. It guards nothing: other processes stand in other lines, and
 * transactions meet there. But those who would only run into each other here cost each other nothing but the time of those before.
 */
export const inLine = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = lines.get(name) ?? Promise.resolve()
  const turn = before.then(work, work)
  const served = turn.catch(() => undefined)
  lines.set(name, served)
  void served.then(() => {
    if (lines.get(name) === served) lines.delete(name)
  })
  return turn
}
