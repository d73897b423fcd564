import { notFound } from 'next/navigation';

/** Unknown addresses, made for their request: the framework's own 404 is prerendered and carries no nonce. */
export default function UnknownPage(): never {
  notFound();
}
