/** A run of digits, as people break them up: 138 0013 8000, 0533-7001234, full-width too. */
const digitRun = /[0-9０-９](?:[\s\-－—.·_()（）]*[0-9０-９]){5,}[XxＸｘ]?/g

/** As many digits as a telephone has at least; house and unit numbers have fewer. */
const digitsMin = 7

/**
 * What somebody wrote, for people who do not know them: every run of seven digits or more, however broken up, becomes stars, so that
 * no telephone, identity or card number is passed on. Six digits (1号楼2单元301, a day) stay.
 */
export const maskedText = (text: string): string =>
  text.replace(digitRun, (run) => ((run.match(/[0-9０-９]/g) ?? []).length >= digitsMin ? '***' : run))
