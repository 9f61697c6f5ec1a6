/** As much of a text as a row of a list shows. */
const rowTextMax = 80

/** A text cut to what a row shows, by whole characters, so that twenty rows stay small enough for one answer. */
export const rowTextOf = (text: string): string => {
  const characters = [...text]
  return characters.length > rowTextMax ? `${characters.slice(0, rowTextMax).join('')}…` : text
}
