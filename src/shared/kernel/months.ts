/** The months (YYYY-MM) from one to another, both included, cut after 25; empty when they are the wrong way round. */
export const monthsBetween = (from: string, to: string): string[] => {
  const ordinal = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1
  const length = Math.max(0, ordinal(to) - ordinal(from) + 1)
  return Array.from({ length: Math.min(length, 25) }, (_, at) => {
    const one = ordinal(from) + at
    return `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`
  })
}
