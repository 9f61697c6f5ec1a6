import qrcode from 'qrcode-generator'

const codeOf = (text: string): ReturnType<typeof qrcode> => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return code
}

/** A text as a QR code, drawn as an SVG in a data address: sharp at any size, and no canvas needed. */
export const codePicture = (text: string): string =>
  `data:image/svg+xml;utf8,${encodeURIComponent(codeOf(text).createSvgTag({ cellSize: 4, margin: 8, scalable: true }))}`

/** The same code as rows of dark and light, to be drawn by whoever has a canvas. */
export const codeModules = (text: string): boolean[][] => {
  const code = codeOf(text)
  const along = [...Array(code.getModuleCount()).keys()]
  return along.map((row) => along.map((column) => code.isDark(row, column)))
}
