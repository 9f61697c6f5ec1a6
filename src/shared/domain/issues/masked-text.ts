/** A digit: plain, full-width, or the word people say on the telephone (幺 is one). */
const digit = '0-9０-９零〇幺一二三四五六七八九'

/** A run of digits, as people break them up: 138 0013 8000, 0533-7001234, 138/0013/8000. Joiners show nothing, so they part nothing. */
const digitRun = new RegExp(`[${digit}](?:[\\s\\-－—.·_()（）/／\\u200C\\u200D]*[${digit}]){5,}[XxＸｘ]?`, 'g')
const digits = new RegExp(`[${digit}]`, 'g')

/** A day of this century, as it is written down (2026-11-27, 2026/1/5): nobody's number. */
const writtenDay = /^20\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/

/** As many digits as a telephone has at least; house and unit numbers have fewer. */
const digitsMin = 7

/**
 * What somebody wrote, for people who do not know them: every run of seven digits or more, however broken up, becomes stars, so that
 * no telephone, identity or card number is passed on. Six digits (1号楼2单元301) and days stay.
 */
export const maskedText = (text: string): string =>
  text.replace(digitRun, (run) => {
    const [day = ''] = writtenDay.exec(run) ?? []
    return day + hidden(run.slice(day.length))
  })

const hidden = (run: string): string => ((run.match(digits) ?? []).length >= digitsMin ? '***' : run)
