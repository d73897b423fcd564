/** Carries a code and nothing that a server said: the answers of mail servers and of Twilio repeat the recipient. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  constructor(
    readonly code: string,
    /** Refused for good (RFC 5321, 4.2.1; a number that is none): trying again would annoy whoever refused. */
    readonly permanent: boolean,
  ) {
    super(code);
  }
}
