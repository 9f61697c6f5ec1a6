import path from 'node:path'
import { startProduct, type Product } from './product'
import { openMiniProgram, type MiniProgram, type World } from './simulate'
import { callsTo } from './simulate-backend'

const dist = path.resolve(__dirname, '../../dist/weapp')

/** The product as somebody started it, and one phone after the other with the compiled mini-program, for the tests of one file. */
export const usePhones = (wx: World['wx'] = {}) => {
  const held: { product?: Product; mini?: MiniProgram | undefined } = {}
  const putDown = (): void => {
    if (held.mini) expect(held.mini.faults).toEqual([])
    held.mini?.close()
    held.mini = undefined
  }
  const url = (): string => held.product!.url
  /** Takes up the phone of a person at a page; the one in hand before is closed. */
  const take = async (persona: string, page: string): Promise<MiniProgram> => {
    putDown()
    const mini = await openMiniProgram(dist, { callFunction: callsTo(url(), persona), wx })
    held.mini = mini
    await mini.open(page)
    return mini
  }
  beforeAll(async () => {
    held.product = await startProduct()
  })
  afterEach(putDown)
  afterAll(() => held.product?.stop())
  return { url, take }
}
