import type { Difference } from '@inclusion/shared/framework/difference'
import type { ChangeClass } from '@inclusion/shared/framework/indicators'
import { Tag, type TagColour } from '../../ui/tag.tsx'
import { capital, changeWords, toldDifferences } from './difference-words.ts'

export const classNames: Record<ChangeClass, { name: string; means: string; colour: TagColour }> = {
  patch: { name: 'Patch', means: 'the same figure in other words', colour: 'grey' },
  minor: {
    name: 'Minor',
    means: 'the series goes on, but something else is asked beside it',
    colour: 'blue',
  },
  major: {
    name: 'Major',
    means: 'the figures before and after are not of the same thing, so the series is broken',
    colour: 'orange',
  },
}

export function ClassTag({ of }: { of: ChangeClass }) {
  return <Tag colour={classNames[of].colour}>{classNames[of].name}</Tag>
}

type ChangesProps = { differences: readonly Difference[]; given: ChangeClass }

/** What differs between two editions, each with the class of change that it demands. */
export function Changes({ differences, given }: ChangesProps) {
  return (
    <>
      <p className="govuk-body">
        <ClassTag of={given} /> {capital(classNames[given].means)}.
      </p>
      <ChangeLines differences={differences} />
    </>
  )
}

export function ChangeLines({ differences }: Pick<ChangesProps, 'differences'>) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {toldDifferences(differences).map((difference) => (
        <li key={difference.field}>
          {changeWords(difference)} <ClassTag of={difference.demands} />
        </li>
      ))}
    </ul>
  )
}
