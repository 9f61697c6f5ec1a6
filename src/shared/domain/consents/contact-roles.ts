import type { Role } from '../../kernel/roles'

/** Who is given households to keep in touch with (包网联户), the desk last of all. */
export const contactRoles = ['hub', 'unitHead', 'buildingHead', 'gridWorker'] as const satisfies readonly Role[]

/** Who opens, watches, closes and publishes. */
export const deskRoles = ['communityWorker', 'administrator'] as const satisfies readonly Role[]
