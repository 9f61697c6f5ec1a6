import { dayOf } from '@/shared/kernel/time'
import type { Act } from './acts'

/** Something that may be done at an instant, decided when it has come; null where it is not done after all. */
interface Item {
  readonly at: number
  readonly decide: () => Act | null
}

/** What is to come, day by day, in the order of time; of equal times the first one added. */
export class Agenda {
  private readonly days = new Map<string, Item[]>()

  add(at: number, decide: () => Act | null): void {
    const day = dayOf(at)
    const items = this.days.get(day) ?? []
    const after = items.findIndex((one) => one.at > at)
    items.splice(after < 0 ? items.length : after, 0, { at, decide })
    this.days.set(day, items)
  }

  /** Everything of a day, what is added for the same day meanwhile included. */
  *take(day: string): Generator<Act> {
    for (;;) {
      const item = this.days.get(day)?.shift()
      if (!item) break
      const act = item.decide()
      if (act) yield act
    }
    this.days.delete(day)
  }
}
