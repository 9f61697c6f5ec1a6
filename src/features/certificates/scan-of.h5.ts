import type { Certificate } from './drawing'

/** What the code on a certificate says: the public address; on the local cloud this very one has it. */
export const scanOf = ({ link, code }: Pick<Certificate, 'link' | 'code'>): string =>
  link ?? `${location.origin}/certificates/${code}`
