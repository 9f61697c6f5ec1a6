/** WeChat prints nothing: an exported workbook is sent on and printed from there. */
export const canPrint = false

export const printPage = (): void => undefined
