/** A browser has no scanner of its own; the six digits serve there. */
export const canScan: boolean = false
export const scanCode = (): Promise<string | null> => Promise.resolve(null)
