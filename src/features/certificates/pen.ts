/** The part of a canvas that draws; a browser's and WeChat's have it alike. */
export interface Pen {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  font: string
  textAlign: CanvasTextAlign
  textBaseline: CanvasTextBaseline
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { width: number }
}

const family = '"PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'

export const setFont = (pen: Pen, size: number, isBold = false): void => {
  pen.font = `${isBold ? 'bold ' : ''}${size}px ${family}`
}

/** One line, whatever it was: a line break within a name or a title would be drawn as a box. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A text cut to a width, with dots where something is missing; by characters as people count them. */
export const cutTo = (pen: Pen, text: string, width: number): string => {
  if (pen.measureText(text).width <= width) return text
  const characters = [...text]
  while (characters.length > 0 && pen.measureText(`${characters.join('')}…`).width > width) characters.pop()
  return `${characters.join('')}…`
}

/** Draws one line as large as it fits, between two sizes; what is too long even for the smallest is cut. */
export const fitLine = (
  pen: Pen,
  text: string,
  { x, y, width, size, least }: { x: number; y: number; width: number; size: number; least: number },
): void => {
  let now = size
  setFont(pen, now, true)
  while (now > least && pen.measureText(text).width > width) setFont(pen, (now -= 4), true)
  pen.fillText(cutTo(pen, text, width), x, y)
}

/** Never at the beginning of a line. */
const trailing = '，。、；：！？）》”’…%'

/** A paragraph in lines of a width, broken between any two characters as Chinese is, but never before a closing mark. */
export const linesOf = (pen: Pen, text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    const isFull = line !== '' && pen.measureText(line + character).width > width
    if (isFull && !trailing.includes(character)) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return line === '' ? lines : [...lines, line]
}
