import fs from 'node:fs'
import { logDigest } from '../cloudfunctions/runtime/consent-log'
import { inclusion } from '../src/shared/contracts/consents/shapes'
import { checkInclusion, inclusionProblems } from '../src/shared/domain/consents/inclusion'
import { faultText, verifyLog } from '../src/shared/domain/consents/verify-log'
import { agreementOf, participationOf } from '../src/shared/domain/consents/count'
import type { Counted } from '../src/shared/domain/consents/seal'
import { answerNames, channelNames, rateText, type Fraction } from '../src/shared/kernel/consents'

type Say = (line: string) => void

const rateWords = (fraction: Fraction): string =>
  `${fraction.numerator}/${fraction.denominator}（${rateText(fraction)}）`

const countWords = (of: Counted): string =>
  `${of.households} 户，同意 ${of.agree}，不同意 ${of.disagree}，弃权 ${of.abstain}；参与 ${rateWords(participationOf(of))}，签字同意 ${rateWords(agreementOf(of))}`

/** What one household was given to check for itself; null for any other file. */
const readInclusion = (text: string) => {
  try {
    return inclusion.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The words of a file; says plainly what is the matter where it cannot be read. */
const readWords = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    throw new Error(`读不了“${file}”：没有这个文件，或它是一个文件夹，请写下载来的意见日志在哪里`)
  }
}

/** A log as it left the server, and whether an editor had put its own line ends or a mark before the first line, which is no tampering. */
const asSent = (words: string): { text: string; isResaved: boolean } => {
  const text = words.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  return { text, isResaved: text !== words }
}

/**
 * `npm run consent -- verify <file> --root <hash>`: recounts an exported log of answers and compares its root with the published one, or
 * follows one household's proof up to it. Prints the count by building, or the first line that was altered. Answers whether everything
 * holds; throws when the file cannot be read.
 */
export const verify = (file: string, root: string, say: Say): boolean => {
  const { text, isResaved } = asSent(readWords(file))
  const proof = readInclusion(text)
  if (proof) {
    const { problem, live, buildingName } = checkInclusion(proof, root.toLowerCase(), logDigest)
    const answer = live ? `${answerNames[live.answer]}（${channelNames[live.channel]}）` : '没有意见'
    say(`${proof.title}：${proof.question}`)
    say(problem ? inclusionProblems[problem] : `户号 ${proof.pseudonym} 计入${buildingName}：${answer}，与公布的根一致`)
    return problem === null
  }
  if (isResaved) say('文件用记事本一类的软件另存过，换行和原来的不一样；按原来的换行核对')
  const report = verifyLog(text, logDigest)
  if (report.fault) {
    say(faultText(report.fault))
    return false
  }
  say(report.title)
  for (const building of report.buildings) say(`${building.name}：${countWords(building)}`)
  say(`合计：${countWords(report.sum)}`)
  say(`${report.entries} 条记录，复核的根 ${report.root}`)
  if (report.root === root.toLowerCase()) {
    say('与公布的根一致')
    return true
  }
  say(`与公布的根不一致：公布的是 ${root}。文件自身前后一致，说明它被整份改写过，或不是这次征询的文件`)
  return false
}
