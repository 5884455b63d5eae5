import type { AmendmentView } from '@inclusion/server/amendments/view'
import { AmendmentClosed } from './amendment-frame.tsx'
import { EndForm } from './end-form.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { useAmendment, useGround } from './use-amendment.ts'

/** What the programme is: all of it for a new one, its end for one that there is. */
export function ProgrammePartPage() {
  const amendment = useAmendment()
  if (amendment.actions.edit !== null)
    return <AmendmentClosed title="About the programme" amendment={amendment} />
  if (amendment.content.programme)
    return <ProgrammeForm opened={amendment} programme={amendment.content.programme} />
  return <EndOfProgramme opened={amendment} />
}

function EndOfProgramme({ opened }: { opened: AmendmentView }) {
  const framework = useGround(opened)
  return framework && <EndForm opened={opened} framework={framework} />
}
