import qrcode from 'qrcode-generator'

/** A text as a QR code, drawn as an SVG in a data address: sharp at any size, and no canvas needed. */
export const codePicture = (text: string): string => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  return `data:image/svg+xml;utf8,${encodeURIComponent(code.createSvgTag({ cellSize: 4, margin: 8, scalable: true }))}`
}
