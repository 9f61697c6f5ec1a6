/** One part of a paper: words, a table or photos under a heading. */
export interface PaperPart {
  title: string
  text?: string
  table?: { heads: readonly string[]; rows: readonly (readonly string[])[] }
  photos?: readonly { src: string; words: string }[]
}

export interface PaperProps {
  title: string
  /** The line under the title: what it belongs to. */
  under: string
  facts: readonly { label: string; value: string }[]
  parts: readonly PaperPart[]
  /** Who signs it by hand, a line each. */
  signatures?: readonly string[]
  /** The last line: when it was printed. */
  foot: string
}
