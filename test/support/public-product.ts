import path from 'node:path'
import { sampleCommunity } from '@cloud/sample'
import { collections } from '@cloud/store/collections'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Issue } from '@/shared/domain/issues/issue'
import { deployedFunctions, startCloud, type Cloud } from '../../emulator'
import { callAs } from './product'

const root = path.resolve(__dirname, '../..')

/** The built product in this process, with issues whose words and photos have passed the content check. */
export const startPublicProduct = async (): Promise<Cloud> => {
  const { documents, personas } = sampleCommunity(dayOf(Date.now()))
  const cloud = await startCloud({
    dataDir: null,
    envId: 'local-grid',
    collections: Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes })),
    functions: deployedFunctions(path.join(root, 'cloudbaserc.json')),
    personas: personas.map((persona) => ({ ...persona })),
    doors: { call: 'api' },
    site: path.join(root, 'dist/h5'),
  })
  cloud.insertAll({ ...documents })
  return cloud
}

type Change = Partial<Pick<Issue, 'classCode' | 'text' | 'state' | 'isOpen' | 'result' | 'gridName'>> & {
  buildingId: string
}

const homes: readonly Change[] = [
  { buildingId: 'building-1-1', classCode: 'lift', text: '2单元电梯停在三楼，门打不开，电话13800138000' },
  { buildingId: 'building-1-1', classCode: 'powerLight', text: '一楼楼道灯不亮，晚上回家看不清台阶' },
  { buildingId: 'building-1-2', classCode: 'litter', text: '楼后堆着旧沙发和纸箱，好几天了' },
  { buildingId: 'building-12-1', classCode: 'standingWater', text: '下水口堵了，雨后积水到脚面' },
  { buildingId: 'building-12-3', classCode: 'fireLane', text: '消防通道停了两辆车', state: 'verifying' },
  {
    buildingId: 'building-8-2',
    classCode: 'greenery',
    text: '枯枝压着电线',
    state: 'closed',
    isOpen: false,
    result: 'cannot',
  },
  {
    buildingId: 'building-5-2',
    classCode: 'smallAds',
    text: '单元门上贴满小广告',
    state: 'closed',
    isOpen: false,
    result: 'resolved',
  },
  {
    buildingId: 'building-6-3',
    classCode: 'road',
    text: '井盖松动，车过哐当响',
    state: 'closed',
    isOpen: false,
    result: 'partly',
  },
]

/** Puts public issues of several kinds around the community; answers their ids in order. */
export const fillPublicly = async (cloud: Cloud): Promise<string[]> => {
  const reply = (await callAs(cloud.url, 'resident-grid-1', 'issues.reportIssue', {
    classCode: 'lift',
    text: '电梯坏了',
    place: { unitId: 'unit-1-1-1' },
  })) as { data: { id: string } }
  const like = (cloud.readDocuments('issues') as Issue[]).find(({ _id }) => _id === reply.data.id)!
  const issues = homes.map(({ buildingId, ...changes }, at) => ({
    ...like,
    _id: `issue-shown-${at}`,
    code: `1127-SHW${at}`,
    ...changes,
    place: { ...like.place, buildingId, unitId: null },
    textCheck: 'passed',
    passedFileIds: [],
    isPublic: true,
    updatedAt: toInstant(cloud.now() - at * 1000),
  }))
  cloud.insertDocuments('issues', issues)
  return issues.map(({ _id }) => _id)
}
