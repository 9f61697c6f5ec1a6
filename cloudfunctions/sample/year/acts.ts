import type { Verdict } from '@/shared/domain/activities/check-in'
import type { Signup } from '@/shared/domain/activities/records'

/** Something somebody does, or that happens by itself, at an instant in epoch ms. People and things by their ids in the sample. */
export type Act = { readonly at: number } & (
  | { readonly do: 'signUp'; readonly who: string; readonly sessionId: string; readonly children: Signup['children'] }
  | { readonly do: 'cancelSignup'; readonly who: string; readonly sessionId: string; readonly reason: string }
  | { readonly do: 'cancelSession'; readonly by: string; readonly sessionId: string; readonly reason: string }
  | ({ readonly do: 'checkIn'; readonly who: string; readonly sessionId: string } & Arrival)
  | { readonly do: 'checkOut'; readonly who: string; readonly sessionId: string }
  | ({ readonly do: 'decide'; readonly by: string; readonly who: string; readonly sessionId: string } & Judged)
  | {
      readonly do: 'redeem'
      readonly who: string
      readonly payer: 'person' | 'family'
      readonly rewardId: string
      readonly n: number
    }
  | { readonly do: 'capture'; readonly by: string; readonly n: number }
  | { readonly do: 'cancelRedemption'; readonly who: string; readonly n: number }
  | {
      readonly do: 'giveBack'
      readonly by: string
      readonly n: number
      readonly reason: string
      readonly isBack: boolean
    }
  | {
      readonly do: 'count'
      readonly by: string
      readonly rewardId: string
      readonly counted: number
      readonly reason: string
    }
  | {
      readonly do: 'adjust'
      readonly by: string
      readonly ownerId: string
      readonly halfPoints: number
      readonly reason: string
    }
  | {
      readonly do: 'reverse'
      readonly by: string
      readonly who: string
      readonly sessionId: string
      readonly reason: string
    }
  | { readonly do: 'midnight' }
  | { readonly do: 'evening' }
)
export type ActOf<Do extends Act['do']> = Extract<Act, { do: Do }>

/** How somebody's arrival was shown: by the code of the moment or without one, near by, or where nobody could tell. */
export interface Arrival {
  readonly code: Extract<Verdict, 'valid'> | null
  readonly isPlaced: boolean
}

interface Judged {
  readonly isConfirmed: boolean
  readonly reason: string | null
}
