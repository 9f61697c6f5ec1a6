/** Puts a text where it can be pasted; rejects where the browser does not let it. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text)
