/** What publishing an amendment does, said once more before it is done. Pure. */
import type { DryRun } from '@inclusion/server/amendments/dry-run'
import type { AmendmentView } from '@inclusion/server/amendments/view'

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
