import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'
import { Button } from '../ui/button.tsx'
import type { EditionActProps } from './edition-act-props.ts'
import { useEditionAct } from './use-edition-act.ts'
import { whyNotWords } from './why-not-words.ts'

/** Proposes a draft; beside the button stands why it cannot be proposed yet. */
export function ProposeEdition({ edition, ...told }: EditionActProps) {
  const { id: standardId, revision } = edition
  const propose = useEditionAct(
    standardId,
    {
      send: () =>
        call(staffApi.editions[':standardId'].propose.$post({ param: { standardId }, json: { revision } })),
      done: 'It is proposed. The other evaluators were written to: one of them decides.',
      refetchOnRefusal: true,
    },
    told,
  )
  return (
    <Button
      busy={propose.isPending}
      unavailable={whyNotWords(edition, 'propose')}
      onClick={() => propose.mutate()}
    >
      Propose this edition
    </Button>
  )
}
