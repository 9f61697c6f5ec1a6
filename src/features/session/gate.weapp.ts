/** WeChat knows who is calling; there is never anything to choose. */
export const useNeedsPersona = (): boolean => false

export const watchSession = (): void => undefined
