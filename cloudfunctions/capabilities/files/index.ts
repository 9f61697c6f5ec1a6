import { files } from '@/shared/contracts/files'
import type { Domain } from '../../runtime/handler'
import { beginUpload } from './begin-upload'

export const domain: Domain<typeof files> = {
  contracts: files,
  handlers: { beginUpload },
}
