import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import type { TestCloud } from '../../support/cloud'
import { arrive, at, end, leave, sessionOf, start, volunteer, type Asked } from './shared'

type Certificate = OutputOf<ContractOf<'activities.issueCertificate'>>

/** Somebody serves two hours of a session, by the code and on the spot. */
export const serve = async (world: TestCloud, changes: Partial<Asked> = {}, persona = volunteer): Promise<string> => {
  at(world, start - 3_600_000)
  const id = await sessionOf(world, changes)
  await world.ask(persona, 'activities.signUp', { id })
  at(world, start)
  await arrive(world, id, persona)
  at(world, end)
  await leave(world, id, persona)
  return id
}

/** A certificate of two hours, of somebody who has just served them. */
export const certified = async (world: TestCloud, persona = volunteer): Promise<Certificate> => {
  await serve(world, {}, persona)
  return world.ask(persona, 'activities.issueCertificate', {})
}
