import fc from 'fast-check'
import type { CapabilityName } from '@/shared/contracts'
import { collections, type CollectionName } from '@cloud/store/collections'
import {
  capabilityNames,
  contractNamed,
  inputsNaming,
  namedNothing,
  pathsIn,
  replacedAt,
  valueAt,
} from './every-capability'
import { expectCode, expectNothingWritten, report, useWorld } from './world'

const world = useWorld({ isRefilled: false })
const resident = 'resident-grid-6'

/** Who may call each; the rest may be called by a resident. */
const callers: Partial<Record<CapabilityName, string>> = {
  'organization.exportHouseholds': 'community-worker-1',
  'organization.checkHouseholds': 'community-worker-1',
  'organization.importHouseholds': 'community-worker-1',
  'organization.listStandIns': 'worker-grid-6',
  'organization.setLeave': 'worker-grid-6',
  'residents.listBindings': 'building-head-1',
  'residents.approveBinding': 'building-head-1',
  'residents.listAssistable': 'building-head-1',
  'residents.beginAssistance': 'building-head-1',
  'residents.endAssistance': 'building-head-1',
  'residents.listAssistances': 'building-head-1',
  'issues.askPhone': 'worker-grid-6',
  'insight.getRates': 'worker-grid-6',
  'insight.listDrawn': 'worker-grid-6',
  'insight.getService': 'community-worker-1',
  'insight.exportService': 'community-worker-1',
  'lovebank.getBooks': 'community-worker-1',
  'lovebank.getMember': 'community-worker-1',
  'lovebank.listMemberStatement': 'community-worker-1',
  'lovebank.adjustPoints': 'administrator-1',
  'lovebank.reverseTransfer': 'community-worker-1',
  'lovebank.setSuspension': 'administrator-1',
  'redemptions.listMyCentres': 'clerk-1',
  'redemptions.setCentre': 'administrator-1',
  'redemptions.findRedemption': 'clerk-1',
  'redemptions.captureRedemption': 'clerk-1',
  'redemptions.listHandouts': 'clerk-1',
  'redemptions.returnRedemption': 'clerk-1',
  'redemptions.listCodeRefusals': 'clerk-1',
  'redemptions.listManagedRewards': 'clerk-1',
  'redemptions.addReward': 'clerk-1',
  'redemptions.updateReward': 'clerk-1',
  'redemptions.countStock': 'clerk-1',
  'redemptions.listStockCounts': 'clerk-1',
  'issues.listQueue': 'worker-grid-6',
  'issues.listCandidates': 'worker-grid-6',
  'issues.addProgress': 'worker-grid-6',
  'issues.decideExtension': 'group-leader-4',
  'issues.setSupervision': 'community-worker-1',
  'issues.listSupervised': 'community-worker-1',
  'issues.listOverdue': 'community-worker-1',
  'issues.countDesk': 'community-worker-1',
  'issues.listDesk': 'community-worker-1',
  'issues.listDeskPins': 'community-worker-1',
  'issues.exportIssues': 'community-worker-1',
  'issues.listExports': 'community-worker-1',
  'issues.addApiKey': 'administrator-1',
  'issues.listApiKeys': 'administrator-1',
  'issues.revokeApiKey': 'administrator-1',
  'settings.getCalendar': 'community-worker-1',
  'settings.checkCalendar': 'community-worker-1',
  'settings.importCalendar': 'community-worker-1',
  'settings.getSettings': 'community-worker-1',
  'settings.updateSettings': 'administrator-1',
  'settings.listSettingChanges': 'community-worker-1',
  'issues.askExtension': 'worker-grid-6',
  'issues.takeStep': 'worker-grid-6',
  'issues.setParties': 'worker-grid-6',
  'issues.listAccessLogs': 'administrator-1',
  'issues.setLead': 'officer-law-enforcement',
  'issues.addHelper': 'officer-law-enforcement',
  'issues.removeHelper': 'officer-law-enforcement',
  'issues.sendBack': 'officer-law-enforcement',
  'issues.listDepartmentIssues': 'officer-law-enforcement',
  'issues.addCommitment': 'officer-law-enforcement',
  'issues.completeCommitment': 'officer-law-enforcement',
  'issues.postponeCommitment': 'officer-law-enforcement',
  'issues.dropCommitment': 'officer-law-enforcement',
  'issues.listCommitments': 'officer-law-enforcement',
  'issues.callMeeting': 'officer-law-enforcement',
  'issues.updateMeeting': 'officer-law-enforcement',
  'issues.cancelMeeting': 'officer-law-enforcement',
  'issues.getMeeting': 'officer-law-enforcement',
  'issues.listMeetings': 'officer-law-enforcement',
  'issues.checkInToMeeting': 'officer-law-enforcement',
  'issues.signInAttendee': 'officer-law-enforcement',
  'issues.writeMinutes': 'officer-law-enforcement',
  'issues.listClusters': 'community-worker-1',
  'issues.getCluster': 'community-worker-1',
  'issues.mergeCluster': 'community-worker-1',
  'issues.dismissCluster': 'community-worker-1',
  'issues.setWorks': 'worker-grid-6',
  'issues.addAdoption': 'community-worker-1',
  'issues.renewAdoption': 'community-worker-1',
  'issues.listAdopters': 'community-worker-1',
  'issues.endAdoption': 'community-worker-1',
  'activities.approveActivity': 'community-worker-1',
  'activities.setThemes': 'community-worker-1',
  'activities.listLeaders': 'community-worker-1',
  'activities.setLeader': 'community-worker-1',
  'activities.listUndecided': 'community-worker-1',
  'activities.revokeCertificate': 'community-worker-1',
  'consultations.takeUpTopic': 'community-worker-1',
  'consultations.reviewTopic': 'community-worker-1',
  'consultations.callMeeting': 'community-worker-1',
  'consultations.cancelMeeting': 'community-worker-1',
  'consultations.writeMinutes': 'community-worker-1',
  'consultations.openVote': 'community-worker-1',
  'consultations.resolveTopic': 'community-worker-1',
  'consultations.publishNotice': 'community-worker-1',
  'consultations.goBackToMeeting': 'community-worker-1',
  'consultations.reportBack': 'community-worker-1',
  'consultations.setTopicProject': 'community-worker-1',
  'consultations.growProject': 'community-worker-1',
  'consultations.listOwners': 'community-worker-1',
  'consultations.listHeldWords': 'community-worker-1',
  'consultations.judgeWords': 'community-worker-1',
  'projects.setCall': 'community-worker-1',
  'projects.setBudget': 'community-worker-1',
  'projects.listCandidates': 'community-worker-1',
  'projects.setFunding': 'community-worker-1',
  'consents.listMyContacts': 'building-head-1',
  'consents.logContact': 'building-head-1',
  'consents.listContactLogs': 'building-head-1',
  'consents.makeAnswerLink': 'building-head-1',
  'consents.enterPaperAnswer': 'building-head-1',
  'consents.openConsent': 'community-worker-1',
  'consents.getContact': 'community-worker-1',
  'consents.listContacts': 'community-worker-1',
  'consents.reassignContacts': 'community-worker-1',
  'consents.closeConsent': 'community-worker-1',
  'consents.publishConsent': 'community-worker-1',
  'consents.exportConsent': 'community-worker-1',
}
const inputs = inputsNaming(namedNothing)

describe('what is refused by its shape', () => {
  expectNothingWritten(world)

  describe.each(capabilityNames)('%s', (name) => {
    const persona = callers[name] ?? resident
    const refuses = (input: unknown) => expectCode(world, 'INVALID_INPUT', persona, name, input)

    test('takes no operator, list or number where words belong', async () => {
      const strings = pathsIn(inputs[name]).filter((path) => typeof valueAt(inputs[name], path) === 'string')
      for (const path of strings)
        for (const instead of [{ $ne: null }, { $gt: '' }, ['x'], { $regex: '.*' }, 7])
          await refuses(replacedAt(inputs[name], path, instead))
    })

    test('takes nothing but an object, and no field it does not know', async () => {
      for (const input of ['text', 7, true, [], [inputs[name]]]) await refuses(input)
      const { fields } = await refuses({ ...inputs[name], isAdmin: true })
      expect(Object.values(fields!)).toContain('有不认识的字段')
      for (const path of pathsIn(inputs[name]).filter((one) => one.length > 0))
        if (Object.prototype.toString.call(valueAt(inputs[name], path)) === '[object Object]') {
          await refuses(replacedAt(inputs[name], path, []))
          await refuses(replacedAt(inputs[name], [...path, 'more'], 1))
        }
    })

    test('takes no key that JavaScript or a database could take for more than a name', async () => {
      const text = JSON.stringify(inputs[name]).slice(0, -1)
      const comma = text.length > 1 ? ',' : ''
      for (const key of ['__proto__', 'constructor', 'prototype', '$where', '$set'])
        expect((await refuses(JSON.parse(`${text}${comma}${JSON.stringify(key)}:{"isAdmin":true}}`))).message).toBe(
          '提交的内容里有不允许的字段',
        )
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    })

    test('is not impressed by depth or size, and answers briefly', async () => {
      const deep = JSON.parse(`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`) as object
      await refuses({ ...inputs[name], ...deep })
      const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`key${at}`, at]))
      expect(JSON.stringify(await refuses({ ...inputs[name], ...wide })).length).toBeLessThan(2000)
      const lists = pathsIn(inputs[name]).filter((path) => Array.isArray(valueAt(inputs[name], path)))
      for (const path of lists) {
        const failure = await refuses(
          replacedAt(
            inputs[name],
            path,
            Array.from({ length: 20_000 }, () => 7),
          ),
        )
        expect(JSON.stringify(failure).length).toBeLessThan(3000)
      }
    })
  })

  test('a name that is no capability is not found, whoever asks and whatever JavaScript has by that name', async () => {
    for (const persona of [resident, 'newcomer-1', null])
      for (const name of [
        'issues',
        'issues.',
        '.getIssue',
        'a.b.c',
        'issues.getIssue.x',
        'issues.getIssue ',
        'toString.call',
        'constructor.name',
        '__proto__.x',
        '__proto__.toString',
        'issues.__proto__',
        'issues.constructor',
        'issues.hasOwnProperty',
        'Issues.getIssue',
        '',
        'x'.repeat(10_000),
      ])
        await expectCode(world, 'NOT_FOUND', persona, name, {})
    for (const name of [
      null,
      undefined,
      7,
      ['issues.getIssue'],
      { $ne: null },
      { toString: 'issues.getIssue' },
    ] as never[])
      await expectCode(world, 'NOT_FOUND', resident, name, {})
  })

  test('without an identity every capability that is not for anyone asks for one', async () => {
    for (const name of capabilityNames.filter((one) => !contractNamed(one).roles.includes('anyone')))
      await expectCode(world, 'UNAUTHENTICATED', null, name, inputs[name])
  })
})

test.each(capabilityNames)('%s without an input answers, asks for one, or says its own no', async (name) => {
  const allowed = ['ok', 'INVALID_INPUT', ...Object.keys(contractNamed(name).refusals)]
  for (const input of [null, undefined]) {
    const envelope = await world.send(callers[name] ?? resident, name, input)
    expect(allowed).toContain(envelope.ok ? 'ok' : envelope.error.code)
  }
})

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))

test(`2,000 random inputs never fail inside, and change nothing that was there before (SEED=${seed})`, async () => {
  const issueId = await report(world)
  await report(world, 'newcomer-1')
  const valid = inputsNaming({ ...namedNothing, issueId })
  const mutated = (name: CapabilityName) =>
    fc
      .tuple(fc.constantFrom(...pathsIn(valid[name])), fc.jsonValue())
      .map(([path, by]) => replacedAt(valid[name], path, by))
  const calls = fc
    .constantFrom(...capabilityNames)
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof({ weight: 3, arbitrary: mutated(name) }, { weight: 1, arbitrary: fc.jsonValue() }),
        fc.constantFrom('resident-grid-7', 'newcomer-1', 'b-worker-grid-1', 'property-manager-3'),
      ),
    )
  /** Documents that none of the callers may change: all but their own persons and messages. */
  const callersOwn = ['resident-grid-7', 'b-worker-grid-1', 'property-manager-3', newcomerId()]
  const others = () =>
    (Object.keys(collections) as CollectionName[]).flatMap((name) =>
      world
        .documents(name)
        .filter((one) => !callersOwn.includes('recipientId' in one ? one.recipientId : one._id))
        .map((one) => [`${name} ${one._id}`, JSON.stringify(one)] as const),
    )
  const before = others()
  await fc.assert(
    fc.asyncProperty(calls, async ([name, input, persona]) => {
      const envelope = await world.send(persona, name, input)
      expect(envelope.ok ? 'ok' : envelope.error.code).not.toBe('INTERNAL')
    }),
    { seed, numRuns: 2000 },
  )
  const after = new Map(others())
  for (const [key, text] of before) expect([key, after.get(key)]).toEqual([key, text])
})

const newcomerId = (): string => world.documents('persons').find(({ openid }) => openid === 'openid-newcomer-1')!._id
