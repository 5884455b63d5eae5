import type { ReactNode } from 'react'
import { useId } from 'react'

export type Task = {
  title: string
  /** Left out while the task cannot be begun. */
  href?: string | undefined
  hint?: string | undefined
  /** A tag, or plain words for what is done: the eye goes to what is left. */
  status: ReactNode
}

/** What there is to do, and how far each thing is. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const id = useId()
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, index) => (
        <TaskItem key={task.title} id={`${id}-${index}`} {...task} />
      ))}
    </ul>
  )
}

function TaskItem({ id, title, href, hint, status }: Task & { id: string }) {
  const describedBy = `${hint ? `${id}-hint ` : ''}${id}-status`
  return (
    <li className={`govuk-task-list__item${href ? ' govuk-task-list__item--with-link' : ''}`}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <a className="govuk-link govuk-task-list__link" href={href} aria-describedby={describedBy}>
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <div id={`${id}-status`} className="govuk-task-list__status">
        {status}
      </div>
    </li>
  )
}
