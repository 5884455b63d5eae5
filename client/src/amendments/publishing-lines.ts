/** What publishing an amendment does, said once more before it is done, and what it did. Pure. */
import type { DryRun } from '@inclusion/server/amendments/dry-run'
import type { Opening } from '@inclusion/server/amendments/opening'
import type { AmendmentView } from '@inclusion/server/amendments/view'
import { shortDate } from '@inclusion/shared/time'

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

export function publishingLines(
  { changes }: Pick<AmendmentView, 'changes'>,
  { boroughs, returns }: DryRun['touches'],
): string[] {
  const broken = changes.filter(({ given }) => given === 'major').map(({ was }) => `“${was.label}”`)
  return [
    returns === 0
      ? 'No return is opened or changed by it yet.'
      : `${counted(boroughs, 'borough')} will see it, in ${counted(returns, 'return')}.`,
    ...(broken.length === 0
      ? []
      : [
          `The series of ${new Intl.ListFormat('en-GB').format(broken)} is broken: figures before and after are never compared.`,
        ]),
    'What is published is never changed again.',
  ]
}

/** What it opened at once; null where that failed, and the hourly round makes up for it. */
export function publishedWords(opening: Opening | null): string {
  return `It is published. ${opening === null ? waitsWords : openedWords(opening)}`
}

const waitsWords = 'Returns whose window is open now open within the hour.'

function openedWords({ returns, leads, next }: Opening): string {
  if (returns === 0)
    return next === null
      ? 'No return of the programme is still to open.'
      : `No return opens before ${shortDate(next)}.`
  const isOne = returns === 1
  const opened = `${counted(returns, 'return')} ${isOne ? 'is' : 'are'} open now`
  if (leads === 0) return `${opened}. ${isOne ? 'It has' : 'They have'} no lead to write to yet.`
  return `${opened}, and ${counted(leads, 'lead')} ${leads === 1 ? 'is' : 'are'} written to.`
}
