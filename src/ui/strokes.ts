/** A point of a pad, in its own pixels. */
export interface Dot {
  readonly x: number
  readonly y: number
}
/** What was drawn, stroke by stroke, as it can be taken back. */
export type Strokes = readonly (readonly Dot[])[]

const lengthOf = (stroke: readonly Dot[]): number =>
  stroke.reduce((sum, { x, y }, at) => {
    const last = stroke[at - 1]
    return last ? sum + Math.hypot(x - last.x, y - last.y) : sum
  }, 0)

/** So many pixels of line are a name; a tap or a slip of the finger is not. */
const inkMin = 60

/** Nothing on it that could be a name. */
export const isBlank = (strokes: Strokes): boolean =>
  strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) < inkMin

/** A finger comes down: a new stroke. */
export const strokeBegun = (strokes: Strokes, dot: Dot): Strokes => [...strokes, [dot]]

/** It moves on; a move that shows nothing is left out. */
export const strokeMoved = (strokes: Strokes, dot: Dot): Strokes => {
  const last = strokes.at(-1)
  const from = last?.at(-1)
  if (!last || !from || Math.hypot(dot.x - from.x, dot.y - from.y) < 1) return strokes
  return [...strokes.slice(0, -1), [...last, dot]]
}

/** Without the last stroke. */
export const strokeUndone = (strokes: Strokes): Strokes => strokes.slice(0, -1)

/** What both platforms' drawing contexts can do. */
export interface Pen {
  lineWidth: number
  lineCap: string
  lineJoin: string
  strokeStyle: unknown
  clearRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
}

/** Draws all of it anew, in ink on nothing. */
export const drawStrokes = (pen: Pen, strokes: Strokes, { width, height }: { width: number; height: number }): void => {
  pen.clearRect(0, 0, width, height)
  pen.lineWidth = 3
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#1c1a17'
  for (const [first, ...rest] of strokes) {
    if (!first) continue
    pen.beginPath()
    pen.moveTo(first.x, first.y)
    for (const { x, y } of rest) pen.lineTo(x, y)
    if (rest.length === 0) pen.lineTo(first.x + 0.1, first.y)
    pen.stroke()
  }
}
