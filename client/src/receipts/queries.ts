import { queryOptions } from '@tanstack/react-query'
import type { VerifiedReceipt } from '@inclusion/server/receipts/routes'
import { api, call } from '../api.ts'

/** What was filed under a receipt, or under the SHA-256 of a filed return. */
export const verifiedReceiptQuery = (code: string) =>
  queryOptions<VerifiedReceipt>({
    queryKey: ['receipt', code],
    queryFn: () => call(api.receipts[':code'].$get({ param: { code } })),
  })
