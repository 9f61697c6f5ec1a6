import { activities } from './activities'
import { consultations } from './consultations'
import { consents } from './consents'
import { files } from './files'
import { insight } from './insight'
import { issues } from './issues'
import { lovebank } from './lovebank'
import { notices } from './notices'
import { organization } from './organization'
import { projects } from './projects'
import { redemptions } from './redemptions'
import { residents } from './residents'
import { session } from './session'
import { settings } from './settings'

/** Every capability of the product, by domain. The registry, the client and GET /contracts are all made from it. */
export const contracts = {
  session,
  organization,
  residents,
  issues,
  notices,
  files,
  settings,
  insight,
  lovebank,
  activities,
  redemptions,
  consultations,
  projects,
  consents,
}

export type Contracts = typeof contracts

/** `domain.capability` for every capability. */
export type CapabilityName = {
  [D in keyof Contracts & string]: `${D}.${keyof Contracts[D] & string}`
}[keyof Contracts & string]

/** The contract behind a name. */
export type ContractOf<Name extends CapabilityName> = Name extends `${infer D}.${infer K}`
  ? D extends keyof Contracts
    ? K extends keyof Contracts[D]
      ? Contracts[D][K]
      : never
    : never
  : never
