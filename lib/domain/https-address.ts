import { freeText } from './free-text';

/** An address on the web to which browsers are sent: never in the clear, and with no password in it. */
export const httpsAddress = freeText(500).refine(isHttps, { error: 'invalid_url' });

function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
