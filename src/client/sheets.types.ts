/** A spreadsheet somebody chose, as it is sent: its name, and its bytes in Base64. */
export interface ChosenSheet {
  name: string
  content: string
}

/** The most a spreadsheet may weigh; the server looks again. */
export const sheetBytesMax = 1_048_576

/** Why a file was not taken, in a sentence for whoever chose it. */
export class SheetError extends Error {}
