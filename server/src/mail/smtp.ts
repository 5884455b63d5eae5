/**
 * Mail by SMTP. A server takes a message with the lone dot at its end (RFC 5321, 4.1.1.4): what it was given
 * before is thrown away when the line breaks. So the dot waits until the letter is handed over.
 */
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { HandOver, Mailer } from './mailer.ts'

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends through the server at `url` (`smtp://` or `smtps://`, with name and password if it asks for them). */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  const handOvers = new Map<string, HandOver>()
  transport.use('stream', function waitBeforeTheDot({ message }, done) {
    const written = message.createReadStream.bind(message)
    const handOver = handOvers.get(message.messageId())
    if (handOver) message.createReadStream = () => endingWith(written(), handOver)
    done()
  })
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    async send({ id, recipient, subject, text, at }, handOver) {
      // As an object, an address is taken as it stands and can never be read as a list of several.
      const to = { name: '', address: recipient }
      const messageId = `<${id}@${domain}>`
      handOvers.set(messageId, handOver)
      try {
        await transport.sendMail({ from, to, subject, text, date: at, messageId })
      } finally {
        handOvers.delete(messageId)
      }
    },
  }
}

/** The same bytes, whose end comes once it is handed over. Nothing is read before the server asked for them. */
function endingWith(written: Readable, handOver: HandOver): Readable {
  async function* bytes(): AsyncGenerator<Buffer> {
    yield* written
    await handOver()
  }
  return Readable.from(bytes(), { objectMode: false })
}
