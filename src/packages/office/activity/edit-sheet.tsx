import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Activity } from './activity-view'
import { skillsOf } from './typed'

/** What may change later; hours, places and points may not, because people signed up for those. */
export function EditSheet({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const [title, setTitle] = useState(activity.title)
  const [text, setText] = useState(activity.text)
  const [skills, setSkills] = useState(activity.skills.join('、'))
  const [placeWords, setPlaceWords] = useState(activity.place.words)
  const [least, setLeast] = useState(String(activity.headCountMin))
  const command = useCommand('activities.updateActivity')
  const fields = command.error?.fields ?? {}
  const send = () =>
    command.mutate(
      {
        id: activity.id,
        title,
        text,
        skills: skillsOf(skills),
        place: { point: activity.place.point, words: placeWords },
        headCountMin: Number(least),
      },
      {
        onSuccess: () => {
          toast('改好了，没开始的场次一起改了')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="修改活动"
      onClose={onClose}
      actions={<Submit words="保存" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />}
    >
      <Field label="名称" required maxLength={30} value={title} error={fields.title} onChange={setTitle} />
      <Field label="说明" kind="lines" required maxLength={1000} value={text} error={fields.text} onChange={setText} />
      <Field label="需要的技能" optional maxLength={100} value={skills} error={fields.skills} onChange={setSkills} />
      <Field label="地点" required maxLength={60} value={placeWords} error={fields.place} onChange={setPlaceWords} />
      <Field label="最少人数" kind="number" required value={least} error={fields.headCountMin} onChange={setLeast} />
    </Sheet>
  )
}
