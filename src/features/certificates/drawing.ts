import { codeModules } from '@/features/codes/code-picture'
import type { ContractOf } from '@/shared/contracts'
import { groupedCode } from '@/shared/kernel/certificate-code'
import type { OutputOf } from '@/shared/kernel/capability'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { dayOf } from '@/shared/kernel/time'
import { cutTo, fitLine, linesOf, oneLine, setFont, type Pen } from './pen'

export type Certificate = OutputOf<ContractOf<'activities.getCertificate'>>

/** The picture in pixels: as high to its width as a sheet of A4. */
export const pictureSize = { width: 1080, height: 1528 } as const

const [paper, ink, soft, green, line] = ['#fffdf9', '#25211b', '#5b544a', '#0d5f57', '#e3dbcd']
const middle = pictureSize.width / 2
const left = 140
const inner = pictureSize.width - 2 * left
/** Rows of themes, and of activities, at most; fewer where a long sentence above leaves less room. */
const rowsMax = 4
const [headHigh, rowHigh, gapHigh] = [52, 48, 28]
const codeSide = 250
const codeTop = pictureSize.height - 110 - codeSide

export const dayWords = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** What the certificate states, in one sentence. */
export const statement = ({ from, to, communityName, times, counted, honour }: Certificate): string => {
  const more = honour > 0 ? `，另有荣誉时长 ${minutesWords(honour)}` : ''
  const days = from === to ? dayWords(from) : `${dayWords(from)}至${dayWords(to)}`
  return `于 ${days}，在${oneLine(communityName)}参加志愿服务 ${times} 次，服务时长 ${minutesWords(counted)}${more}。特此证明。`
}

const frame = (pen: Pen): void => {
  pen.fillStyle = paper
  pen.fillRect(0, 0, pictureSize.width, pictureSize.height)
  pen.strokeStyle = green
  pen.lineWidth = 8
  pen.strokeRect(36, 36, pictureSize.width - 72, pictureSize.height - 72)
  pen.lineWidth = 2
  pen.strokeRect(56, 56, pictureSize.width - 112, pictureSize.height - 112)
}

const head = (pen: Pen, { name }: Certificate): void => {
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  pen.fillStyle = green
  setFont(pen, 76, true)
  pen.fillText('志愿服务证明', middle, 210)
  pen.fillStyle = ink
  fitLine(pen, oneLine(name), { x: middle, y: 340, width: inner, size: 64, least: 32 })
  pen.fillStyle = line
  pen.fillRect(left, 372, inner, 3)
}

/** Writes a paragraph and answers where the next thing may begin. */
const paragraph = (pen: Pen, text: string, top: number): number => {
  pen.textAlign = 'left'
  pen.fillStyle = ink
  setFont(pen, 38)
  const lines = linesOf(pen, text, inner)
  lines.forEach((words, at) => pen.fillText(words, left, top + at * 62))
  return top + lines.length * 62
}

/** Rows of a name and a time under a heading; answers where the next thing may begin. */
const rows = (pen: Pen, title: string, all: readonly { name: string; time: string }[], top: number): number => {
  if (all.length === 0) return top
  pen.textAlign = 'left'
  pen.fillStyle = green
  setFont(pen, 32, true)
  pen.fillText(title, left, top)
  setFont(pen, 30)
  all.forEach(({ name, time }, at) => {
    const y = top + headHigh + at * rowHigh
    pen.textAlign = 'right'
    pen.fillStyle = soft
    pen.fillText(time, left + inner, y)
    const room = inner - pen.measureText(time).width - 32
    pen.textAlign = 'left'
    pen.fillStyle = ink
    pen.fillText(cutTo(pen, oneLine(name), room), left, y)
  })
  return top + headHigh + all.length * rowHigh + gapHigh
}

/** A code in a square, with the light edge a reader needs; modules fall on whole pixels, so that it stays sharp. */
const drawCode = (pen: Pen, scan: string, x: number, y: number, side: number): void => {
  const modules = codeModules(scan)
  const cell = Math.floor(side / (modules.length + 8))
  const edge = Math.floor((side - cell * modules.length) / 2)
  pen.fillStyle = '#ffffff'
  pen.fillRect(x, y, side, side)
  pen.fillStyle = '#000000'
  modules.forEach((row, down) =>
    row.forEach((isDark, across) => {
      if (isDark) pen.fillRect(x + edge + across * cell, y + edge + down * cell, cell, cell)
    }),
  )
}

const foot = (pen: Pen, { code, communityName, issuedAt }: Certificate, scan: string): void => {
  const top = codeTop
  drawCode(pen, scan, left, top, codeSide)
  const x = left + codeSide + 36
  const room = pictureSize.width - left - x
  pen.textAlign = 'left'
  pen.fillStyle = soft
  setFont(pen, 28)
  pen.fillText('扫码核验，或在核验页输入编号', x, top + 40)
  pen.fillStyle = ink
  setFont(pen, 40, true)
  pen.fillText(cutTo(pen, groupedCode(code), room), x, top + 96)
  setFont(pen, 34)
  pen.fillText(cutTo(pen, oneLine(communityName), room), x, top + 172)
  pen.fillText(dayWords(dayOf(issuedAt)), x, top + 224)
}

const titleOf = (title: string, shown: number, isCut: boolean): string =>
  isCut ? `${title}（最多的 ${shown} 项）` : title

/** Draws a certificate: who, how long, from when to when, what for, and how anybody checks it. */
export const drawCertificate = (pen: Pen, certificate: Certificate, scan: string): void => {
  const { themes, activities, isMore } = certificate
  frame(pen)
  head(pen, certificate)
  const below = paragraph(pen, statement(certificate), 450) + 20
  const room = Math.floor((codeTop - below - 2 * (headHigh + gapHigh)) / rowHigh)
  const mostThemes = [...themes].sort((a, b) => b.minutes - a.minutes).slice(0, Math.min(rowsMax, Math.ceil(room / 2)))
  const mostActivities = activities.slice(0, Math.min(rowsMax, room - mostThemes.length))
  const next = rows(
    pen,
    titleOf('服务主题', mostThemes.length, mostThemes.length < themes.length),
    mostThemes.map(({ name, minutes }) => ({ name, time: minutesWords(minutes) })),
    below,
  )
  rows(
    pen,
    titleOf('主要活动', mostActivities.length, isMore || mostActivities.length < activities.length),
    mostActivities.map(({ title, times, minutes }) => ({ name: title, time: `${times} 次，${minutesWords(minutes)}` })),
    next,
  )
  foot(pen, certificate, scan)
}
