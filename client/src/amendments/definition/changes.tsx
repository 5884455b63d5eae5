import type { Difference } from '@inclusion/shared/framework/difference'
import type { ChangeClass } from '@inclusion/shared/framework/indicators'
import { Tag, type TagColour } from '../../ui/tag.tsx'

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

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

type ChangesProps = { differences: readonly Difference[]; given: ChangeClass }

/** What differs between two editions, each with the class of change that it demands. */
export function Changes({ differences, given }: ChangesProps) {
  return (
    <>
      <p className="govuk-body">
        <ClassTag of={given} /> {capital(classNames[given].means)}.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {differences.map((difference) => (
          <li key={difference.field}>
            {changeWords(difference)} <ClassTag of={difference.demands} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** "The name: “Sessions”, was “Meetings”." Words that are too long to stand beside each other are not. */
export function changeWords({ label, was, is }: Difference): string {
  if (was === 'there' && is === 'not there') return `${capital(label)} goes.`
  if (was === 'not there' && is === 'there') return `${capital(label)} is new.`
  return `${capital(label)}: “${is}”, was “${was}”.`
}
