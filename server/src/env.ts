/** The environment, read once. A bad value stops the start with one clear sentence. */
import * as z from 'zod'

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1')

const common = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.string().min(1).default('.data/returns.sqlite'),
  /** The header that a trusted proxy puts the client's address in; unset, the socket's address counts. */
  CLIENT_IP_HEADER: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
}

const Production = z.object({
  ...common,
  DATABASE_URL: z.string().min(1),
  DEMONSTRATION: flag.refine((on) => !on, 'must not be 1: the demonstration lets anybody sign in as anybody'),
  ORIGIN: z.url(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://'),
  MAIL_FROM: z.email().default('returns@inclusion-returns.example'),
})

const Demonstration = z.object({
  ...common,
  DEMONSTRATION: flag,
  ORIGIN: z.url().optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.email().default('returns@inclusion-returns.example'),
})

export type Environment = {
  port: number
  databaseUrl: string
  demonstration: boolean
  origin: string
  authSecret: string
  smtpUrl: string | null
  mailFrom: string
  clientIpHeader: string | null
  logLevel: z.infer<typeof common.LOG_LEVEL>
}

/** Only for the demonstration, where signing in needs no secret at all. */
const demonstrationSecret = 'the-demonstration-keeps-no-secrets-at-all'

/** What `pnpm serve` needs. Throws an Error whose message says which setting is missing or wrong. */
export function productionEnvironment(settings: NodeJS.ProcessEnv): Environment {
  return environmentOf(parse(Production, settings))
}

/** What `pnpm start` uses: everything has a default. */
export function demonstrationEnvironment(settings: NodeJS.ProcessEnv): Environment {
  return environmentOf({ ...parse(Demonstration, settings), DEMONSTRATION: true })
}

function parse<T extends z.ZodType>(schema: T, settings: NodeJS.ProcessEnv): z.infer<T> {
  const result = schema.safeParse(settings)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => {
    const name = path.join('.')
    return settings[name] === undefined ? `${name} is not set` : `${name} ${message}`
  })
  throw new Error(`The service cannot start: ${faults.join('; ')}.`)
}

function environmentOf(settings: z.infer<typeof Demonstration>): Environment {
  return {
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    demonstration: settings.DEMONSTRATION,
    origin: settings.ORIGIN ?? `http://localhost:${settings.PORT}`,
    authSecret: settings.AUTH_SECRET ?? demonstrationSecret,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM,
    clientIpHeader: settings.CLIENT_IP_HEADER ?? null,
    logLevel: settings.LOG_LEVEL,
  }
}
