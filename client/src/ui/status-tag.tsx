import { statusNames, type ReturnStatus } from '@inclusion/shared/returns'
import { Tag, type TagColour } from './tag.tsx'

const colours: Record<ReturnStatus, TagColour> = {
  'not-started': 'grey',
  'in-progress': 'blue',
  'awaiting-sign-off': 'yellow',
  submitted: 'purple',
  'changes-requested': 'orange',
  accepted: 'green',
}

/** The status of a return. */
export function StatusTag({ status }: { status: ReturnStatus }) {
  return <Tag colour={colours[status]}>{statusNames[status]}</Tag>
}
