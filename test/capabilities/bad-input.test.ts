import { mainCorner, pointAt, secondCorner } from '@cloud/sample/ground'
import type { ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { freshRequestId } from '../support/cloud'
import { jpeg } from '../support/images'
import { expectRefused, issueOf, report, useWorld } from './world'

const world = useWorld()
const resident = 'resident-grid-6'

type Report = InputOf<ContractOf<'issues.reportIssue'>>
const litter: Report = { classCode: 'litter', text: '纸箱堆在门口', place: { buildingId: 'building-12-1' } }
const refusesReport = (code: string, changes: object) =>
  expectRefused(world, code, resident, 'issues.reportIssue', { ...litter, ...changes })
const invalid = (changes: object) => refusesReport('INVALID_INPUT', changes)

describe('words', () => {
  const textOf = async (text: string): Promise<string> => issueOf(world, await report(world, resident, { text })).text

  test('2,000 characters are taken and 2,001 are not, an emoji counting as one', async () => {
    for (const character of ['楼', '🏠']) {
      expect(await textOf(character.repeat(2000))).toBe(character.repeat(2000))
      await invalid({ text: character.repeat(2001) })
    }
    const { message } = await invalid({ text: '字'.repeat(100_000) })
    expect(message).toBe('情况说明不能超过2000个字')
  })

  test.each(['', '   ', '\n\n', '\u200b\u200b', '\u202e', '\u0000', '\ufeff \u2060'])(
    'nothing but what nobody sees (%j) is nothing',
    async (text) => {
      expect((await invalid({ text })).message).toBe('请填写情况说明')
    },
  )

  test('control and bidirectional characters are taken out, line breaks stay', async () => {
    expect(await textOf('a\u202eb\u0000c\u0085d\u2066e\u061cf\u2028g\u001b[31mh\ud800i\n楼道')).toBe(
      'abcdefg[31mhi\n楼道',
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    "'; DROP TABLE issues; --",
    '{{constructor.constructor("return 1")()}}',
    '$where: 1 == 1',
    '=HYPERLINK("http://x","y")',
    '%00 \\u0000 &lt;b&gt;',
  ])('%s is plain text, and comes back as it was sent', async (text) => {
    const id = await report(world, resident, { text })
    expect((await world.ask('worker-grid-6', 'issues.getIssue', { id })).text).toBe(text)
  })

  test('numbers, lists, nothing and objects are no words', async () => {
    for (const text of [1, true, null, undefined, [], ['楼道'], { text: '楼道' }, { toString: '楼道' }])
      await invalid({ text })
  })
})

describe('photos', () => {
  const upload = (bytes: Uint8Array = jpeg(), persona = resident) => world.upload(persona, bytes)

  test('seven are one too many, and the same one twice is refused before anything is looked at', async () => {
    const fileIds = await Promise.all(Array.from({ length: 7 }, () => upload()))
    await invalid({ fileIds })
    await invalid({ fileIds: [fileIds[0], fileIds[0]] })
    await world.ask(resident, 'issues.reportIssue', { ...litter, fileIds: fileIds.slice(1) })
  })

  test('a text file that calls itself a photo is none', async () => {
    await refusesReport('FILE_NOT_AN_IMAGE', { fileIds: [await upload(Buffer.from('这是一段文字，名字叫 photo.jpg'))] })
    await refusesReport('FILE_NOT_AN_IMAGE', {
      fileIds: [await upload(Buffer.from('<svg onload="alert(1)"></svg>    '))],
    })
  })

  test('a photo of 20 MB gets no address; bytes over 1 MB put there all the same are refused', async () => {
    await expectRefused(world, 'FILE_TOO_LARGE', resident, 'files.beginUpload', {
      purpose: 'issue',
      bytes: 20 * 1_048_576,
      contentType: 'image/jpeg',
    })
    const place = await world.ask(resident, 'files.beginUpload', {
      purpose: 'issue',
      bytes: 1000,
      contentType: 'image/jpeg',
    })
    const body = Buffer.from(jpeg({ padding: 2_000_000 }))
    await fetch(place.url, { method: 'PUT', headers: place.headers, body })
    await refusesReport('FILE_TOO_LARGE', { fileIds: [place.fileId] })
  })

  test('a photo that was never sent, of somebody else, or already used is not ours', async () => {
    const place = await world.ask(resident, 'files.beginUpload', {
      purpose: 'issue',
      bytes: 1000,
      contentType: 'image/jpeg',
    })
    await refusesReport('FILE_NOT_YOURS', { fileIds: [place.fileId] })
    for (const other of ['resident-grid-7', 'worker-grid-6', 'b-resident-1', 'newcomer-1'])
      await refusesReport('FILE_NOT_YOURS', { fileIds: [await upload(jpeg(), other)] })
    const used = await upload()
    await report(world, resident, { fileIds: [used] })
    await refusesReport('FILE_NOT_YOURS', { fileIds: [used] })
  })

  test('file ids of another environment, another path or another name for our own file are not ours', async () => {
    const ours = await upload()
    for (const fileId of [
      ours.replace('cloud://test', 'cloud://other'),
      ours.replace(/^cloud:\/\/[^/]+/, 'cloud://x.y'),
      ours.replace('/photos/', '/other/'),
      ours.replace('/xinsheng/', '/b-lanqiao/'),
      ours.replace('/xinsheng/', '/xinsheng/../xinsheng/'),
      ours.replace('.jpg', '.png'),
      ours.replace('.jpg', '.jpg.jpg'),
      'cloud://test.bucket/secrets.json',
      'cloud://test.bucket/photos/xinsheng/f-0123456789abcdef01234567.jpg',
    ])
      await refusesReport('FILE_NOT_YOURS', { fileIds: [fileId] })
    for (const fileId of [
      '',
      'http://127.0.0.1/x.jpg',
      'file:///etc/passwd',
      '../../x.jpg',
      `cloud://x/${'a'.repeat(400)}`,
    ])
      await invalid({ fileIds: [fileId] })
  })
})

describe('places', () => {
  const inside = pointAt(mainCorner, [320, 150])
  const pointed = (point: unknown) => ({ place: { point } })

  test('a point elsewhere, or with its numbers swapped, is outside the community', async () => {
    await refusesReport('ISSUE_OUTSIDE_COMMUNITY', pointed(pointAt(secondCorner, [100, 200])))
    await refusesReport('ISSUE_OUTSIDE_COMMUNITY', pointed({ ...inside, longitude: 0, latitude: 0 }))
    await invalid(pointed({ ...inside, longitude: inside.latitude, latitude: inside.longitude }))
  })

  test('another datum is refused, not guessed', async () => {
    for (const datum of ['wgs84', 'WGS84', 'GCJ02', '', null, undefined]) {
      const { message } = await invalid(pointed({ ...inside, datum }))
      expect(message).toBe('坐标系必须是 gcj02')
    }
  })

  test('what is no number on earth is no coordinate', async () => {
    for (const bad of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      '118.05',
      null,
      [118],
      {},
      181,
      1e308,
    ]) {
      await invalid(pointed({ ...inside, longitude: bad }))
      await invalid(pointed({ ...inside, latitude: bad }))
    }
    for (const accuracyMeters of [-1, Number.NaN, Number.POSITIVE_INFINITY, '20', 1e9])
      await invalid({ place: { point: inside, accuracyMeters } })
    await invalid(pointed([118.05, 36.78]))
    await invalid(pointed({ ...inside, altitude: 3 }))
  })

  test('a building of another community, or none at all, is no place here', async () => {
    await refusesReport('ISSUE_PLACE_UNKNOWN', { place: { buildingId: 'b-building-1-1' } })
    await refusesReport('ISSUE_PLACE_UNKNOWN', { place: { buildingId: 'constructor' } })
    await invalid({ place: {} })
    await invalid({ place: { buildingId: '../building-12-1' } })
  })
})

test('a class that is not offered is unknown, whatever JavaScript has by that name', async () => {
  for (const classCode of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'Litter', 'litter ', '', '0'])
    await refusesReport('ISSUE_CLASS_UNKNOWN', { classCode })
  await invalid({ classCode: 'x'.repeat(41) })
})

test('a command needs a request id of the right form, and says so', async () => {
  for (const requestId of [
    '',
    'short',
    'x'.repeat(65),
    'with spaces in it 12',
    '中文编号中文编号中文编号中文编号',
    '../../../../etc/passwd',
  ])
    expect(
      (await expectRefused(world, 'INVALID_INPUT', resident, 'issues.reportIssue', litter, requestId)).fields,
    ).toEqual({
      requestId: '缺少请求编号，或格式不正确',
    })
  for (const requestId of [null, 7, { $ne: null }, ['x'.repeat(20)]] as never[])
    await expectRefused(world, 'INVALID_INPUT', resident, 'issues.reportIssue', litter, requestId)
  for (const requestId of ['x'.repeat(16), 'X_-9'.repeat(16)])
    expect((await world.send(resident, 'issues.reportIssue', litter, requestId)).ok).toBe(true)
})

test('a request id answers for one capability only', async () => {
  const requestId = freshRequestId()
  const id = await report(world)
  await world.ask('worker-grid-6', 'issues.moveIssue', { id, move: 'start' }, requestId)
  await expectRefused(world, 'CONFLICT', 'worker-grid-6', 'issues.addProgress', { id, text: '进展' }, requestId)
})
