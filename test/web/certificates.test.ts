import { openCertificates } from '@cloud/web/certificates'
import { certified } from '../capabilities/activities/certificates'
import { volunteer } from '../capabilities/activities/shared'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const open = (path: string, queryStringParameters: Record<string, string> = {}, httpMethod = 'GET') =>
  openCertificates({ store: world.runtime.store, now: () => world.clock.now })({
    path,
    httpMethod,
    queryStringParameters,
  })
/** What is read on the page, without what a browser does not show. */
const words = (body: string) =>
  body
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('the address of a certificate says that it is valid and what it states, with nothing but a page', async () => {
  const { code, name } = await certified(world)
  for (const path of [`/certificates/${code}`, `/web/certificates/${code}`]) {
    const { statusCode, headers, body } = await open(path)
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(words(body)).toMatch(/有效.*服务次数 1 次 服务时长 2 小时 开具日期 2026-11-26/)
    expect(body).not.toContain(name)
    expect(body).not.toMatch(/<script|https?:\/\//)
  }
})

test('without a code it asks for one, and reads it however it is typed', async () => {
  const { code, id } = await certified(world)
  const empty = await open('/certificates')
  expect([empty.statusCode, words(empty.body)]).toEqual([200, expect.stringContaining('证明上的十二位编号')])
  expect(words((await open('/certificates', { code: code.toLowerCase() })).body)).toContain('有效')
  await world.ask(volunteer, 'activities.withdrawCertificate', { id })
  const ended = words((await open(`/certificates/${code}`)).body)
  expect(ended).toContain('已作废（2026-11-26）')
  expect(ended).not.toContain('有效')
})

test('what is no code, or none that was given, is said so; what was typed is never more than words', async () => {
  for (const code of ['222222222222', '"><script>alert(1)</script>', '%00', 'x'.repeat(5000)]) {
    const { statusCode, body } = await open('/certificates', { code })
    expect([statusCode, words(body)]).toEqual([404, expect.stringContaining('没有这个编号的证明')])
    expect(body).not.toContain('<script')
    expect(body.length).toBeLessThan(6000)
  }
})

test('guessing runs out, here and in the app together', async () => {
  const { code } = await certified(world)
  const wrong = `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
  for (let time = 0; time < 3; time++) expect((await open(`/certificates/${wrong}`)).statusCode).toBe(404)
  for (let time = 0; time < 2; time++) await world.send(null, 'activities.checkCertificate', { code: wrong })
  const { statusCode, body } = await open(`/certificates/${code}`)
  expect([statusCode, words(body)]).toEqual([429, expect.stringContaining('请过一分钟再试')])
})

test('names of a community and of its people are written out, whatever is in them', async () => {
  const { code } = await certified(world)
  const hostile = `<b>'社区' & "鑫盛"</b>`
  await world.runtime.store.certificates.updateWhere({ personId: volunteer }, { communityName: hostile, name: '<i' })
  const { body } = await open(`/certificates/${code}`)
  expect(body).toContain('&lt;b&gt;&#39;社区&#39; &amp; &quot;鑫盛&quot;&lt;/b&gt;')
  expect(body).toContain('&lt;*')
})

test('it is only opened: nothing is sent to it', async () => {
  expect((await open('/certificates', {}, 'POST')).statusCode).toBe(405)
})
