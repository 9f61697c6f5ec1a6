import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { perform } from '@/client/deeds'
import type { MoveBegun } from '@/features/issues/move-form'
import { keptWords } from '@/features/issues/move-words'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import { showFirstError } from '@/ui/bring-into-view'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = {
  issue: Pick<IssueDetail, 'id' | 'code' | 'className' | 'photoPolicy'>
  open: boolean
  /** What it begins with, where something comes back that could not be done. */
  begun?: MoveBegun | undefined
  onClose: () => void
  onDone?: () => void
}

/** A note on how it is going, for the reporter and for the record. */
export function ProgressSheet({ issue, open, begun, onClose, onDone }: Props) {
  const { text: noted, sentence, reason } = begun?.words ?? {}
  // What comes back is on the phone already, as the deed it was.
  const form = useHalfWritten(begun ? undefined : `progress ${issue.id}`, { text: noted ?? sentence ?? reason ?? '' })
  const { text } = form.words
  const [problem, setProblem] = useState<string>()
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('progress', begun?.photos)

  const send = async () => {
    setWorking(true)
    setProblem(undefined)
    setErrors({})
    try {
      const done = { issue, act: 'progress' as const, words: { text }, photos: await photos.gather() }
      const outcome = await perform(done)
      toast(outcome === 'kept' ? keptWords : '进展已记下，上报人能看到')
      form.forget()
      photos.letGo()
      onDone?.()
      onClose()
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
      if (failed.code === 'FILE_NOT_YOURS') photos.resend()
    } finally {
      setWorking(false)
    }
  }

  return (
    <Sheet
      open={open}
      title="记一条进展"
      onClose={onClose}
      actions={<Submit words="记下" busy={isWorking} problem={problem} onPress={() => void send()} />}
    >
      <View>
        <TakenUp form={form} />
        <Field
          label="现在到哪一步了"
          kind="lines"
          required
          maxLength={2000}
          counter={text.length > 1600}
          placeholder="例如：已联系疏通师傅，下午两点到"
          help="上报人会看到这句话，请不要写别人的隐私"
          value={text}
          error={errors.text}
          onChange={(typed) => {
            form.write({ text: typed })
            setErrors({})
          }}
        />
        {issue.photoPolicy !== 'never' && (
          <PhotoInput label="照片" photos={photos} help="不是必须，有照片更清楚" error={errors.fileIds} />
        )}
      </View>
    </Sheet>
  )
}
