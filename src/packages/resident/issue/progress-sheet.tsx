import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import { showFirstError } from '@/ui/bring-into-view'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = { id: string; withPhotos: boolean; open: boolean; onClose: () => void }

/** A note on how it is going, for the reporter and for the record. */
export function ProgressSheet({ id, withPhotos, open, onClose }: Props) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('progress')
  const command = useCommand('issues.addProgress')

  const send = async () => {
    setWorking(true)
    setProblem(undefined)
    setErrors({})
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      await command.mutateAsync({ id, text, fileIds })
      toast('进展已记下，上报人能看到')
      setText('')
      for (const { local } of photos.held) photos.remove(local.key)
      onClose()
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
      if (failed.code.startsWith('FILE_')) photos.resend()
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
            setText(typed)
            setErrors({})
          }}
        />
        {withPhotos && <PhotoInput label="照片" photos={photos} help="不是必须，有照片更清楚" error={errors.fileIds} />}
      </View>
    </Sheet>
  )
}
