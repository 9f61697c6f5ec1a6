/** A browser asks by itself, for each use. */
export const watchPrivacy = (): void => undefined

/** Nothing is asked in our name in a browser. */
export const PrivacyAsk: (props: { words?: readonly string[] }) => null = () => null
