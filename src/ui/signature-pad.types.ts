import type { Strokes } from './strokes'

/** A drawing as a file on this phone: a PNG without background. */
export interface Drawing {
  src: string
  bytes: number
}

/** What whoever holds a pad can ask of it. */
export interface PadHandle {
  /** What is drawn, as a file. Throws when the phone cannot make one. */
  toFile(): Promise<Drawing>
}

export interface PadProps {
  label: string
  strokes: Strokes
  onChange: (change: (strokes: Strokes) => Strokes) => void
}
