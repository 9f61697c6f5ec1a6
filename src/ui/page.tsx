import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { PageFrame } from './page-frame'
import { useElder } from './preferences'
import { ErrorState, Loading, OfflineBar, type Shape } from './states'
import './page.scss'

type Props = {
  title?: string
  lead?: ReactNode
  eyebrow?: string
  /** First load: shapes of what is coming stand in for the children. */
  loading?: boolean
  skeleton?: Shape
  error?: { message: string; code?: string } | null
  onRetry?: () => void
  /** A bar says so; the children stay. */
  offline?: boolean
  /** Stands in for the children when there is nothing to show. */
  empty?: ReactNode
  bottom?: ReactNode
  /** No padding at the sides; the children bring their own. */
  plain?: boolean
  children?: ReactNode
}

/** Every page is one of these: title, the state it is in, content, and what is fixed at the bottom. */
export function Page({ title, lead, eyebrow, bottom, plain, children, ...state }: Props) {
  const isElder = useElder()
  return (
    <PageFrame className={`ui-page ${isElder ? 'elder' : ''}`}>
      <View className={`ui-page-content ${plain ? 'is-plain' : ''}`}>
        {state.offline && <OfflineBar />}
        {(title || lead) && (
          <View className="ui-page-head">
            {eyebrow && <View className="ui-page-eyebrow">{eyebrow}</View>}
            {title && (
              <View className="ui-page-title" {...aria({ role: 'heading', level: 1 })}>
                {title}
              </View>
            )}
            {lead && <View className="ui-page-lead">{lead}</View>}
          </View>
        )}
        {contentFor(state, children)}
      </View>
      {bottom && <View className="ui-page-bottom">{bottom}</View>}
    </PageFrame>
  )
}

function contentFor({ loading, skeleton, error, onRetry, empty }: Props, children: ReactNode) {
  if (error) return <ErrorState message={error.message} code={error.code} onRetry={onRetry} />
  if (loading) return <Loading shape={skeleton} />
  return empty || children
}

type SectionProps = { title?: string; note?: string; extra?: ReactNode; children?: ReactNode }

export function Section({ title, note, extra, children }: SectionProps) {
  return (
    <View className="ui-section">
      {(title || extra) && (
        <View className="ui-section-head">
          {title && (
            <View className="ui-section-title" {...aria({ role: 'heading', level: 2 })}>
              {title}
            </View>
          )}
          {extra}
        </View>
      )}
      {note && <View className="ui-section-note">{note}</View>}
      {children}
    </View>
  )
}
