/** Mail by SMTP. */
import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends through the server at `url` (`smtp://` or `smtps://`, with name and password if it asks for them). */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    async send({ id, recipient, subject, text, at }) {
      // As an object, an address is taken as it stands and can never be read as a list of several.
      const to = { name: '', address: recipient }
      await transport.sendMail({ from, to, subject, text, date: at, messageId: `<${id}@${domain}>` })
    },
  }
}
