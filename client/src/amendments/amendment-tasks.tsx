import type { AmendmentView } from '@inclusion/server/amendments/view'
import { staffPaths } from '../routing/staff-paths.ts'
import { Tag } from '../ui/tag.tsx'
import { TaskList, type Task } from '../ui/task-list.tsx'
import { placeOf, partPath, type Part } from './fault-places.ts'
import { partWords, tasksOf } from './parts-words.ts'
import { useGround } from './use-amendment.ts'

/** What there is to write, how far each part is, and the dry run at the end. */
export function AmendmentTasks({ amendment }: { amendment: AmendmentView }) {
  const { id } = amendment
  const ground = useGround(amendment)
  const tasks = tasksOf(amendment, ground).map(({ part, title, hint }): Task => ({
    title,
    hint,
    href: partPath(id, part),
    status: <PartStatus amendment={amendment} part={part} />,
  }))
  return (
    <>
      <h2 className="govuk-heading-m">What to write</h2>
      <TaskList
        tasks={[
          ...tasks,
          {
            title: 'Dry run',
            hint: 'See the return as a borough would see it. Nothing is changed by it.',
            href: staffPaths.dryRun(id),
            status: '',
          },
        ]}
      />
    </>
  )
}

function PartStatus({ amendment, part }: { amendment: AmendmentView; part: Part }) {
  const { id, content, faults } = amendment
  const wrong = faults.filter(
    (fault) => fault.severity === 'error' && placeOf(id, content, fault).part === part,
  ).length
  if (wrong > 0) return <Tag colour="blue">{wrong === 1 ? '1 thing to do' : `${wrong} things to do`}</Tag>
  return partWords(content, part)
}
