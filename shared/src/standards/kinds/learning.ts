/** Clause 11, Learning. */
import { periodOf, previousPeriod, type PeriodId } from '../../periods.ts'
import { longDate, type LocalDate } from '../../time.ts'
import type { Fault, PreparedInput } from '../prepared-input.ts'
import type { RuleOf } from './rule-of.ts'

/** 11.1: a trial has no meeting or learning note in this period and those just before it. */
export function noLearningRecorded(
  { input }: PreparedInput,
  { periods }: RuleOf<'no-learning-recorded'>,
): Fault[] {
  const { learning, grant, periodId } = input
  if (!learning?.isTrial || grant === null) return []
  const first = backBy(periodId, periods - 1)
  const { startsOn } = periodOf(first)
  // Until the grant has run for so long there was no time to meet.
  if (periodOf(first).startsOn <= grant.startsOn) return []
  if (learning.lastOn !== null && learning.lastOn >= startsOn) return []
  return [
    {
      locator: null,
      part: null,
      inputs: [{ locator: '', part: 'lastOn', label: 'Latest meeting or note', value: learning.lastOn }],
      message: `No meeting or learning note is on record since ${longDate(startsOn)}. ${latest(learning.lastOn)}`,
      fix: 'Hold one with the VRU and ask them to record it, or say what was learned meanwhile.',
    },
  ]
}

const latest = (on: LocalDate | null): string =>
  on === null ? 'There has been none yet.' : `The latest was on ${longDate(on)}.`

function backBy(periodId: PeriodId, periods: number): PeriodId {
  return periods === 0 ? periodId : backBy(previousPeriod(periodId), periods - 1)
}
