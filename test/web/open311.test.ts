import { handleRequest } from '@cloud/web/open311'

describe('Open311 services', () => {
  test('lists exactly the classes whose issues are public', () => {
    const { statusCode, body } = handleRequest({ path: '/open311/v2/services.json', httpMethod: 'GET' })
    expect(statusCode).toBe(200)
    const codes = (JSON.parse(body) as { service_code: string }[]).map((service) => service.service_code)
    expect(codes).toHaveLength(16)
    for (const hidden of ['dispute', 'labour', 'fraud', 'hardship', 'policy', 'noise', 'pets', 'complaint', 'other'])
      expect(codes).not.toContain(hidden)
  })

  test('answers any other address or method in the form of the standard', () => {
    expect(handleRequest({ path: '/open311/v2/requests.json' }).statusCode).toBe(404)
    expect(handleRequest({ path: '/open311/v2/services.json', httpMethod: 'POST' }).statusCode).toBe(405)
    expect(JSON.parse(handleRequest({}).body)).toEqual([{ code: 404, description: '没有这个地址' }])
  })
})
