import type { Draft } from '@/client/drafts'
import type { Me } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { Choice } from '@/ui/choice'

type Source = NonNullable<Draft['source']>

const options = [
  { value: 'resident', label: '居民' },
  { value: 'patrol', label: '巡查发现' },
] as const

const mayChoose = ({ classCode, assistance }: Draft, me: Me): boolean =>
  !assistance && classCode !== 'complaint' && dutiesOf(me.person.roles).reportsPatrols

/**
 * As what a draft goes out: what was chosen by those who have the choice, else as a resident. A complaint is nobody's patrol.
 */
export const sourceOf = (draft: Draft, me: Me | undefined): Source => {
  if (!me || !mayChoose(draft, me)) return 'resident'
  return draft.source ?? (me.person.roles.includes('gridWorker') ? 'patrol' : 'resident')
}

type Props = { draft: Draft; me: Me | undefined; onChange: (source: Source) => void }

/** Asked only of those who walk the grid: what they find on patrol they may also mend and close on the spot. */
export function SourceChoice({ draft, me, onChange }: Props) {
  if (!me || !mayChoose(draft, me)) return null
  return <Choice label="以什么身份上报" options={options} value={sourceOf(draft, me)} onChange={onChange} />
}
