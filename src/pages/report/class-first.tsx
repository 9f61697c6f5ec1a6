import { useState } from 'react'
import { classIcon } from '@/features/issues/class-icon'
import { ClassSheet } from '@/features/issues/class-sheet'
import { Emergency } from '@/features/issues/emergency'
import { classOf } from '@/shared/domain/issues/classes'
import { Cell, CellGroup } from '@/ui/cell'

type Props = { classCode: string | undefined; onPick: (code: string) => void }

/** The class, for those who know it from the start; danger then shows its numbers before anything is filled in. */
export function ClassFirst({ classCode, onPick }: Props) {
  const [isOpen, setOpen] = useState(false)
  const chosen = classCode ? classOf(classCode) : null
  const pick = (code: string) => {
    setOpen(false)
    onPick(code)
  }
  return (
    <>
      <CellGroup>
        <Cell
          icon={chosen ? classIcon(chosen.code) : 'list'}
          title={chosen ? chosen.name : '知道是哪一类？可以先选'}
          note={chosen ? '点按更换类别' : '不选也行，写说明的时候再选'}
          onPress={() => setOpen(true)}
        />
      </CellGroup>
      <Emergency classCode={classCode} />
      <ClassSheet isOpen={isOpen} value={classCode} onPick={pick} onClose={() => setOpen(false)} />
    </>
  )
}
