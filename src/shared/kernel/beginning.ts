/** The beginning of a text, cut by whole characters: an emoji is not torn into halves that no screen can show. */
export const beginningOf = (text: string, charactersMax: number): string => {
  const characters = [...text]
  return characters.length > charactersMax ? `${characters.slice(0, charactersMax).join('')}…` : text
}
