import { publicCertificate } from '@/shared/domain/activities/certificate'
import { certificates } from '@/shared/contracts/activities/certificates'
import { groupedCode } from '@/shared/kernel/certificate-code'
import { isRefusal } from '@/shared/kernel/decision'
import { minutesWords } from '@/shared/kernel/minutes-words'
import type { ReadStore } from '../store/store'
import { findCertificate } from '../runtime/find-certificate'
import type { HttpAnswer, HttpEvent } from './http'

interface Ports {
  store: ReadStore
  now: () => number
}

type Shown = ReturnType<typeof publicCertificate>

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter]!)

/** No script and nothing from elsewhere: it opens in whatever scans a code, and says the same to everybody. */
const style = `body{max-width:520px;margin:0 auto;padding:24px 16px;background:#f6f2ea;color:#26231e;font:16px/1.6 sans-serif}
h1{margin:0 0 16px;font-size:22px}main{padding:20px;border:1px solid #e4dccd;border-radius:12px;background:#fffdf9}
.standing{margin:0 0 12px;font-size:20px;font-weight:700}.good{color:#0d5f57}.bad{color:#a12c1c}
dl{display:grid;grid-template-columns:auto 1fr;gap:8px 16px;margin:0}dt{color:#5f5a52}dd{margin:0;overflow-wrap:anywhere}
form{margin-top:20px}label{display:block;margin-bottom:6px}input,button{box-sizing:border-box;width:100%;min-height:48px;padding:8px 12px;border:1px solid #8c8479;border-radius:8px;font:inherit}
button{margin-top:12px;border:0;background:#0d5f57;color:#fff}p{overflow-wrap:anywhere}`

const pageOf = (content: string, typed: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>核验志愿服务证明</title><style>${style}</style></head>
<body><h1>核验志愿服务证明</h1>${content}
<form method="get"><label for="code">证明上的十二位编号</label>
<input id="code" name="code" value="${escaped(typed)}" maxlength="40" autocomplete="off" required>
<button type="submit">核验</button></form></body></html>`

const standingOf = ({ isValid, endedOn }: Shown): string =>
  isValid ? '<p class="standing good">有效</p>' : `<p class="standing bad">已作废${endedOn ? `（${endedOn}）` : ''}</p>`

const factsOf = (shown: Shown): string =>
  [
    ['编号', groupedCode(shown.code)],
    ['姓名', shown.maskedName],
    ['社区', shown.communityName],
    ['服务期间', `${shown.from} 至 ${shown.to}`],
    ['服务次数', `${shown.times} 次`],
    ['服务时长', minutesWords(shown.counted)],
    ...(shown.honour > 0 ? [['荣誉时长', minutesWords(shown.honour)]] : []),
    ['开具日期', shown.issuedOn],
  ]
    .map(([label = '', value = '']) => `<dt>${label}</dt><dd>${escaped(value)}</dd>`)
    .join('')

const contentOf = (shown: Shown): string =>
  `<main>${standingOf(shown)}<dl>${factsOf(shown)}</dl></main><p>姓名只显示一部分。请与证明上的内容逐项对照。</p>`

const answer = (statusCode: number, body: string): HttpAnswer => ({
  statusCode,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body,
})

/** The code at the end of the address, or the one typed into the form. */
const codeOf = ({ path = '', queryStringParameters }: HttpEvent): string =>
  (queryStringParameters?.code ?? /\/certificates\/([^/]+)\/?$/.exec(path)?.[1] ?? '').slice(0, 300).trim()

/** The page where anybody, with any telephone and without an account, checks a certificate of volunteering they were shown. */
export const openCertificates =
  ({ store, now }: Ports) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    if (!['GET', 'HEAD', undefined].includes(event.httpMethod))
      return answer(405, pageOf('<p class="bad">这个地址只能打开，不能提交。</p>', ''))
    const code = codeOf(event)
    if (code === '') return answer(200, pageOf('', ''))
    const found = await findCertificate(store, code, now())
    if (isRefusal(found)) {
      const words = certificates.checkCertificate.refusals[found.refused]
      return answer(found.refused === 'TRIED_TOO_OFTEN' ? 429 : 404, pageOf(`<p class="bad">${words}</p>`, code))
    }
    return answer(200, pageOf(contentOf(publicCertificate(found)), ''))
  }
