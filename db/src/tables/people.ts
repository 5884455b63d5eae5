/** People, their sessions and what they may do. Sign-in tables belong to better-auth. */
import type { Generated } from 'kysely'
import type { Role } from '@inclusion/shared/roles'

export interface PersonRow {
  id: string
  name: string
  email: string
  emailVerified: 0 | 1
  image: string | null
  jobTitle: string | null
  suspendedAt: string | null
  invented: Generated<0 | 1>
  createdAt: string
  updatedAt: string
}

export interface SessionRow {
  id: string
  personId: string
  token: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
  createdAt: string
  updatedAt: string
}

export interface AccountRow {
  id: string
  accountId: string
  providerId: string
  personId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: string
  updatedAt: string
}

export interface VerificationRow {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string
  updatedAt: string
}

export interface MembershipRow {
  id: string
  personId: string
  role: Role
  programme: string | null
  gssCode: string | null
  urn: string | null
  startsOn: string
  endsBefore: string | null
}

export interface InvitationRow {
  id: string
  email: string
  name: string
  role: string
  programme: string | null
  gssCode: string | null
  urn: string | null
  invitedBy: string | null
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
}
