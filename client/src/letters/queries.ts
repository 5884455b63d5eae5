import { queryOptions } from '@tanstack/react-query'
import type { UndeliveredLetter } from '@inclusion/server/mail/undelivered'
import { call } from '../api.ts'
import { staffApi } from '../staff-api.ts'

/** Letters that did not arrive and that nobody has dealt with. */
export const lettersQuery = queryOptions<UndeliveredLetter[]>({
  queryKey: ['undelivered-letters'],
  queryFn: () => call(staffApi.letters.index.$get()),
})
