import type * as Jsdom from 'jsdom'
import { toWgs84 } from '@/shared/domain/organization/datum'
import { metersBetween } from '@/shared/domain/organization/distance'
import { handleRequest } from '@cloud/web/open311'
import { letPass, reportPublicly } from '../capabilities/public'
import { report, useWorld } from '../capabilities/world'
import { jpeg } from '../support/images'
import fields from './georeport-fields.json'
import { apiKey, letIn, openOutside, type Outside } from './outside'

const world = useWorld()
let outside: Outside
beforeEach(() => {
  outside = openOutside(world)
})
afterEach(() => expect(outside.faults).toEqual([]))

const keysOf = (value: unknown): string[] => Object.keys(value as object)

/** Names of the elements directly inside the first element of a name, in order; the whole must nest and close. */
const childrenIn = (xml: string, parent: string): string[] => {
  const document = new (jest.requireActual<typeof Jsdom>('jsdom').JSDOM)(xml, { contentType: 'text/xml' }).window
    .document
  return [...document.getElementsByTagName(parent)[0]!.children].map(({ tagName }) => tagName)
}

describe('services', () => {
  test('are exactly the classes whose issues are public, with the fields of the standard, in both formats', async () => {
    const services = await outside.json('services')
    expect(services.map((one) => one.service_code)).toHaveLength(16)
    for (const hidden of ['dispute', 'labour', 'fraud', 'hardship', 'policy', 'noise', 'pets', 'complaint', 'other'])
      expect(services.map((one) => one.service_code)).not.toContain(hidden)
    for (const service of services) expect(keysOf(service)).toEqual(fields.services)
    for (const { keywords } of services) expect(keywords).not.toMatch(/[a-z]/)
    const { body, headers } = await outside.get('services.xml')
    expect(headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<services><service>/)
    expect(childrenIn(body, 'service')).toEqual(fields.services)
  })

  test('have a definition with attributes; a class that is not offered has none', async () => {
    const definition = JSON.parse((await outside.get('services/lift.json')).body) as { attributes: object[] }
    expect(keysOf(definition)).toEqual(fields.service_definition)
    expect(keysOf(definition.attributes[0])).toEqual(fields.attribute)
    const { body } = await outside.get('services/lift.xml')
    expect(childrenIn(body, 'service_definition')).toEqual(fields.service_definition)
    expect(childrenIn(body, 'attribute')).toEqual(fields.attribute)
    for (const code of ['dispute', 'nonsense', '__proto__'])
      expect((await outside.get(`services/${code}.json`)).statusCode).toBe(404)
  })

  test('are discovered', async () => {
    const discovery = JSON.parse((await outside.get('discovery.json')).body) as { endpoints: object[] }
    expect(keysOf(discovery)).toEqual(fields.discovery)
    expect(keysOf(discovery.endpoints[0])).toEqual(fields.endpoint)
    const { body } = await outside.get('discovery.xml')
    expect(childrenIn(body, 'discovery')).toEqual(fields.discovery)
    expect(childrenIn(body, 'endpoint')).toEqual(fields.endpoint)
    expect(discovery).toMatchObject({ contact: '鑫盛嘉园社区值班室 0533-0000900' })
  })

  test('are addressed as they can be reached: in the clear only where the gateway says so', async () => {
    const urlOf = async (headers: Record<string, string>) =>
      (
        JSON.parse((await outside.send({ path: '/open311/v2/discovery.json', headers })).body) as {
          endpoints: { url: string }[]
        }
      ).endpoints[0]!.url
    expect(await urlOf({ host: 'grid.example' })).toMatch(/^https:\/\/grid\.example\//)
    expect(await urlOf({ host: 'grid.example:8787', 'x-forwarded-proto': 'http' })).toMatch(
      /^http:\/\/grid\.example:8787\//,
    )
  })
})

describe('requests', () => {
  test('have the fields of the standard in both formats, and nothing of any person', async () => {
    const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
    const fileIds = [await world.upload('resident-grid-6', jpeg())]
    const place = { householdId, words: '我家门口' }
    const id = await reportPublicly(world, { place, fileIds, text: '有异味 <b>& 13800138000' })
    const [request] = await outside.json('requests')
    expect(keysOf(request)).toEqual(fields.requests)
    const building = world.documents('buildings').find(({ _id }) => _id === request!.address_id)!
    expect(request).toMatchObject({
      service_request_id: id,
      status: 'open',
      status_notes: '待处理',
      description: '有异味 <b>& ***',
      agency_responsible: '专职网格员',
      address: expect.stringContaining(building.name),
      expected_datetime: expect.stringMatching(/Z$/),
      media_url: expect.stringMatching(/^http/),
    })
    const shown = { longitude: request!.long as number, latitude: request!.lat as number }
    expect(metersBetween(shown, toWgs84(building.centre))).toBeLessThan(0.2)
    expect(metersBetween(shown, building.centre)).toBeGreaterThan(300)
    const { body } = await outside.get('requests.xml')
    expect(childrenIn(body, 'request')).toEqual(fields.requests)
    expect(body).toContain('有异味 &lt;b&gt;&amp; ***')
    const people = world.documents('persons').filter(({ _id }) => /^(worker|resident)-grid-6$/.test(_id))
    for (const secret of [
      ...people.flatMap((one) => [one.name, one._id, one.dutyPhone]),
      householdId,
      '我家门口',
      '单元',
    ])
      if (secret) for (const text of [body, JSON.stringify(request)]) expect(text).not.toContain(secret)
  })

  test('that ended are closed, with their result in words', async () => {
    const id = await reportPublicly(world)
    await letPass(world, id, { state: 'closed', isOpen: false, result: 'cannot' })
    expect(await outside.json(`requests/${id}`)).toMatchObject([
      { status: 'closed', status_notes: '已办结，处理结果：无法解决' },
    ])
  })

  test('are found by ids, class, status, time and page', async () => {
    const odour = await reportPublicly(world)
    world.clock.now += 60_000
    const lift = await reportPublicly(world, { classCode: 'lift' })
    await letPass(world, lift, { state: 'closed', isOpen: false, result: 'resolved' })
    const hidden = await report(world)
    const idsBy = async (query: Record<string, string>) =>
      (await outside.json('requests', query)).map((one) => one.service_request_id)
    expect(await idsBy({})).toEqual([lift, odour])
    expect(await idsBy({ service_request_id: `${odour}, ${hidden},nothing` })).toEqual([odour])
    expect(await idsBy({ service_code: 'lift,litter' })).toEqual([lift])
    expect(await idsBy({ status: 'open' })).toEqual([odour])
    expect(await idsBy({ status: 'closed' })).toEqual([lift])
    expect(await idsBy({ status: 'open,closed' })).toEqual([lift, odour])
    expect(await idsBy({ start_date: '2026-11-25T09:01:00 08:00' })).toEqual([lift])
    expect(await idsBy({ end_date: '2026-11-25T01:00:30Z' })).toEqual([odour])
    expect(await idsBy({ page_size: '1' })).toEqual([lift])
    expect(await idsBy({ page_size: '1', page: '2' })).toEqual([odour])
    expect(await idsBy({ page: '3' })).toEqual([])
    expect(await idsBy({ jurisdiction_id: 'xinsheng' })).toEqual([lift, odour])
    world.clock.now += 91 * 86_400_000
    expect(await idsBy({})).toEqual([])
  })

  test('are told by token; what is not public is as if it were not there', async () => {
    const id = await reportPublicly(world)
    const [token] = await outside.json(`tokens/${id}`)
    expect(keysOf(token)).toEqual(fields.tokens)
    expect(token).toEqual({ token: id, service_request_id: id })
    const hidden = await report(world)
    for (const resource of [`requests/${hidden}`, `tokens/${hidden}`, 'requests/nothing', 'tokens/nothing']) {
      const { statusCode, body } = await outside.get(`${resource}.json`)
      expect([resource, statusCode, body]).toEqual([
        resource,
        404,
        JSON.stringify([{ code: 404, description: '没有这个 service_request_id' }]),
      ])
    }
  })

  test.each([
    [400, { start_date: 'yesterday' }],
    [400, { start_date: '2026-11-25T00:00:00' }],
    [400, { start_date: '2026-11-25T00:00:00Z', end_date: '2026-11-24T00:00:00Z' }],
    [400, { start_date: '2026-01-01T00:00:00Z', end_date: '2026-11-24T00:00:00Z' }],
    [400, { status: 'fixed' }],
    [400, { page: '0' }],
    [400, { page: '11', page_size: '100' }],
    [400, { service_request_id: Array.from({ length: 101 }, (_, at) => `i-${at}`).join() }],
    [404, { service_code: 'dispute' }],
    [404, { jurisdiction_id: 'elsewhere' }],
  ])('%s for %j, in the shape of the standard, in both formats', async (code, query) => {
    const json = await outside.get('requests.json', query as unknown as Record<string, string>)
    expect(json.statusCode).toBe(code)
    const errors = JSON.parse(json.body) as { code: number; description: string }[]
    for (const error of errors) expect(keysOf(error)).toEqual(fields.errors)
    expect(errors[0]!.description).toMatch(/[\u4e00-\u9fff]/)
    const xml = await outside.get('requests.xml', query as unknown as Record<string, string>)
    expect(childrenIn(xml.body, 'error')).toEqual(fields.errors)
  })
})

describe('posting a request', () => {
  const home = { service_code: 'odourPests', description: '楼道有异味', address_id: 'building-12-1' }

  test('is routed to a named person like any report, and leaves nothing of the sender', async () => {
    await letIn(world)
    const { lat, long } = (({ latitude, longitude }) => ({ lat: latitude, long: longitude }))(
      toWgs84(world.documents('buildings').find(({ _id }) => _id === 'building-12-1')!.centre),
    )
    const personal = {
      first_name: '张三丰',
      last_name: '某',
      phone: '13900139000',
      email: 'a@b.cn',
      device_id: 'dev-77',
    }
    const { statusCode, body } = await outside.post({
      service_code: 'odourPests',
      description: '楼道有异味',
      lat: String(lat),
      long: String(long),
      'attribute[place_words]': '东门',
      ...personal,
    })
    expect(statusCode).toBe(200)
    const [posted] = JSON.parse(body) as Record<string, string>[]
    expect(keysOf(posted)).toEqual(fields.posted)
    const [issue] = world.documents('issues')
    expect(issue).toMatchObject({
      _id: posted!.service_request_id,
      source: 'import',
      owner: { personId: 'worker-grid-6' },
      reporterName: '12345热线',
      gridId: 'grid-6',
      place: { words: '东门' },
      isPublic: false,
    })
    const kept = JSON.stringify([world.documents('issues'), world.documents('notices'), world.documents('apiKeys')])
    for (const secret of [...Object.values(personal).filter((one) => one.length > 1), apiKey])
      expect(kept).not.toContain(secret)
    const seen = await world.ask('worker-grid-6', 'issues.getIssue', { id: posted!.service_request_id! })
    expect(seen).toMatchObject({ reporter: { name: '12345热线' }, canAskPhone: false })
  })

  test('whoever sent it may follow it before the public may, and nobody else', async () => {
    await letIn(world)
    const [posted] = JSON.parse((await outside.post(home)).body) as {
      service_request_id: string
      service_notice: string
    }[]
    expect(posted!.service_notice).not.toContain('照片')
    const pictured = await outside.post({ ...home, media_url: 'https://example.com/a.jpg' })
    expect(pictured.body).toContain('照片地址没有保存')
    const resource = `requests/${posted!.service_request_id}`
    expect((await outside.get(`${resource}.json`)).statusCode).toBe(404)
    expect(await outside.json(resource, { api_key: apiKey })).toMatchObject([{ status: 'open' }])
    expect(await outside.json('requests')).toEqual([])
  })

  test('needs a key that is known and switched on', async () => {
    expect((await outside.post(home)).statusCode).toBe(403)
    await letIn(world, { isActive: false })
    expect((await outside.post(home)).statusCode).toBe(403)
    await letIn(world)
    expect((await outside.post({ ...home, api_key: 'another' })).statusCode).toBe(403)
    expect((await outside.post(home)).statusCode).toBe(200)
  })

  test('is limited by the key, politely; what is urgent always reaches somebody', async () => {
    await letIn(world, { perTenMinutes: 5 })
    const rubble = { ...home, service_code: 'rubble' }
    const answers = await Promise.all(Array.from({ length: 12 }, () => outside.post(rubble)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
    const refused = answers.find(({ statusCode }) => statusCode !== 200)!
    expect(refused.statusCode).toBe(429)
    expect(JSON.parse(refused.body)).toEqual([{ code: 429, description: expect.stringContaining('请稍后再提交') }])
    for (const service_code of ['fireLane', 'odourPests'])
      expect((await outside.post({ ...home, service_code })).statusCode).toBe(200)
    world.clock.now += 10 * 60_000
    expect((await outside.post(rubble)).statusCode).toBe(200)
    expect(world.documents('issues')).toHaveLength(8)
  })

  test.each([
    [400, { service_code: '' }],
    [404, { service_code: 'dispute' }],
    [400, { address_id: '' }],
    [400, { address_id: 'building-99' }],
    [400, { lat: '36.7' }],
    [400, { lat: '91', long: '118' }],
    [400, { lat: '1e1', long: '118' }],
    [400, { lat: '10', long: '10', address_id: '' }],
    [400, { description: '长'.repeat(2001) }],
    [404, { jurisdiction_id: 'elsewhere' }],
  ])('%s for %j, and nothing is written', async (code, changes) => {
    await letIn(world)
    const { statusCode, body } = await outside.post({ ...home, ...(changes as unknown as Record<string, string>) })
    expect([statusCode, body]).toEqual([code, expect.stringMatching(/[\u4e00-\u9fff]/)])
    expect(world.documents('issues')).toEqual([])
  })

  test('garbage is answered by an error of the standard: types, encodings, sizes, bombs, injections', async () => {
    await letIn(world)
    const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;&b;</a>'
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const json = { 'content-type': 'application/json' }
    const garbage = [
      { headers: { 'content-type': 'text/xml' }, body: bomb },
      { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x' },
      { headers: {}, body: 'a=b' },
      { headers: form, body: `api_key=${apiKey}&description=%FF%FE` },
      { headers: form, body: Buffer.from([0x61, 0x3d, 0xff, 0xfe]).toString('base64'), isBase64Encoded: true },
      { headers: form, body: `description=${'a'.repeat(70_000)}` },
      { headers: form, body: Array.from({ length: 61 }, (_, at) => `f${at}=1`).join('&') },
      { headers: json, body: '{"a":' },
      { headers: json, body: '[1]' },
      { headers: json, body: '{"service_code":{"$ne":null}}' },
    ]
    for (const event of garbage) {
      const { statusCode, body } = await outside.post({}, event)
      expect([event.body.slice(0, 30), statusCode]).toEqual([event.body.slice(0, 30), 400])
      expect(keysOf((JSON.parse(body) as object[])[0])).toEqual(fields.errors)
    }
    const hostile = await outside.post({
      ...home,
      __proto__x: '1',
      constructor: '1',
      description: '\u0000</request>&x;',
    })
    expect(hostile.statusCode).toBe(200)
    expect(world.documents('issues')).toHaveLength(1)
  })

  test('a flat JSON object is taken as a form is', async () => {
    await letIn(world)
    const body = JSON.stringify({ api_key: apiKey, ...home })
    expect((await outside.post({}, { headers: { 'content-type': 'application/json' }, body })).statusCode).toBe(200)
  })
})

test('any other address or method is answered in the form of the standard, without a cloud', async () => {
  expect((await handleRequest({ path: '/open311/v2/nothing.xml' })).body).toContain('<errors><error><code>404</code>')
  expect((await handleRequest({ path: '/open311/v2/services.json', httpMethod: 'POST' })).statusCode).toBe(405)
  expect((await handleRequest({ path: '/open311/v2/services.json', httpMethod: 'constructor' })).statusCode).toBe(405)
  expect(JSON.parse((await handleRequest({})).body)).toEqual([{ code: 404, description: '没有这个地址' }])
})
