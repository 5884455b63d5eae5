/** What is wrong with the programme of an amendment: its code, its name, its days. */
import type { AmendmentContent, AmendmentFault } from '../amendment.ts'
import type { Ground } from '../ground.ts'
import { summaryOf } from '../summary.ts'
import { error, isBlank, warning, when } from './say.ts'

export function programmeFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const { programme } = content
  if (summaryOf(content).length === 0) return [error('content', 'There is nothing in this amendment yet.')]
  if (programme && ground.programme)
    return [
      error(
        'programme.code',
        `There is a programme ${ground.code} already: ${ground.programme.name}. A code is used once.`,
      ),
    ]
  if (!programme && !ground.programme)
    return [error('programme', `There is no programme ${ground.code} yet. Say what it is.`)]
  return programme ? newProgrammeFaults(content) : endFaults(content, ground)
}

function newProgrammeFaults({ programme, endsBefore, windows, grants, indicators }: AmendmentContent) {
  const { name, summary, startsOn, endsBefore: end } = programme!
  return when(
    [isBlank(name), error('programme.name', 'Give the programme a name.')],
    [isBlank(summary), error('programme.summary', 'Say in a sentence what the programme is for.')],
    [end <= startsOn, error('programme.endsBefore', 'The programme has to end after it starts.')],
    [endsBefore !== null, error('endsBefore', 'A new programme has its end with it. Leave this one out.')],
    [indicators.length === 0, error('indicators', 'A programme has to ask for something. Add a figure.')],
    [windows.length === 0, error('windows', 'No period is collected. Add a collection window.')],
    [grants.length === 0, warning('grants', 'No authority has a grant, so no return will be opened.')],
  )
}

function endFaults({ endsBefore }: AmendmentContent, { programme, windows }: Ground): AmendmentFault[] {
  if (endsBefore === null) return []
  return when(
    [endsBefore <= programme!.startsOn, error('endsBefore', 'The programme has to end after it starts.')],
    [
      endsBefore === programme!.endsBefore,
      error('endsBefore', 'That is when it ends already. Leave it out.'),
    ],
    [
      endsBefore < programme!.endsBefore && windows.length > 0,
      warning(
        'endsBefore',
        'The programme ends earlier than it did. Windows of later periods stay: end the grants too.',
      ),
    ],
  )
}
