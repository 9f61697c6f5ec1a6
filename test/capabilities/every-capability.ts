import { contracts, type CapabilityName, type ContractOf } from '@/shared/contracts'
import type { Contract, InputOf } from '@/shared/kernel/capability'

/** What the inputs name; shapes alone do not care whether it exists. */
export interface Named {
  issueId: string
  bindingId: string
  householdId: string
  unitId: string
  buildingId: string
  gridId: string
  personId: string
  fileId: string
  noticeId: string
  commitmentId: string
  meetingId: string
  clusterId: string
  adoptionId: string
  activityId: string
  sessionId: string
  consentId: string
}

export const namedNothing: Named = {
  issueId: 'issue-1',
  bindingId: 'b-1',
  householdId: 'household-1-1-1-101',
  unitId: 'unit-1-1-1',
  buildingId: 'building-1-1',
  gridId: 'grid-1',
  personId: 'worker-grid-7',
  fileId: 'cloud://test.bucket/photos/xinsheng/f-0123456789abcdef01234567.jpg',
  noticeId: 'notice-1',
  commitmentId: 'commitment-1',
  meetingId: 'meeting-1',
  clusterId: 'cluster-1',
  adoptionId: 'adoption-1',
  activityId: 'activity-1',
  sessionId: 'session-1',
  consentId: 'consent-1',
}

type Inputs = { [N in CapabilityName]: InputOf<ContractOf<N>> }

/** An input of the right shape for every capability, with every field filled; a new capability does not compile without. */
export const inputsNaming = (named: Named): Inputs => ({
  'session.getMe': {},
  'organization.listGrids': {},
  'organization.listPlaces': {},
  'organization.getMyTeam': { gridId: named.gridId },
  'organization.listStandIns': {},
  'organization.setLeave': {
    personId: named.personId,
    leave: { from: '2026-12-01', to: '2026-12-02', standInId: named.personId },
  },
  'organization.listRoster': { from: '2026-12-01', to: '2026-12-14' },
  'organization.listRosterCandidates': { day: '2026-12-01' },
  'organization.setRoster': { day: '2026-12-01', personIds: [named.personId] },
  'residents.listHouseholds': { unitId: named.unitId },
  'residents.requestBinding': { householdId: named.householdId, relation: 'family', name: '小王', note: '新搬来' },
  'residents.listBindings': { state: 'pending', cursor: 'WyJhIiwiYiJd' },
  'residents.approveBinding': { id: named.bindingId, approve: false, reason: '不认识' },
  'residents.getMyData': {},
  'residents.listAssistable': { search: '王' },
  'residents.beginAssistance': { householdId: named.householdId, name: '王奶奶', purpose: '不会用手机' },
  'residents.endAssistance': { id: 'assistance-1' },
  'residents.listAssistances': { cursor: 'WyJhIiwiYiJd' },
  'residents.listPhoneReads': { cursor: 'WyJhIiwiYiJd' },
  'residents.setPhone': { phone: '13800000000', isShared: true },
  'residents.leaveHousehold': {},
  'residents.deleteAccount': {},
  'residents.keepAccount': {},
  'issues.listClasses': {},
  'issues.suggestClasses': { text: '楼道灯不亮' },
  'issues.previewRoute': {
    classCode: 'litter',
    place: { buildingId: named.buildingId, words: '东侧' },
    gridId: named.gridId,
    aboutPersonId: named.personId,
  },
  'issues.findDuplicates': {
    classCode: 'litter',
    text: '门口有一堆垃圾',
    place: { buildingId: named.buildingId, words: '东侧' },
  },
  'issues.joinIssue': { id: named.issueId },
  'issues.leaveIssue': { id: named.issueId },
  'issues.listLikelyParents': { id: named.issueId },
  'issues.countDesk': {},
  'issues.listDesk': {
    filter: { from: '2026-11-01', to: '2026-11-30', gridId: named.gridId, group: 'clean', state: 'handling' },
    cursor: 'WyJhIiwiYiJd',
  },
  'issues.listDeskPins': {},
  'issues.exportIssues': { filter: { part: 'verify', gridId: named.gridId, group: 'people' }, format: 'csv' },
  'issues.listExports': {},
  'issues.reportIssue': {
    classCode: 'odourPests',
    text: '楼道里有异味',
    place: {
      householdId: named.householdId,
      unitId: named.unitId,
      buildingId: named.buildingId,
      estateId: 'estate-1',
      point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 },
      accuracyMeters: 15,
      words: '东侧',
    },
    fileIds: [named.fileId],
    gridId: named.gridId,
    isUnnamed: false,
    aboutPersonId: named.personId,
    source: 'resident',
  },
  'issues.getIssue': { id: named.issueId },
  'issues.listPublicIssues': {
    group: 'clean',
    state: 'open',
    classCode: 'litter',
    gridId: named.gridId,
    estateId: 'estate-1',
    near: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 },
    cursor: 'WyJhIiwiYiJd',
  },
  'issues.getPublicIssue': { id: named.issueId },
  'issues.listPublicPins': { group: 'clean', state: 'open' },
  'issues.listMyIssues': { cursor: 'WyJhIiwiYiJd' },
  'issues.listQueue': { view: 'mine', cursor: 'WyJhIiwiYiJd' },
  'issues.listCandidates': { id: named.issueId, search: '网格' },
  'issues.moveIssue': {
    id: named.issueId,
    move: 'passOn',
    reason: '转交',
    result: 'resolved',
    sentence: '已处理',
    fileIds: [named.fileId],
    beforeFileIds: [named.fileId],
    personId: named.personId,
    until: '2026-12-01',
    parentId: named.issueId,
    turnTo: '市政热线',
  },
  'issues.addProgress': { id: named.issueId, text: '已联系', fileIds: [named.fileId] },
  'issues.askExtension': { id: named.issueId, reason: '等配件', until: '2026-11-30T02:00:00.000Z' },
  'issues.decideExtension': { id: named.issueId, agree: false, reason: '请按时办' },
  'issues.setSupervision': { id: named.issueId, on: true, reason: '居民催了几次' },
  'issues.listSupervised': { cursor: 'WyJhIiwiYiJd' },
  'issues.listOverdue': { gridId: named.gridId, cursor: 'WyJhIiwiYiJd' },
  'issues.rateIssue': { id: named.issueId, stars: 5, tags: ['行动快'], text: '谢谢' },
  'settings.getCalendar': { year: 2027 },
  'settings.getSettings': {},
  'settings.updateSettings': { values: [{ code: 'reopenDays', value: 20 }] },
  'settings.listSettingChanges': { cursor: 'WyJhIiwiYiJd' },
  'settings.checkCalendar': { year: 2027, fileName: '节假日.csv', content: 'YQ==' },
  'settings.importCalendar': { year: 2027, fileName: '节假日.csv', content: 'YQ==' },
  'issues.addApiKey': { owner: '热线', perTenMinutes: 50 },
  'issues.revokeApiKey': { id: 'key-of-nobody' },
  'issues.listApiKeys': {},
  'issues.setApiKey': { keyHash: '0'.repeat(64), owner: '热线', isActive: true, perTenMinutes: 50 },
  'issues.setLead': { id: named.issueId, personId: named.personId, reason: '由执法牵头' },
  'issues.addHelper': { id: named.issueId, personId: named.personId, task: '协助清运' },
  'issues.removeHelper': { id: named.issueId, personId: named.personId, reason: '不需要了' },
  'issues.sendBack': { id: named.issueId, reason: '不属我部门' },
  'issues.listDepartmentIssues': { part: 'help', of: 'mine', isOpen: true, cursor: 'WyJhIiwiYiJd' },
  'issues.addCommitment': {
    id: named.issueId,
    what: '清运建筑垃圾',
    personId: named.personId,
    dueOn: '2026-12-01',
    meetingId: named.meetingId,
  },
  'issues.completeCommitment': { id: named.commitmentId, sentence: '已清运', fileIds: [named.fileId] },
  'issues.postponeCommitment': { id: named.commitmentId, dueOn: '2026-12-02', reason: '下雨' },
  'issues.dropCommitment': { id: named.commitmentId, reason: '不需要了' },
  'issues.listCommitments': { of: 'mine', isOpen: true, cursor: 'WyJhIiwiYiJd' },
  'issues.callMeeting': {
    id: named.issueId,
    startsAt: '2026-11-26T01:00:00.000Z',
    place: '王舍路口',
    agenda: '清运和补种',
    personIds: [named.personId],
  },
  'issues.updateMeeting': {
    id: named.meetingId,
    startsAt: '2026-11-26T02:00:00.000Z',
    place: '王舍路口',
    agenda: '清运和补种',
    personIds: [named.personId],
  },
  'issues.cancelMeeting': { id: named.meetingId, reason: '下雨' },
  'issues.getMeeting': { id: named.meetingId },
  'issues.listMeetings': { of: 'mine', when: 'ahead', cursor: 'WyJhIiwiYiJd' },
  'issues.checkInToMeeting': { id: named.meetingId, code: '123456' },
  'issues.signInAttendee': { id: named.meetingId, name: '李师傅', from: '市政' },
  'issues.writeMinutes': { id: named.meetingId, text: '议定三件事' },
  'issues.takeStep': { id: named.issueId, step: 'accepted', text: '已受理', fileIds: [named.fileId] },
  'issues.setParties': { id: named.issueId, parties: ['孙大江', '李小河'] },
  'issues.answerFollowUp': { id: named.issueId, answer: 'lasting' },
  'insight.getRates': { from: '2026-10', to: '2026-11', gridId: named.gridId },
  'insight.listDrawn': { cursor: 'WyJhIiwiYiJd' },
  'issues.askPhone': { id: named.issueId, purpose: 'other', words: '问清楚在哪一层' },
  'issues.listAccessLogs': { issueId: named.issueId, cursor: 'WyJhIiwiYiJd' },
  'issues.listClusters': { cursor: 'WyJhIiwiYiJd' },
  'issues.getCluster': { id: named.clusterId },
  'issues.mergeCluster': { clusterId: named.clusterId, parentId: named.issueId, ids: [named.issueId] },
  'issues.dismissCluster': { id: named.clusterId, reason: '不是一回事' },
  'issues.setWorks': {
    id: named.issueId,
    what: '清运垃圾，改种草坪',
    startOn: '2026-11-01',
    endOn: '2026-11-18',
    areaSquareMeters: 600,
    pairs: [{ spot: '南侧', beforeId: named.fileId }],
  },
  'issues.listAdoptions': { state: 'active', issueId: named.issueId, cursor: 'WyJhIiwiYiJd' },
  'issues.getAdoption': { id: named.adoptionId },
  'issues.listAdopters': { name: '王春霞' },
  'issues.addAdoption': {
    issueId: named.issueId,
    name: '王舍路南侧绿地',
    place: '王舍路南侧',
    point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 },
    areaSquareMeters: 600,
    fileIds: [named.fileId],
    adopter: { kind: 'person', personId: named.personId, isNamed: true },
    duty: { what: '捡拾垃圾', times: 2, everyDays: 1 },
    from: '2026-11-25',
    to: '2027-11-24',
  },
  'issues.renewAdoption': { id: named.adoptionId, to: '2028-11-24' },
  'issues.endAdoption': { id: named.adoptionId, reason: '搬走了' },
  'issues.noteUpkeep': { id: named.adoptionId, text: '捡了两袋', fileIds: [named.fileId] },
  'notices.listNotices': { cursor: 'WyJhIiwiYiJd' },
  'notices.countUnread': {},
  'notices.markRead': { ids: [named.noticeId] },
  'issues.decideCheck': { id: 'i', decision: 'pass' },
  'notices.listSubscriptions': {},
  'notices.addSubscriptions': { accepted: ['issueProgress'] },
  'lovebank.getMyAccount': {},
  'lovebank.listStatement': { kind: 'person', cursor: '12' },
  'lovebank.getMember': { kind: 'person', ownerId: named.personId },
  'lovebank.listMemberStatement': { kind: 'person', ownerId: named.personId, cursor: '12' },
  'lovebank.getBooks': {},
  'lovebank.adjustPoints': { kind: 'person', ownerId: named.personId, halfPoints: 3, reason: '补记上周的服务' },
  'lovebank.reverseTransfer': { id: 'award-1', reason: '登记错了人' },
  'lovebank.setSuspension': { kind: 'person', ownerId: named.personId, isSuspended: true, reason: '核实中' },
  'activities.createActivity': {
    title: '周六捡拾垃圾',
    text: '带手套，一起捡一小时',
    skills: ['会用火钳'],
    place: { point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }, words: '王舍路口' },
    headCountMin: 2,
    theme: 'litter',
    capacity: 10,
    halfPointsPerHour: 2,
    rule: { weekdays: [6], times: ['09:00'], minutes: 60, from: '2026-11-28', to: '2026-12-31' },
    coverFileId: named.fileId,
  },
  'activities.approveActivity': { id: named.activityId, approve: false, reason: '时间不合适' },
  'activities.updateActivity': {
    id: named.activityId,
    title: '周六捡拾垃圾',
    text: '带手套',
    skills: ['会用火钳'],
    place: { point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }, words: '王舍路口' },
    headCountMin: 2,
  },
  'activities.endActivity': { id: named.activityId, reason: '天冷了' },
  'activities.getActivity': { id: named.activityId },
  'activities.listActivities': { state: 'open', cursor: 'WyJhIiwiYiJd' },
  'activities.listThemes': {},
  'activities.setThemes': { names: { elders: '敬老', children: '护苗', neighbours: '睦邻', home: '爱家' } },
  'activities.listSessions': { from: '2026-11-25', to: '2026-12-01', theme: 'litter', cursor: 'WyJhIiwiYiJd' },
  'activities.countSessions': { from: '2026-11-25', to: '2026-12-15' },
  'activities.getSession': { id: named.sessionId },
  'activities.listMySignups': { when: 'past', cursor: 'WyJhIiwiYiJd' },
  'activities.getMyHours': {},
  'activities.signUp': {
    id: named.sessionId,
    who: 'withChildren',
    children: [{ name: '小宝', ageGroup: 'from6to9' }],
    hasConsented: true,
  },
  'activities.cancelSignup': { id: named.sessionId, reason: '临时有事' },
  'activities.checkIn': {
    id: named.sessionId,
    code: '123456',
    position: { point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }, accuracyMeters: 15 },
    scannedAt: '2026-11-25T01:00:00.000Z',
    who: 'self',
  },
  'activities.checkOut': { id: named.sessionId, at: '2026-11-25T02:00:00.000Z' },
  'activities.getRoster': { id: named.sessionId },
  'activities.signInVolunteer': { id: named.sessionId, personId: named.personId },
  'activities.decideParticipation': { id: 'participation-1', isConfirmed: false, reason: '没有来' },
  'activities.listUndecided': { cursor: 'WyJhIiwiYiJd' },
  'activities.cancelSession': { id: named.sessionId, reason: '下雨' },
  'redemptions.listCentres': {},
  'redemptions.listRewards': { centreId: 'centre-1', cursor: 'WyJhIiwiYiJd' },
  'redemptions.getReward': { id: 'reward-1' },
  'redemptions.redeemReward': { id: 'reward-1', payer: 'person', price: 6 },
  'redemptions.listMyRedemptions': { cursor: 'WyJhIiwiYiJd' },
  'redemptions.getRedemption': { id: 'redemption-1' },
  'redemptions.showCode': { id: 'redemption-1' },
  'redemptions.cancelRedemption': { id: 'redemption-1' },
  'redemptions.listMyCentres': {},
  'redemptions.setCentre': {
    id: 'centre-1',
    name: '鑫盛嘉园党群服务中心',
    place: '南门东侧一楼',
    phone: '0533-0000910',
    hours: { weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' },
    clerkIds: [named.personId],
  },
  'redemptions.findRedemption': { code: 'ACDE2345' },
  'redemptions.captureRedemption': { code: 'ACDE2345' },
  'redemptions.listHandouts': { centreId: 'centre-1', day: '2026-11-25', cursor: 'WyJhIiwiYiJd' },
  'redemptions.returnRedemption': { id: 'redemption-1', reason: '发错了', isBack: true },
  'redemptions.listCodeRefusals': { cursor: 'WyJhIiwiYiJd' },
  'redemptions.listManagedRewards': { centreId: 'centre-1', cursor: 'WyJhIiwiYiJd' },
  'redemptions.addReward': {
    centreId: 'centre-1',
    name: '洗衣液',
    words: '两公斤一瓶',
    price: 6,
    limit: { count: 1, per: 'month' },
    fileIds: [named.fileId],
    stock: 20,
  },
  'redemptions.updateReward': {
    id: 'reward-1',
    name: '洗衣液',
    words: '两公斤一瓶',
    price: 6,
    limit: { count: 1, per: 'month' },
    fileIds: [named.fileId],
    keptFileIds: [named.fileId],
    isOffered: false,
  },
  'redemptions.countStock': { id: 'reward-1', counted: 12, reason: '月底盘点' },
  'redemptions.listStockCounts': { id: 'reward-1', cursor: 'WyJhIiwiYiJd' },
  'consents.listConsents': { cursor: 'WyJhIiwiYiJd' },
  'consents.getConsent': { id: named.consentId, link: '0123456789abcdef0123456789abcdef' },
  'consents.answerConsent': {
    id: named.consentId,
    answer: 'agree',
    signatureFileId: named.fileId,
    letterFileIds: [named.fileId],
    link: '0123456789abcdef0123456789abcdef',
  },
  'consents.withdrawAnswer': { id: named.consentId, reason: '再想想', link: '0123456789abcdef0123456789abcdef' },
  'consents.setSigner': { id: named.consentId, personId: named.personId },
  'consents.listMyContacts': { id: named.consentId, part: 'all', cursor: 'WyJhIiwiYiJd' },
  'consents.logContact': {
    id: named.consentId,
    householdId: named.householdId,
    way: 'visit',
    isReached: true,
    words: '下午再来',
  },
  'consents.listContactLogs': { id: named.consentId, householdId: named.householdId, cursor: 'WyJhIiwiYiJd' },
  'consents.makeAnswerLink': { id: named.consentId, householdId: named.householdId, name: '王远', as: 'proxy' },
  'consents.enterPaperAnswer': {
    id: named.consentId,
    householdId: named.householdId,
    answer: 'agree',
    signerName: '王远',
    as: 'proprietor',
    witnessName: '李近',
    fileIds: [named.fileId],
  },
  'consents.openConsent': {
    title: '停车位改造征询',
    question: '是否同意把楼前绿地旁的空地改成停车位？',
    matter: 'special',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: '2026-12-07T10:00:00.000Z',
    scope: { kind: 'buildings', ids: [named.buildingId] },
    groups: [{ kind: 'buyer', householdIds: [named.householdId] }],
    counterIds: [named.personId, 'worker-grid-1'],
  },
  'consents.getConsentBoard': { id: named.consentId },
  'consents.listConflicts': { id: named.consentId, cursor: 'WyJhIiwiYiJd' },
  'consents.listContacts': { id: named.consentId },
  'consents.reassignContacts': { id: named.consentId, personId: named.personId },
  'consents.closeConsent': { id: named.consentId },
  'consents.publishConsent': { id: named.consentId },
  'consents.askUnsealing': { id: named.consentId, pseudonym: '0123456789abcdef01234567', reason: '本人要求核对' },
  'consents.confirmUnsealing': { id: 'unsealing-1' },
  'consents.listUnsealings': { id: named.consentId, cursor: 'WyJhIiwiYiJd' },
  'consents.exportConsent': { id: named.consentId },
  'files.beginUpload': { purpose: 'issue', bytes: 1000, contentType: 'image/jpeg' },
})

export const capabilityNames = Object.keys(inputsNaming(namedNothing)) as CapabilityName[]

export const contractNamed = (name: CapabilityName): Contract => {
  const [domain = '', verb = ''] = name.split('.')
  return (contracts as unknown as Record<string, Record<string, Contract>>)[domain]![verb]!
}

export const isQuery = (name: CapabilityName): boolean => contractNamed(name).kind === 'query'

type Path = readonly (string | number)[]

/** Every value inside a value, by its path, the outermost first. */
export const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
]

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)

/** A copy of a value with another value at a path. */
export const replacedAt = (value: unknown, [key, ...rest]: Path, by: unknown): unknown => {
  if (key === undefined) return by
  if (Array.isArray(value))
    return value.map((inner, at) => (at === key ? replacedAt(inner, rest, by) : (inner as unknown)))
  const whole = value as Record<string, unknown>
  return { ...whole, [key]: replacedAt(whole[key], rest, by) }
}
