/** One part of a paper: words, a table or photos under a heading. */
export interface PaperPart {
  title: string
  text?: string
  table?: {
    heads: readonly string[]
    rows: readonly (readonly string[])[]
    /** The columns, by number, that are never broken over lines: dates, and what is short. */
    whole?: readonly number[]
  }
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
