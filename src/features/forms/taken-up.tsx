import { Banner } from '@/ui/card'
import type { HalfWritten } from './use-half-written'

/** Says that what stands in a form is from before, with the way to be rid of it. */
export function TakenUp({ form }: { form: Pick<HalfWritten<string>, 'isTakenUp' | 'startAgain'> }) {
  if (!form.isTakenUp) return null
  return (
    <Banner icon="edit" action={{ text: '不要了，重新写', onPress: form.startAgain }}>
      上次没写完的还在，接着写就行。
    </Banner>
  )
}
