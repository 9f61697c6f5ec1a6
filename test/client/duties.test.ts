import { dutiesOf } from '@/features/gridwork/duties'
import { contracts } from '@/shared/contracts'
import { canReportOnPatrol } from '@/shared/domain/issues/actors'
import type { Actor } from '@/shared/kernel/actor'
import { roles, type Role } from '@/shared/kernel/roles'

const admits = (allowed: readonly string[]) => (role: Role) => allowed.includes(role)
const actorIn = (role: Role): Actor => ({
  personId: 'a',
  communityId: 'c',
  name: '甲',
  postings: [{ role, scope: { kind: 'grid', id: 'g' } }],
  isNewcomer: false,
})

/** What a page offers because of a post, and who the server lets do it. */
test.each<[keyof ReturnType<typeof dutiesOf>, (role: Role) => boolean]>([
  ['hasQueue', admits(contracts.issues.listQueue.roles)],
  ['takesLeave', admits(contracts.organization.setLeave.roles)],
  ['seesRoster', admits(contracts.organization.listRoster.roles)],
  ['plansRoster', admits(contracts.organization.setRoster.roles)],
  ['plansRoster', admits(contracts.organization.listRosterCandidates.roles)],
  ['decidesBindings', admits(contracts.residents.listBindings.roles)],
  ['supervises', admits(contracts.issues.listSupervised.roles)],
  ['supervises', admits(contracts.issues.listOverdue.roles)],
  ['setsCommunity', admits(contracts.settings.importCalendar.roles)],
  ['givesKeys', admits(contracts.issues.listApiKeys.roles)],
  ['givesKeys', admits(contracts.issues.addApiKey.roles)],
  ['readsRates', admits(contracts.insight.getRates.roles)],
  ['assists', admits(contracts.residents.beginAssistance.roles)],
  ['reportsPatrols', (role) => canReportOnPatrol(actorIn(role)) !== null],
])('%s is offered to exactly those whom the server lets', (duty, isLet) => {
  expect(roles.filter((role) => dutiesOf([role])[duty])).toEqual(roles.filter(isLet))
})
