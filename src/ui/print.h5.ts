/** True where a page can be printed. */
export const canPrint = true

/** Opens the printing dialogue; what is printed is said in the styles of the page. */
export const printPage = (): void => window.print()
