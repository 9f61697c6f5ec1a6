/**
 * A name as an element for the map. Names come from data, so they are put in as text: whatever they contain is shown and never
 * becomes part of the page.
 */
export const mapWord = (text: string): HTMLElement => {
  const word = document.createElement('b')
  word.textContent = text
  return word
}
