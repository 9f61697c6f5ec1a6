import type { Certificate } from './drawing'

/** What the code on a certificate says: the public address, or, where there is none, what the page that checks reads. */
export const scanOf = ({ link, code }: Pick<Certificate, 'link' | 'code'>): string => link ?? `certificate:${code}`
