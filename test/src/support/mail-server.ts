/** A real SMTP server in the test process, which keeps what it is given. */
import type { Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type ReceivedMail = { to: string[]; messageId: string; subject: string; text: string }

export type MailServer = {
  url: string
  received: ReceivedMail[]
  /** While true, every message is refused for now (451), as by a server that is busy. */
  busy: boolean
  stop: () => Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const mail: MailServer = { url: '', received: [], busy: false, stop: async () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      void keep(mail, stream, { session, done })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  mail.url = `smtp://127.0.0.1:${address.port}`
  mail.stop = () => new Promise((resolve) => server.close(resolve))
  return mail
}

type Delivery = { session: SMTPServerSession; done: (fault?: Error) => void }

/** Keeps a message, or refuses it. */
async function keep(mail: MailServer, stream: Readable, { session, done }: Delivery): Promise<void> {
  // Whoever goes away before the end has sent nothing.
  const raw = await readText(stream).catch(() => null)
  if (raw === null) return
  if (mail.busy) return done(Object.assign(new Error('Busy, try later'), { responseCode: 451 }))
  mail.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), ...parse(raw) })
  return done()
}

/** Header and text of a plain message, whichever of the two encodings it came in. */
function parse(raw: string): Omit<ReceivedMail, 'to'> {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const body = raw.slice(end + 4)
  const text = /quoted-printable/i.test(header('Content-Transfer-Encoding')) ? unquoted(body) : body
  return { messageId: header('Message-ID'), subject: header('Subject'), text: text.replaceAll('\r\n', '\n') }
}

function unquoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** The code in a letter. */
export function codeIn(text: string): string {
  const code = /\b\d{6}\b/.exec(text)?.[0]
  if (!code) throw new Error(`There is no code in: ${text}`)
  return code
}
